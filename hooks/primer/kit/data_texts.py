"""Put the texts of data files into what was placed on a page, once their terms are linked."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from primer.kit.page import CurrentPage
from primer.text.inline import DataText


class DataTexts(Treeprocessor):
    """Fills in what ``CurrentPage.text`` promised, whether or not something has linked terms in it."""

    def __init__(self, md: Markdown, data: DataText, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._data = data
        self._current = current

    def run(self, root: object) -> None:
        page = self._current()
        if page is None or not page.texts:
            return
        blocks = self.md.htmlStash.rawHtmlBlocks
        for number, html in enumerate(blocks):
            if isinstance(html, str):
                blocks[number] = Markup(page.with_texts(html, self._data))
        page.texts.clear()
