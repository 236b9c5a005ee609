"""Say of each link of a page to another language which one that is."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.model import is_readable
from primer.kit.content import Content
from primer.kit.page import CurrentPage


class OtherLanguages(Treeprocessor):
    """Sets ``hreflang`` on links to pages in another language than that of the page, unless its author has."""

    def __init__(self, md: Markdown, content: Content, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._content = content
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None:
            return
        for link in root.iter("a"):
            target = _target(link.get("href", ""), page.src_uri)
            if target in self._content.pages and (language := self._content.other_language(target)):
                link.attrib.setdefault("hreflang", language)


def _target(address: str, src_uri: str) -> str:
    """Return the page to which an address leads as somebody wrote it; the address itself where it leads elsewhere."""
    if not address.partition("#")[0].endswith(".md") or not is_readable(address):
        return address
    path = urlsplit(address).path
    return posixpath.normpath(posixpath.join(posixpath.dirname(f"/{src_uri}"), path)).lstrip("/")
