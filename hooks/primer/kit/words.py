"""Find the words to say on a page, which stand in block quotes, and for whom they are."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.page import CurrentPage, Words

WHO = "words-for"
"""The class of what says for whom words are."""


class WordsToSay(Treeprocessor):
    """Leaves the first words to say with the page.

    Stress at the beginning of words that ends with a colon says for whom they are: ``*To a friend:*``.
    """

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page, anchor = self._current(), ""
        for element in root.iter():
            if element.tag in ("h2", "h3", "h4"):
                anchor = element.get("id", "")
            if element.tag != "blockquote":
                continue
            _mark_whom(element)
            if page is not None and page.first_words is None and (first := _first(element)) is not None:
                page.first_words = Words(_said(first), anchor, first.get("lang") or element.get("lang"))


def _mark_whom(quote: Element) -> None:
    first = next(iter(quote), None)
    begins = next(iter(first), None) if first is not None and not (first.text or "").strip() else None
    if begins is not None and begins.tag == "em" and "".join(begins.itertext()).endswith(":"):
        begins.tag = "span"
        begins.set("class", WHO)


def _first(quote: Element) -> Element | None:
    """Return the first paragraph that says something, besides for whom the words are."""
    return next(filter(_said, quote), None)


def _said(paragraph: Element) -> str:
    """Return a paragraph, without what says for whom the words are."""
    return " ".join("".join(_texts(paragraph)).split())


def _texts(element: Element) -> list[str]:
    inside = [] if element.get("class") == WHO else [element.text or "", *(t for one in element for t in _texts(one))]
    return [*inside, element.tail or ""]
