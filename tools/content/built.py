"""Read the pages of a built site."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


class Built:
    """The pages below a folder; each is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._trees: dict[str, HtmlElement | None] = {}

    def page(self, address: str) -> HtmlElement | None:
        """Return the page at an address such as ``/trust/`` as elements, if it is there."""
        if address not in self._trees:
            file = self.folder / address.lstrip("/") / "index.html"
            parser = html.HTMLParser(encoding="utf-8")
            is_there = file.is_file()
            self._trees[address] = html.document_fromstring(file.read_bytes(), parser=parser) if is_there else None
        return self._trees[address]

    @cached_property
    def is_searched(self) -> bool:
        """Whether the site has a search."""
        return (self.folder / "search/index.json").is_file()
