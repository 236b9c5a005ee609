"""Say what a question says in one line of plain words, for sheets."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.shapes import Choosable
from primer.text.rich import Rich, one_line, plain_words

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of something to compute."""


def line(text: Rich) -> str:
    """Return a text in one line."""
    return one_line(text.text)


def line_of(html: Markup) -> str:
    """Return what HTML says, in one line."""
    return one_line(plain_words(str(html)))


def cell(text: str) -> str:
    """Return a text that no spreadsheet computes; what imports it drops the space before it."""
    return f" {text}" if text.startswith(FORMULA) else text


def spoken_line(one: Choosable[Rich]) -> str:
    """Return an option with who says it, where somebody does."""
    return f"{one.speaker}: {line(one.text)}" if one.speaker else line(one.text)


def passage(options: tuple[Choosable[Rich], ...]) -> str:
    """Return the sentences of a passage one after the other."""
    return " ".join(map(spoken_line, options))
