"""Find the tokens to which a site's own style sheet gives no value, so that what they colour or measure has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tinycss2

from primer.core.diagnostics import Location, Report, closest
from primer.publish.contrast import TOKENS

WHOLE = {":root", "html"}
"""Selectors of a rule for the whole page."""
FEW = 3
"""So many missing ones are written out in a hint."""
LIKE = 0.8
"""How much a name is like another that is meant."""


def report_missing_tokens(css: str, path: str, engine: str, report: Report) -> None:
    """Report each token of ``engine``, the sheet in whose place a site has its own, that the site's gives no value.

    A value that is there in the dark or on paper alone is reported where it stands, and so is a name with a slip.
    """
    needed, given = _values(engine), _values(css)
    anywhere = {name: node for rule in _rules(css) for name, node in _declared(rule)}
    absent = []
    for name in (one for one in needed if one not in given):
        slip = closest(name, anywhere.keys() - needed.keys(), LIKE)
        found = slip or (name if name in anywhere else None)
        if found is None:
            absent.append(name)
            continue
        location = Location(path, anywhere[found].source_line, anywhere[found].source_column)
        if found == name:
            hint = f":root {{ {name}: {needed[name]}; }}"
            report.add(location, f"{name} has a value here alone, and none elsewhere", "token-missing", hint)
        else:
            report.add(location, f"no style sheet reads {found}", "token-missing", f"did you mean '{name}'?")
    if absent:
        first = next(_whole(css), None)
        location = Location(path, first.source_line, first.source_column) if first else Location(path)
        named = ", ".join(absent[:FEW])
        message = f"{named} and {len(absent) - FEW} more have no value" if absent[FEW:] else f"no value: {named}"
        lines = " ".join(f"{name}: {needed[name]};" for name in absent)
        hint = f":root {{ {lines} }}" if not absent[FEW:] else f"copy the engine's own {TOKENS}, and change that"
        report.add(location, message, "token-missing", hint)


def _values(css: str) -> Mapping[str, str]:
    """Return what has a value wherever a sheet applies."""
    return {name: tinycss2.serialize(node.value).strip() for rule in _whole(css) for name, node in _declared(rule)}


def _whole(css: str) -> Iterator[Any]:
    """Yield each rule for the whole page, in any colours and on any medium."""
    for node in _nodes(css):
        if node.type == "qualified-rule" and WHOLE & {*tinycss2.serialize(node.prelude).replace(",", " ").split()}:
            yield node


def _rules(css: str) -> Iterator[Any]:
    """Yield every rule of a sheet, those for paper and for wide screens among them."""
    waiting = _nodes(css)
    while waiting:
        node = waiting.pop(0)
        if node.type == "qualified-rule":
            yield node
        elif node.type == "at-rule" and node.content is not None:
            waiting += tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)


def _nodes(css: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _declared(rule: Any) -> Iterator[tuple[str, Any]]:
    for node in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.name.startswith("--"):
            yield node.name, node
