"""Collect the links of a page, and keep the words alone of those whose address no program can take apart."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.diagnostics import Problem
from primer.core.model import is_readable
from primer.kit.locations import Finder
from primer.kit.page import CurrentPage, WrittenLink

_LEADS = {"a": "href", "img": "src"}
"""The attributes whose addresses MkDocs takes apart, by element: it stops at one that it cannot read."""
_OURS = frozenset({"glossary-term", "headerlink", "footnote-ref", "footnote-backref"})


class PageLinks(Treeprocessor):
    """Leaves the links of a page with it, and of each with an unreadable address its words.

    ``current`` returns the page.
    """

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        cited = {id(link) for mark in root.iter("sup") if mark.get("class") == "citation" for link in mark.iter("a")}
        for element in root.iter():
            lead = _LEADS.get(str(element.tag))
            address = element.get(lead) if lead else None
            if lead is None or address is None or id(element) in cited or element.get("class") in _OURS:
                continue
            is_picture = element.tag == "img"
            if page is not None:
                page.links.append(WrittenLink(address, is_picture))
            if is_readable(address):
                continue
            if is_picture:
                element.text = element.get("alt")
            element.tag, element.attrib = "span", {}  # MkDocs stops at a link without an address, too


def check_links(page: CurrentPage, problem_of: Callable[[WrittenLink], Problem | None]) -> None:
    """Report each link of a page with what ``problem_of`` says of it, where it stands."""
    problems = [problem_of(link) for link in page.links]
    if any(problems):
        finder = Finder(page)
        for link, problem in zip(page.links, problems, strict=True):
            place = finder.next(link.address)
            if problem is not None:
                page.report.extend([problem.at(place)])
