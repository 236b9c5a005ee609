"""Tell which colours, sizes and spaces the style sheets of every page are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration, Node, QualifiedRule

SHEET = Path(__file__).parent / "theme/assets/tokens.css"
LIGHT, DARK = ":root", '[data-md-color-scheme="slate"]'


@dataclass(frozen=True)
class Token:
    """A custom property; ``dark`` is its other value, and ``note`` what the sheet says beside it."""

    name: str
    light: str
    dark: str | None
    note: str

    @property
    def id(self) -> str:
        """Its name as part of a class."""
        return self.name.removeprefix("--")

    @property
    def is_colour(self) -> bool:
        """Whether it is a colour alone."""
        return self.light.startswith("#") and " " not in self.light


@cache
def tokens() -> tuple[Token, ...]:
    """Return all tokens, in the order of the sheet."""
    rules = [one for one in tinycss2.parse_stylesheet(SHEET.read_text("utf-8")) if isinstance(one, QualifiedRule)]
    contents = {tinycss2.serialize(rule.prelude).strip(): rule.content for rule in rules}
    dark = {one.name: _value(one) for one, _ in _declared(contents[DARK])}
    return tuple(Token(one.name, _value(one), dark.get(one.name), note) for one, note in _declared(contents[LIGHT]))


def _declared(content: list[Node]) -> Iterator[tuple[Declaration, str]]:
    """Yield each custom property with the comment behind it in the same line, or ''."""
    nodes = tinycss2.parse_blocks_contents(content)
    for at, node in enumerate(nodes):
        if isinstance(node, Declaration) and node.name.startswith("--"):
            behind = [one for one in nodes[at + 1 : at + 3] if one.source_line == node.source_line]
            yield node, "".join(one.value.strip() for one in behind if one.type == "comment")


def _value(declaration: Declaration) -> str:
    return tinycss2.serialize(declaration.value).strip()
