"""Show lists of nothing but links as tiles."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.page import CurrentPage
from primer.kit.paper import ATTRIBUTE

TILES = "tiles"
"""The class of a list whose items are tiles."""


class Tiles(Treeprocessor):
    """Gives a list its class if it stands right below a heading with one of these ``ids``.

    Links to other pages are of little use on paper, so both are printed where a reader asks for them.
    """

    def __init__(self, md: Markdown, ids: Collection[str], current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._ids = ids
        self._current = current

    def run(self, root: Element) -> None:
        for heading, below in pairwise(root):
            if below.tag == "ul" and heading.get("id") in self._ids and all(map(_is_link, below)):
                below.set("class", f"{below.get('class', '')} {TILES}".strip())
                for part in (heading, below):
                    part.set(ATTRIBUTE, "next")
                if (page := self._current()) is not None:
                    page.on_request.add("next")


def _is_link(item: Element) -> bool:
    """Tell whether an item of a list is one link, and nothing else."""
    if len(item) == 1 and item[0].tag == "p" and not _words(item.text):
        return not _words(item[0].tail) and _is_link(item[0])
    return len(item) == 1 and item[0].tag == "a" and not (_words(item.text) or _words(item[0].tail))


def _words(text: str | None) -> str:
    return (text or "").strip()
