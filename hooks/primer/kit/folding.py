"""Fold the sections of a page that only the curious want."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.sectioning import take_class, wrap_sections

FOLDED = "folded"
"""The class by which an author folds one section."""


class FoldedSections(Treeprocessor):
    """Puts into ``<details>`` what stands below a heading with the class ``folded``, or with one of these ``ids``.

    The heading is what is pressed.
    """

    def __init__(self, md: Markdown, ids: Collection[str]) -> None:
        super().__init__(md)
        self._ids = ids

    def run(self, root: Element) -> None:
        wrap_sections(root, self._begun)

    def _begun(self, heading: Element) -> Element | None:
        if not take_class(heading, FOLDED) and heading.get("id") not in self._ids:
            return None
        for link in heading.findall("a[@class='headerlink']"):
            heading.remove(link)  # to press it would fold as well
        around = Element("details")
        summary = SubElement(around, "summary")
        summary.append(heading)
        around.text = summary.tail = "\n"
        return around
