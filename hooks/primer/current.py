"""The page that is being rendered: its text, its places and what it turns out to use."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2s
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.diagnostics import Location, Report
from primer.figures.model import FigureId
from primer.glossary.model import TermId
from primer.guides.model import GuideId
from primer.model import Model, prose
from primer.pages.addresses import page_url
from primer.quizzes.model import QuizId
from primer.references.citing import PATTERN, cited
from primer.references.model import ReferenceId
from primer.source.fences import Fence, fences
from primer.text import DataText

_CITATION = re.compile(PATTERN)
_BACKTICKS = re.compile("`+")
_EMPTY_LINE = re.compile(r"(\n[ \t]*(?=\n))")

ON_EVERY_PAGE = frozenset(
    [
        "__config",
        "__drawer",
        "__search",
        "__toc",
        "main-content",
        "page-about",
        "page-sources",
        "page-words",
        "site-menu",
    ]
)
"""The ids that the templates of pages have of their own."""


@dataclass
class PageUse:
    """What a page was found to hold, each in document order."""

    terms: dict[TermId, None] = field(default_factory=dict)
    sources: dict[ReferenceId, list[str]] = field(default_factory=dict)
    """The ids of the marks in the text that cite each reference."""
    data_sources: dict[ReferenceId, None] = field(default_factory=dict)
    """What the quizzes and other parts placed on the page cite, by author and year."""
    quizzes: dict[QuizId, None] = field(default_factory=dict)
    catalogue: bool = False
    """Whether the list of all quizzes stands on the page."""
    guides: dict[GuideId, None] = field(default_factory=dict)
    planner: bool = False
    """Whether the conversation planner stands on the page."""
    placed: set[str] = field(default_factory=set)
    """The fences that may stand on a page once, and do."""
    glossary: bool = False
    """Whether the whole glossary stands on the page."""
    figures: dict[FigureId, None] = field(default_factory=dict)
    places: bool = False
    """Whether data by country stands on the page."""
    assignments: bool = False
    """Whether the assignment builder or codes stand on the page."""
    late: dict[str, Callable[[], Markup]] = field(default_factory=dict)
    """What makes each part that is filled in when the page is written, by the mark that stands in its place."""
    unsearched: dict[str, Markup] = field(default_factory=dict)
    """Each part of those that the search need not read, by the mark that stands in its place."""
    anchors: set[str] = field(default_factory=set)
    """Ids in what we put into the page, which the link check of MkDocs cannot see."""


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
    link_terms: bool = True
    skip_terms: frozenset[TermId] = frozenset()
    sensitive: bool = False
    """Whether the page, or a part found on it so far, is; what is promised is made when all of them are known."""
    use: PageUse = field(default_factory=PageUse)
    _anchors_before: set[str] = field(default_factory=set)
    _copies: dict[str, int] = field(default_factory=dict)
    """How often each id was asked for, as far as something else had it already."""

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

    def promise(self, part: Callable[[], Markup]) -> Markup:
        """Return a mark for a part that ``part`` makes when the page is written.

        By then every page is known, and the HTML of one page's quizzes is held in memory at a time, not of all.
        """
        mark = self._mark(str(len(self.use.late)))
        self.use.late[str(mark)] = part
        return mark

    def unsearched(self, part: Markup) -> Markup:
        """Return a mark for a part that the search does not get to read, inside of one that was promised."""
        mark = self._mark(f"unsearched-{len(self.use.unsearched)}")
        self.use.unsearched[str(mark)] = part
        return mark

    def filled(self, html: str) -> tuple[str, str]:
        """Return ``html`` with the parts that were promised: as readers get it, and as the search does.

        Nothing of them is kept.
        """
        late, unsearched = self.use.late, self.use.unsearched
        mark = re.compile(re.escape(f'<div data-late="{self._digest}-') + '[a-z0-9-]+"></div>')
        searched = mark.sub(lambda one: late[one[0]]() if one[0] in late else one[0], html)
        whole = mark.sub(lambda one: unsearched.get(one[0], one[0]), searched)
        unsearched.clear()
        return whole, searched

    @contextmanager
    def placing(self, place: Location) -> Iterator[None]:
        """Collect the ids of one part that is placed at ``place``, and report those that the page has already."""
        before, self.use.anchors = self.use.anchors, set()
        self._anchors_before = before
        yield
        own, self.use.anchors, self._anchors_before = self.use.anchors, before, set()
        if repeated := sorted(id for id in own if self.is_taken(id)):
            message = f"the id '{repeated[0]}' is on this page already"
            hint = "give one of the two another id, or put it on another page"
            self.report.say(place, message, "page-repeated-anchor", hint)
        self.use.anchors |= own

    def is_taken(self, id: str) -> bool:
        """Tell whether something of ours has an id on this page, or may have it.

        What is inside of a part has ids that begin with the part's own and two hyphens.
        """
        if id in self.use.anchors or id in self._anchors_before or id in ON_EVERY_PAGE:
            return True
        kind, _, rest = id.partition("-")
        if kind == "source" and rest in self.use.data_sources:
            return True
        if self.use.glossary and (
            rest in ("filter", "filter-hint") if kind == "glossary" else kind == "letter" and len(rest) == 1
        ):
            return True
        return "--" in id and id.partition("--")[0] in self.use.anchors

    def free_id(self, id: str) -> str:
        """Return ``id`` for something placed on the page, with a number where something else has it already."""
        free, count = id, self._copies.get(id, 1)
        while self.is_taken(free):
            count += 1
            free = f"{id}-{count}"
        self._copies[id] = count
        self.use.anchors.add(free)
        return free

    def cite(self, model: Model, text: DataText) -> None:
        """Count what the texts of a part of a data file cite among the sources of this page."""
        for _, words in prose(model):
            for citation in text.citations(words):
                self.use.data_sources.setdefault(citation.reference)

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return page_url(self.src_uri)

    def place(self, line: int, column: int = 0) -> Location:
        """Return the place in the file of a line and column of ``markdown``, both counted from 0."""
        return Location(self.path, self.lines_above + line + 1, column + 1)

    def place_of_fence(self, fence: Fence) -> Location:
        """Return the place of a fence that was found after tabs had become spaces."""
        line = self._lines[fence.first]
        return self.place(fence.first, len(line) - len(line.lstrip(" \t>")))

    @cached_property
    def _lines(self) -> list[str]:
        return self.markdown.split("\n")

    def places_of(self, marks: Iterable[Element]) -> dict[int, Location]:
        """Return where each citation mark was written, by the ``id()`` of the element.

        Python-Markdown does not say where an element comes from, so the n-th mark with the same text is
        taken for the n-th place at which that text is written outside of code.
        """
        written: dict[str, deque[Location]] = defaultdict(deque)
        text = self._without_code()
        line = begin = 0
        for match in _CITATION.finditer(text):
            line += text.count("\n", begin, match.start())
            begin = max(begin, text.rfind("\n", begin, match.start()) + 1)
            written[_folded(match[1])].append(self.place(line, match.start() - begin))
        top = self.place(0)
        return {id(mark): places.popleft() if (places := written.get(_folded(cited(mark)))) else top for mark in marks}

    def _without_code(self) -> str:
        lines = self.markdown.split("\n")
        for fence in fences(self.markdown.expandtabs(4).split("\n")):
            lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
        return "".join(map(_without_code_spans, _EMPTY_LINE.split("\n".join(lines))))


def _without_code_spans(paragraph: str) -> str:
    """Return a paragraph with spaces in place of code: what stands between as many backticks as end it."""
    marks = list(_BACKTICKS.finditer(paragraph))
    ends: dict[int, int] = {}
    next_alike: list[int | None] = [None] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        length = len(marks[index][0])
        next_alike[index] = ends.get(length)
        ends[length] = index
    parts: list[str] = []
    index = done = 0
    while index < len(marks):
        start, end = marks[index].start(), next_alike[index]
        if end is not None and paragraph[start - 1 : start] != "\\":
            code = paragraph[start : marks[end].end()]
            parts += [paragraph[done:start], re.sub(r"[^\n]", " ", code)]
            done, index = marks[end].end(), end
        index += 1
    return "".join([*parts, paragraph[done:]])


def _folded(text: str) -> str:
    return " ".join(text.split())
