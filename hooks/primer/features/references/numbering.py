"""Number the citations of a page and report those that cannot stand."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from primer.core.diagnostics import Location
from primer.features.references.strings import ReferencesStrings
from primer.kit.content import Content
from primer.kit.locations import citation_locations
from primer.kit.page import CurrentPage
from primer.text.citing import Citable, Citation, markers, parse
from primer.text.claims import BLOCKS, unsupported_figures
from primer.text.inline import citation_in_link, citation_problems

CITED = "reference"
"""The kind of what the text of a page cites."""


class PageCitations:
    """The citations of one page, met in document order."""

    def __init__(self, content: Content, page: CurrentPage, root: Element) -> None:
        self._content, self._page = content, page
        marks = list(markers(root))
        self._locations = citation_locations(page, marks)
        self._numbers: dict[str, int] = {}
        self._in_links = {id(mark) for link in root.iter("a") for mark in markers(link)}
        self._check_figures(root)

    def links(self, mark: Element, inside: str) -> list[Element]:
        """Return a numbered link for each known reference that ``mark`` cites."""
        location = self._locations[id(mark)]
        if id(mark) in self._in_links:
            self._page.report.extend([citation_in_link(inside).at(location)])
            return []
        found = []
        for citation in parse(inside):
            self._check(citation, location)
            reference = self._content.text.citables.known.get(citation.reference)
            if reference is not None:
                found.append(self._link(reference))
        return found

    def _check(self, citation: Citation, location: Location) -> None:
        problems = citation_problems(citation, self._content.text.citables)
        self._page.report.extend(problem.at(location) for problem in problems)

    def _link(self, reference: Citable) -> Element:
        before = self._page.used(CITED).get(reference.id, [])
        mark = f"cite-{reference.id}-{len(before) + 1}"
        self._page.use(CITED, reference.id, mark)
        number = self._numbers.setdefault(reference.id, len(self._page.used(CITED)))
        strings = self._content.strings[ReferencesStrings]
        label = strings.citation_label.format(number=number, reference=self._content.text.citables.labels[reference.id])
        link = Element("a", {"href": f"#source-{reference.id}", "id": mark, "aria-label": label})
        link.text = f"[{number}]"
        self._page.anchors |= {f"source-{reference.id}", mark}
        return link

    def _check_figures(self, root: Element) -> None:
        for block in _blocks_that_cite(root):
            for mark, problem in unsupported_figures(block, self._content.text.citables):
                self._page.report.extend([problem.at(self._locations[id(mark)])])


def _blocks_that_cite(root: Element) -> Iterator[Element]:
    """Yield the innermost block around each mark, once."""
    parents = {id(child): parent for parent in root.iter() for child in parent}
    seen: set[int] = set()
    for mark in markers(root):
        block = parents[id(mark)]
        while block.tag not in BLOCKS and id(block) in parents:
            block = parents[id(block)]
        if id(block) not in seen:
            seen.add(id(block))
            yield block
