"""Fold the sections of a page that only the curious want."""

from __future__ import annotations

from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.page import CurrentPage
from primer.kit.paper import ATTRIBUTE
from primer.kit.sectioning import take_class, wrap_sections

FOLDED = "folded"
"""The class by which an author folds one section."""


class FoldedSections(Treeprocessor):
    """Puts into ``<details>`` what stands below a heading with the class ``folded``, or with one of these ``ids``.

    The heading is what is pressed. On paper it stands where a reader asks for it.
    """

    def __init__(self, md: Markdown, ids: Collection[str], current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._ids = ids
        self._current = current

    def run(self, root: Element) -> None:
        wrap_sections(root, self._begun)

    def _begun(self, heading: Element) -> Element | None:
        if not take_class(heading, FOLDED) and heading.get("id") not in self._ids:
            return None
        for link in heading.findall("a[@class='headerlink']"):
            heading.remove(link)  # to press it would fold as well
        if (page := self._current()) is not None:
            page.on_request.add("folded")
        around = Element("details", {ATTRIBUTE: "folded"})
        summary = SubElement(around, "summary")
        summary.append(heading)
        around.text = summary.tail = "\n"
        return around
