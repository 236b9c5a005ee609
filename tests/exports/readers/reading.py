"""What every reader makes of a question: what is asked, what is right, what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from lxml.html import fragment_fromstring

#: What is right, by the kind of question: texts, texts by texts, or these of each gap.
Right = str | float | bool | tuple["Right", ...] | frozenset["Right"] | Mapping[str, "Right"]


@dataclass(frozen=True)
class Read:
    """A question."""

    kind: str
    prompt: str
    right: Right
    said: Mapping[str, str] = field(default_factory=dict)
    """What is said to an answer."""
    general: str = ""
    """What is said to everybody."""
    hints: tuple[str, ...] = ()
    weight: float = 1


class BrokenFileError(ValueError):
    """A platform would not read this, or would read something else."""


def line(text: str) -> str:
    """A text in which white space is all the same."""
    return " ".join(text.split())


def words(html: str) -> str:
    """What HTML says; the words of two blocks are apart."""
    tree = fragment_fromstring(html or "", create_parent="div")
    for element in tree.iter("p", "li", "td", "th", "tr", "pre", "ul", "table", "br"):
        element.tail = f" {element.tail or ''}"
        element.text = f" {element.text or ''}"
    for picture in tree.iter("img"):
        picture.tail = f"{picture.get('alt')}{picture.tail or ''}"
    return line(str(tree.text_content()))


def written(text: str) -> str:
    """HTML that says a text."""
    return escape(text, quote=False)
