"""Take from Material's style sheet what pages of this site can use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration, Node

from primer.core.cache import Cache
from primer.core.files import files_below

SHEET = "assets/stylesheets/main.*.css"
SCRIPT = "assets/javascripts/bundle.*.js"
RELIED_ON = (SHEET, SCRIPT, "partials/language.html", "partials/languages/en.html")
"""The files of Material over which a site is laid: each pattern fits one."""

AUTHORS = frozenset({"md-button", "md-button--primary"})
"""Classes that authors of other sites with Material know, and may give to what they write."""

_NEVER_MADE = ("md-version", "md-source", "md-search", "md-mermaid")
NEVER_MADE = (*_NEVER_MADE, *(f"--{name}" for name in _NEVER_MADE))
"""How names begin that only Material's script knows, of parts that it never makes here: a list of versions, facts about
a repository and results of its search, for which our templates have no room, and diagrams, whose script would come from
another site."""

NAME = re.compile(r"(?:--)?\bmd-[\w-]+")
"""A class that only Material's own parts have, or a property of its own; one that ends in ``--`` begins several."""

USE = re.compile(r"var\(\s*(--[\w-]+)")
"""A property that a value is made of."""


def unmet(theme: Path) -> list[str]:
    """Return the patterns of what a site relies on that fit no file in the theme's folder, or several."""
    return [pattern for pattern in RELIED_ON if len(list(theme.glob(pattern))) != 1]


def script_address(theme: Path) -> str:
    """Return where Material's script is published, below the site's root."""
    (script,) = theme.glob(SCRIPT)
    return script.relative_to(theme).as_posix()


@dataclass(frozen=True)
class Rule:
    """What stands before a pair of braces, and what stands between them."""

    head: str
    body: Sequence[Rule | Declaration]


def material_styles(theme: Path, ours: Sequence[Path], cache: Cache) -> str:
    """Return what pages can use of the style sheet in Material's folder ``theme``; ``ours`` are laid over it.

    Left out are rules for classes of parts that neither our templates and scripts nor Material's script name, and
    properties that nothing uses. Raises ValueError unless Material has one style sheet and one script.
    """
    (sheet,), (script,) = theme.glob(SHEET), theme.glob(SCRIPT)
    files = [path for folder in ours for path in files_below(folder)]
    made = frozenset(name for name in _found(NAME, [script]) if not name.startswith(NEVER_MADE))
    named = made | _found(NAME, (path for path in files if path.suffix in (".html", ".js")))
    used = _found(USE, (path for path in files if path.suffix == ".css"))
    css, classes, properties = sheet.read_text("utf-8"), named | AUTHORS, named | used
    read = css, repr(sorted(classes)), repr(sorted(properties)), tinycss2.__version__, Path(__file__).read_bytes()
    return cache.kept_text(lambda: _left(css, classes, properties), *read)


def _left(css: str, classes: frozenset[str], properties: frozenset[str]) -> str:
    """Return a style sheet without rules that need another class, and without properties that nothing uses."""
    rules = list(_rules(tinycss2.parse_stylesheet(css), classes))
    used = _used(rules, properties)
    return "".join(_written(rule, used) for rule in rules)


def _rules(nodes: Iterable[Node], classes: frozenset[str]) -> Iterator[Rule | Declaration]:
    """Yield what is left of the contents of a style sheet, or of a pair of braces."""
    for node in nodes:
        if isinstance(node, Declaration):
            yield node
        elif getattr(node, "content", None) is not None:
            head = _selectors(node.prelude, classes)
            if node.type == "at-rule":
                head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            body = list(_rules(tinycss2.parse_blocks_contents(node.content), classes))
            if head and body:
                yield Rule(head, body)


def _selectors(prelude: Sequence[Node], classes: frozenset[str]) -> str:
    """Return the selectors whose classes of Material's are all known; what stands in ``:not()`` is no such class."""
    selectors: list[list[Node]] = [[]]
    for sign in prelude:
        if sign == ",":
            selectors.append([])
        else:
            selectors[-1].append(sign)
    return ",".join(tinycss2.serialize(signs) for signs in selectors if all(_known(signs, classes)))


def _known(selector: Sequence[Node], classes: frozenset[str]) -> Iterator[bool]:
    """Yield for each class of Material's in a selector whether it is known."""
    for before, sign in pairwise(selector):
        if before == "." and sign.type == "ident" and sign.value.startswith("md-"):
            yield sign.value in classes or f"{sign.value.partition('--')[0]}--" in classes


def _used(rules: Iterable[Rule | Declaration], properties: frozenset[str]) -> frozenset[str]:
    """Return the properties that are used: those given, those in the rules, and what either are made of."""
    uses: dict[str, set[str]] = {}
    for declaration in _declarations(rules):
        name = declaration.name if declaration.name.startswith("--") else ""
        uses.setdefault(name, set()).update(USE.findall(tinycss2.serialize(declaration.value)))
    found: set[str] = set()
    new = {*properties, *uses.get("", ())}
    while new:
        found |= new
        new = {name for user in new for name in uses.get(user, ())} - found
    return frozenset(found)


def _declarations(rules: Iterable[Rule | Declaration]) -> Iterator[Declaration]:
    for rule in rules:
        if isinstance(rule, Rule):
            yield from _declarations(rule.body)
        else:
            yield rule


def _written(rule: Rule | Declaration, used: frozenset[str]) -> str:
    """Return the text of a rule, or nothing where nothing is left of it."""
    if isinstance(rule, Declaration):
        return "" if rule.name.startswith("--") and rule.name not in used else rule.serialize()
    separator = "" if isinstance(rule.body[0], Rule) else ";"
    body = separator.join(filter(None, (_written(part, used) for part in rule.body)))
    return body and f"{rule.head}{{{body}}}"


def _found(pattern: re.Pattern[str], paths: Iterable[Path]) -> frozenset[str]:
    return frozenset(name for path in paths for name in pattern.findall(path.read_text("utf-8", "replace")))
