"""The page that is being rendered: its text, its places and what it turns out to use."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2s
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.core.diagnostics import Location, Report
from primer.core.model import Model, prose
from primer.core.urls import page_url
from primer.kit.fences import Fence, fences
from primer.text.citing import PATTERN, cited
from primer.text.inline import DataText

_CITATION = re.compile(PATTERN)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)  # within one paragraph


CITED_IN_DATA = "cited in data"
"""The kind of what the quizzes and other items placed on a page cite, by author and year."""


@dataclass
class CurrentPage:
    """A page on its way through Markdown.

    ``path`` is what authors call the file, ``lines_above`` the number of its lines before ``markdown``.
    """

    src_uri: str
    path: str
    markdown: str
    report: Report
    title: str = ""
    lines_above: int = 0
    settings: Mapping[str, object] = field(default_factory=dict)
    """What the front matter says in the fields of features, by the name of the field."""
    sensitive: bool = False
    """Whether the page, or something found on it so far, is; what is deferred is made when all of it is known."""
    placed: set[str] = field(default_factory=set)
    """The fences that may stand on a page once, and do."""
    assets: set[str] = field(default_factory=set)
    """The names of the style sheets and scripts that it needs beyond those of every page."""
    anchors: set[str] = field(default_factory=set)
    """Ids in what we put into the page, which the link check of MkDocs cannot see."""
    deferred: dict[str, Callable[[], Markup]] = field(default_factory=dict)
    """What makes each part that is filled in when the page is written, by the mark that stands in its place."""
    search_excluded: dict[str, Markup] = field(default_factory=dict)
    """Each part of those that the search need not read, by the mark that stands in its place."""
    _used: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def use(self, kind: str, id: str, mark: str | None = None) -> None:
        """Note that the page uses a thing of a kind: a term, a quiz; ``mark`` is the id of the element that does."""
        marks = self._used.setdefault(kind, {}).setdefault(id, [])
        if mark is not None:
            marks.append(mark)

    def used(self, kind: str) -> Mapping[str, list[str]]:
        """Return what the page was found to use of a kind, in document order, each with the ids of its marks."""
        return self._used.get(kind, {})

    @property
    def lead_end(self) -> Markup:
        """The mark that stands where the lead ends."""
        return self._mark("lead")

    def _mark(self, name: str) -> Markup:
        """Return an element that no author can write: it holds a digest of all the text around it."""
        return Markup('<div data-late="{}-{}"></div>').format(self._digest, name)

    @cached_property
    def _digest(self) -> str:
        return blake2s(self.markdown.encode(errors="replace"), digest_size=8).hexdigest()

    def defer(self, part: Callable[[], Markup]) -> Markup:
        """Return a mark for a part that ``part`` makes when the page is written.

        By then every page is known, and the HTML of one page's quizzes is held in memory at a time, not of all.
        """
        mark = self._mark(str(len(self.deferred)))
        self.deferred[str(mark)] = part
        return mark

    def exclude_from_search(self, part: Markup) -> Markup:
        """Return a mark for a part that the search does not get to read, inside of one that was deferred."""
        mark = self._mark(f"search-excluded-{len(self.search_excluded)}")
        self.search_excluded[str(mark)] = part
        return mark

    def filled(self, html: str) -> tuple[str, str]:
        """Return ``html`` with the parts that were deferred: as readers get it, and as the search does.

        Nothing of them is kept.
        """
        for mark, part in self.deferred.items():
            html = html.replace(mark, part())
        whole = html
        for mark, excluded in self.search_excluded.items():
            whole = whole.replace(mark, excluded)
        self.search_excluded.clear()
        return whole, html

    def free_id(self, id: str) -> str:
        """Return ``id`` for something placed on the page, with a number where something else has it already."""
        free, count = id, 1
        while free in self.anchors:
            count += 1
            free = f"{id}-{count}"
        self.anchors.add(free)
        return free

    def cite(self, model: Model, text: DataText) -> None:
        """Count what the texts of a part of a data file cite among the sources of this page."""
        for _, words in prose(model):
            for citation in text.citations(words):
                self.use(CITED_IN_DATA, citation.reference)

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return page_url(self.src_uri)

    def place(self, line: int, column: int = 0) -> Location:
        """Return the place in the file of a line and column of ``markdown``, both counted from 0."""
        return Location(self.path, self.lines_above + line + 1, column + 1)

    def place_of_fence(self, fence: Fence) -> Location:
        """Return the place of a fence that was found after tabs had become spaces."""
        line = self.markdown.split("\n")[fence.first]
        return self.place(fence.first, len(line) - len(line.lstrip(" \t>")))

    def places_of(self, marks: Iterable[Element]) -> dict[int, Location]:
        """Return where each citation mark was written, by the ``id()`` of the element.

        Python-Markdown does not say where an element comes from, so the n-th mark with the same text is
        taken for the n-th place at which that text is written outside of code.
        """
        written: dict[str, deque[Location]] = defaultdict(deque)
        text = self._without_code()
        for match in _CITATION.finditer(text):
            line = text.count("\n", 0, match.start())
            column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
            written[_folded(match[1])].append(self.place(line, column))
        top = self.place(0)
        return {id(mark): places.popleft() if (places := written.get(_folded(cited(mark)))) else top for mark in marks}

    def _without_code(self) -> str:
        lines = self.markdown.split("\n")
        for fence in fences(self.markdown.expandtabs(4).split("\n")):
            lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
        return _CODE_SPAN.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), "\n".join(lines))


def _folded(text: str) -> str:
    return " ".join(text.split())
