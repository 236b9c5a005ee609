"""Number the citations of a page and report those that cannot stand."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from primer.content import Content
from primer.current import CurrentPage
from primer.diagnostics import Location
from primer.references.citing import Citation, markers, parse
from primer.references.figures import BLOCKS, unsupported_figures
from primer.references.model import Reference
from primer.text import citation_in_link, citation_problems


class PageCitations:
    """The citations of one page, met in document order."""

    def __init__(self, content: Content, page: CurrentPage, root: Element) -> None:
        self._content, self._page = content, page
        marks = list(markers(root))
        self._places = page.places_of(marks)
        self._numbers: dict[str, int] = {}
        self._in_links = {id(mark) for link in root.iter("a") for mark in markers(link)}
        self._check_figures(root)

    def links(self, mark: Element, inside: str) -> list[Element]:
        """Return a numbered link for each known reference that ``mark`` cites."""
        place = self._places[id(mark)]
        if id(mark) in self._in_links:
            self._page.report.add(citation_in_link(inside).at(place))
            return []
        found = []
        for citation in parse(inside):
            self._check(citation, place)
            reference = self._content.references.get(citation.reference)
            if reference is not None:
                found.append(self._link(reference))
        return found

    def _check(self, citation: Citation, place: Location) -> None:
        problems = citation_problems(citation, self._content.references, self._content.broken_references)
        self._page.report.add(*(problem.at(place) for problem in problems))

    def _link(self, reference: Reference) -> Element:
        sources = self._page.use.sources
        marks = sources.setdefault(reference.id, [])
        number = self._numbers.setdefault(reference.id, len(sources))
        marks.append(f"cite-{reference.id}-{len(marks) + 1}")
        label = self._content.strings.references.citation_label.format(number=number, reference=reference.label)
        link = Element("a", {"href": f"#source-{reference.id}", "id": marks[-1], "aria-label": label})
        link.text = f"[{number}]"
        self._page.use.anchors |= {f"source-{reference.id}", marks[-1]}
        return link

    def _check_figures(self, root: Element) -> None:
        for block in _blocks_that_cite(root):
            for mark, problem in unsupported_figures(block, self._content.references):
                self._page.report.add(problem.at(self._places[id(mark)]))


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
