"""Fold the sections of a page that only the curious want."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

FOLDED = "folded"
"""The class by which an author folds one section."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class FoldedSections(Treeprocessor):
    """Puts a section into ``<details>``, with its heading as what is pressed.

    Folded is what stands below a heading with the class ``folded``, or with one of these ``ids``, as far as the next
    heading of its level or above.
    """

    def __init__(self, md: Markdown, ids: Collection[str]) -> None:
        super().__init__(md)
        self._ids = ids

    def run(self, root: Element) -> None:
        children = list(root)
        around: Element | None = None  # the section that is being folded
        level = ""
        for child in children:
            if around is not None and child.tag in _HEADINGS and child.tag <= level:
                around = None
            if around is not None:
                root.remove(child)
                around.append(child)
            elif child.tag in _HEADINGS and self._is_folded(child):
                around, level = _begun(child), child.tag
                root[list(root).index(child)] = around

    def _is_folded(self, heading: Element) -> bool:
        return heading.get("id") in self._ids or FOLDED in heading.get("class", "").split()


def _begun(heading: Element) -> Element:
    """Return the element that folds a section, with nothing of it yet but its heading."""
    others = [one for one in heading.get("class", "").split() if one != FOLDED]
    heading.attrib.pop("class", None)
    if others:
        heading.set("class", " ".join(others))
    for link in heading.findall("a[@class='headerlink']"):
        heading.remove(link)  # to press it would fold as well
    around = Element("details")
    around.tail, heading.tail = heading.tail, None
    summary = SubElement(around, "summary")
    summary.append(heading)
    around.text = summary.tail = "\n"
    return around
