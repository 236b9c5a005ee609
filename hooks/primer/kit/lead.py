"""Mark where the lead of a page ends: before its first heading, where the list of its parts belongs."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.page import CurrentPage


class LeadEnd(Treeprocessor):
    """Puts the page's mark before the first ``h2`` that stands in the page itself, if there is one."""

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        place = lead_length(root)
        if page is not None and place < len(root) and not page.has_own_search:
            root.insert(place, fromstring(page.lead_end))  # noqa: S314 - it is our own


def lead_length(root: Element) -> int:
    """Return how many elements of a page stand before its first heading; without one, all do."""
    return next((index for index, child in enumerate(root) if child.tag == "h2"), len(root))


def parts(page: CurrentPage, html: str) -> tuple[str, str]:
    """Return the HTML of a page before and after the end of its lead; without a heading all of it is lead."""
    lead, _, rest = html.partition(page.lead_end)
    return lead, rest
