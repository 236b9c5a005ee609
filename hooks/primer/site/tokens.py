"""Tell which colours, sizes and spaces the style sheets of every page are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration, Node, QualifiedRule

from primer.publish.contrast import TOKENS

SHEET = Path(__file__).parent / "theme/assets" / TOKENS
DARK = "slate"
"""What the selector of the rule for the dark has, and no other."""


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


def tokens_in(sheet: Path) -> tuple[Token, ...]:
    """Return all tokens, in the order of the sheet, whose first rule gives them their values."""
    nodes = tinycss2.parse_stylesheet(sheet.read_text("utf-8"))
    rules = [one for one in nodes if isinstance(one, QualifiedRule)]
    dark = {
        declaration.name: _value(declaration)
        for rule in rules
        if DARK in tinycss2.serialize(rule.prelude)
        for declaration, _ in _declared(rule.content)
    }
    return tuple(
        Token(declaration.name, _value(declaration), dark.get(declaration.name), note)
        for rule in rules[:1]
        for declaration, note in _declared(rule.content)
    )


def _declared(content: list[Node]) -> Iterator[tuple[Declaration, str]]:
    """Yield each custom property with the comment behind it in the same line, or ''."""
    nodes = tinycss2.parse_blocks_contents(content)
    for at, node in enumerate(nodes):
        if isinstance(node, Declaration) and node.name.startswith("--"):
            behind = [one for one in nodes[at + 1 : at + 3] if one.source_line == node.source_line]
            yield node, "".join(one.value.strip() for one in behind if one.type == "comment")


def _value(declaration: Declaration) -> str:
    text: str = tinycss2.serialize(declaration.value)
    return text.strip()
