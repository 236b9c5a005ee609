"""Measure how well the colours of a style sheet's tokens are seen on each other.

The ratios are those of WCAG 2.2, which coloraide computes: text needs 4.5 (criterion 1.4.3), the edge of a control and
a shape that means something need 3 (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tinycss2

from primer.core.diagnostics import Location, Problem, Report

TOKENS = "tokens.css"
"""The style sheet that gives tokens their values."""

TEXT, SHAPE = 4.5, 3.0
GROUNDS = ("paper", "sand", "raised")
TINTED = ("brand", "ask", "advice", "safe", "right")

SEEN_ON: Mapping[tuple[str, float], tuple[str, ...]] = {
    ("ink", TEXT): (*GROUNDS, *(f"{name}-tint" for name in TINTED), "wash", "wash-2"),
    ("ink-soft", TEXT): (*GROUNDS, "brand-tint"),
    ("edge", SHAPE): GROUNDS,
    **{(name, TEXT): (*GROUNDS, f"{name}-tint") for name in TINTED},
    ("brand-strong", TEXT): GROUNDS,
    ("on-brand", TEXT): ("brand", "brand-strong"),
    ("on-bar", TEXT): ("bar",),
    ("on-safe", TEXT): ("safe-solid",),
}
"""On which colours one is seen, and how well it must be."""

KNOWN = frozenset({name for name, _ in SEEN_ON}.union(*SEEN_ON.values()))

Fault = tuple[tuple[int, int], Problem]
"""A problem of a token, with the line and the column of the declaration that gives it its colour."""

STEP = 0.01
"""By how much a colour is made lighter or darker until it is seen well enough, in the lightness of Oklch."""


def report_contrast(css: str, path: str, report: Report) -> None:
    """Report each token that is too faint on another, in each rule of a style sheet that gives tokens their colours.

    The first rule gives them their colours; each rule below it changes some, and is measured with the rest as it was.
    """
    report.extend(problem.at(Location(path, *place)) for place, problem in _faults(css))


def _faults(css: str) -> Iterator[Fault]:
    first: dict[str, Any] = {}
    for rule in _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)):
        own = {name: node for name, node in _tokens(rule) if name in KNOWN}
        first = first or own
        yield from _faults_of(first | own, own)


def _rules(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield node
        elif node.type == "at-rule" and node.content is not None:
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _tokens(rule: Any) -> Iterator[tuple[str, Any]]:
    for node in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.name.startswith("--"):
            yield node.name.removeprefix("--"), node


def _faults_of(tokens: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[Fault]:
    from coloraide import Color

    colours: dict[str, Color] = {}
    for name, node in tokens.items():
        text = tinycss2.serialize(node.value).strip()
        colour = Color(text) if Color.match(text, fullmatch=True) else None
        if colour is not None and colour.alpha() == 1:
            colours[name] = colour
        elif colour is not None and name in own:
            hint = f"{colour.set('alpha', 1).convert('srgb').to_string(hex=True)}, or what it looks like on its ground"
            yield _place(node), Problem(f"'{text}' lets what is behind it through", "token-colour", hint)
        elif name in own:
            hint = "write a colour by itself, such as #1d2a2e: contrast is measured when the site is built"
            yield _place(node), Problem(f"'{text}' is not a colour", "token-colour", hint)
    for (name, needed), grounds in SEEN_ON.items():
        measured = [
            (round(colours[name].contrast(colours[ground], method="wcag21"), 2), ground)
            for ground in grounds
            if name in colours and ground in colours and (name in own or ground in own)
        ]
        ratio, ground = min(measured, default=(needed, ""))
        if ratio < needed:
            place = own.get(name) or own[ground]
            what = "text" if needed == TEXT else "an edge"
            message = f"--{name} on --{ground} has a contrast of {ratio:g}, and {what} needs {needed:g}"
            better = _seen(colours[name], [colours[one] for one in grounds if one in colours], needed)
            hint = f"--{name}: {better}" if better else f"choose another --{ground} or another --{name}"
            yield _place(place), Problem(message, "token-contrast", hint)


def _place(node: Any) -> tuple[int, int]:
    return node.source_line, node.source_column


def _seen(colour: Any, grounds: Iterable[Any], needed: float) -> str | None:
    """Return the nearest colour of the same hue that is seen well enough on all grounds; None where there is none."""
    lightness = colour.get("oklch.lightness")
    for steps in range(1, round(1 / STEP)):
        for changed in (lightness - steps * STEP, lightness + steps * STEP):
            tried = colour.clone().set("oklch.lightness", changed)
            if 0 <= changed <= 1 and all(
                tried.clone().fit("srgb").contrast(ground, method="wcag21") >= needed for ground in grounds
            ):
                return str(tried.convert("srgb").fit().to_string(hex=True))
    return None
