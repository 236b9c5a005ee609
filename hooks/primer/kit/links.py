"""Report links of a page whose address no program can take apart, and keep their words alone."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.diagnostics import Location
from primer.core.model import is_readable
from primer.kit.page import CurrentPage
from primer.text.inline import unreadable_link

_LEADS = {"a": "href", "img": "src"}
"""The attributes whose addresses MkDocs takes apart, by element: it stops at one that it cannot read."""


class UnreadableLinks(Treeprocessor):
    """Leaves of each link with an unreadable address its words; ``current`` returns the page."""

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        for element in root.iter():
            lead = _LEADS.get(str(element.tag))
            address = element.get(lead) if lead else None
            if lead is None or address is None or is_readable(address):
                continue
            if element.tag == "img":
                element.text = element.get("alt")
            element.tag, element.attrib = "span", {}  # MkDocs stops at a link without an address, too
            if page is not None:
                page.report.extend([unreadable_link(address).at(_location(address, page))])


def _location(address: str, page: CurrentPage) -> Location:
    """Return where an address is first written on a page; Markdown does not say which element comes from where."""
    at = page.markdown.find(address)
    if at < 0:
        return page.location(0)
    return page.location(page.markdown.count("\n", 0, at), at - (page.markdown.rfind("\n", 0, at) + 1))
