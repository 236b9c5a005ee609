"""Fold each passage of a page that is about one country into a box of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.diagnostics import Location, did_you_mean
from primer.features.directory.help_lines import Place
from primer.kit.page import CurrentPage
from primer.kit.sources import Loaded

ATTRIBUTE = "country"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class CountryPassages(Treeprocessor):
    """Puts what stands below a heading with ``country=…`` into a closed box, which has the heading on its lid.

    A passage ends at the next heading of its level, or of one above. Those that follow each other share one list, in
    which a script can put a country first.
    """

    def __init__(
        self, md: Markdown, places: Loaded[Place], assets: frozenset[str], current: Callable[[], CurrentPage | None]
    ) -> None:
        super().__init__(md)
        self._places = places
        self._assets = assets
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None or f"{ATTRIBUTE}=" not in page.markdown:
            return
        parts = list(self._parts(root, page))
        for child in list(root):
            root.remove(child)
        root.extend(parts)

    def _parts(self, root: Element, page: CurrentPage) -> Iterator[Element]:
        """Yield what the root has, its passages about countries in lists."""
        elements, shown = list(root), None
        while elements:
            element = elements.pop(0)
            place = element.attrib.pop(ATTRIBUTE, None) if element.tag in _HEADINGS else None
            if place is None or not self._is_known(place, page):
                shown = None
                yield element
                continue
            if shown is None:
                shown = Element("site-places", {"class": "prints-itself"})
                page.assets |= self._assets
                yield shown
            box = SubElement(shown, "details", {"data-place": place})
            SubElement(box, "summary").append(_without_link(element))
            while elements and not (elements[0].tag in _HEADINGS and elements[0].tag <= element.tag):
                box.append(elements.pop(0))

    def _is_known(self, place: str, page: CurrentPage) -> bool:
        """Tell whether there is such a place, after reporting one that there is not."""
        if place in self._places.items or place in self._places.broken:
            return True
        message = f"there are no help lines for a place '{place}'"
        hint = did_you_mean(place, self._places.items)
        page.report.add(_location(place, page), message, "help-lines-unknown-place", hint)
        return False


def _without_link(heading: Element) -> Element:
    """Return a heading without the link to itself: a lid opens its box, and nothing else."""
    for link in heading.findall("a[@class='headerlink']"):
        heading.remove(link)
    return heading


def _location(place: str, page: CurrentPage) -> Location:
    written = f"{ATTRIBUTE}={place}"
    lines = page.markdown.split("\n")
    found = ((number, line.find(written)) for number, line in enumerate(lines) if written in line)
    return page.location(*next(found, (0, 0)))
