"""Put what a page says in short between its lead and its first heading."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from primer.kit.lead import lead_length
from primer.kit.page import CurrentPage

SUBTITLE = "subtitle"
"""The class of the first line of a page whose answer stands below it."""


class InShortPanel(Treeprocessor):
    """Inserts the panel. ``panel`` returns it for a page, None where a page has none."""

    def __init__(
        self,
        md: Markdown,
        current: Callable[[], CurrentPage | None],
        panel: Callable[[CurrentPage], Markup | None],
    ) -> None:
        super().__init__(md)
        self._current = current
        self._panel = panel

    def run(self, root: Element) -> None:
        page = self._current()
        html = self._panel(page) if page else None
        if html is None:
            return
        above = lead_length(root)
        for element in root[:above]:
            if element.tag == "p":
                element.set("class", f"{element.get('class', '')} {SUBTITLE}".strip())
        panel = Element("p")
        panel.text, panel.tail = self.md.htmlStash.store(html), "\n"
        root.insert(above, panel)
