"""The page that is being rendered: its text and what it turns out to use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2s
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.core.diagnostics import Location, Report
from primer.core.model import Model, prose_texts
from primer.core.urls import page_url
from primer.kit.fences import Fence
from primer.kit.paper import PaperPart
from primer.text.inline import DataText

ON_EVERY_PAGE = frozenset(
    [
        "main-content",
        "page-about",
        "side-words",
        "print-page",
        "site-menu",
        "site-search-results",
    ]
)
"""The ids that the templates of pages have of their own."""

CITED_IN_DATA = "cited in data"
"""The kind of what the quizzes and other items placed on a page cite, by author and year."""


_MARK = re.compile(r'<div data-late="[0-9a-f]{16}-[a-z0-9-]+"></div>')
"""What may be a mark; it is one if something is filled in there."""


class WrittenLink(NamedTuple):
    """A link or a picture, as somebody wrote it on a page."""

    address: str
    is_picture: bool


class Words(NamedTuple):
    """Words to say, and the id of the heading above them; empty without one.

    ``language`` is set where it is not that of the page.
    """

    said: str
    anchor: str
    language: str | None = None


class PlacedFence(NamedTuple):
    """A fence in place of which something stands: its name, the id that it gives, its first and last line."""

    fence: str
    id: str | None
    first_line: int
    last_line: int


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
    says_in_short: bool = False
    """Whether a panel above its text says it in short; what it quotes first is then words to say."""
    is_too_deep: bool = False
    """Whether it nests deeper than Markdown can read."""
    has_own_search: bool = False
    """Whether the search stands where the lead ends, and not above the page."""
    placements: list[PlacedFence] = field(default_factory=list)
    """In document order."""
    placed: set[str] = field(default_factory=set)
    """The fences that may stand on a page once, and do."""
    on_request: set[PaperPart] = field(default_factory=set)
    """What of it paper leaves out unless a reader asks for it."""
    assets: set[str] = field(default_factory=set)
    """The names of the style sheets and scripts that it needs beyond those of every page."""
    anchors: set[str] = field(default_factory=set)
    """Ids in what we put into the page, which the link check of MkDocs cannot see."""
    first_words: Words | None = None
    """The first words to say on the page."""
    links: list[WrittenLink] = field(default_factory=list)
    """Those that somebody wrote, in document order."""
    deferred: dict[str, Callable[[], Markup]] = field(default_factory=dict)
    """What makes each part that is filled in when the page is written, by the mark that stands in its place."""
    texts: dict[str, Element] = field(default_factory=dict)
    """Each text of a data file in what was placed, by the mark that stands there until terms are linked."""
    search_excluded: dict[str, Markup] = field(default_factory=dict)
    """Each part of those that the search need not read, by the mark that stands in its place."""
    may_bring: Callable[[str], bool] = field(default=lambda _: False)
    """Tells whether an id may be that of something which features add to the page later."""
    _anchors_before: set[str] = field(default_factory=set)
    _copies: dict[str, int] = field(default_factory=dict)
    """How often each id was asked for, as far as something else had it already."""
    _used: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def use(self, kind: str, id: str, mark: str | None = None) -> None:
        """Note that the page uses a thing of a kind: a term, a quiz; ``mark`` is the id of the element that does."""
        marks = self._used.setdefault(kind, {}).setdefault(id, [])
        if mark is not None:
            marks.append(mark)

    @property
    def marks(self) -> set[str]:
        """The ids of all elements in the text that use something."""
        return {mark for used in self._used.values() for marks in used.values() for mark in marks}

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

    def text(self, root: Element) -> Markup:
        """Return a mark for a parsed text of a data file, in which terms are linked as in the page's own text."""
        mark = self._mark(f"text-{len(self.texts)}")
        self.texts[str(mark)] = root
        return mark

    def texts_in(self, html: str) -> Iterator[Element]:
        """Yield the texts of data files whose marks stand in ``html``, in their order there."""
        return (self.texts[mark] for mark in _MARK.findall(html) if mark in self.texts) if self.texts else iter(())

    def with_texts(self, html: str, data: DataText) -> str:
        """Return ``html`` with the texts of data files in place of their marks."""
        texts = self.texts
        return _MARK.sub(lambda one: data.html(texts[one[0]], self.url) if one[0] in texts else one[0], html)

    def exclude_from_search(self, part: Markup) -> Markup:
        """Return a mark for a part that the search does not get to read, inside of one that was deferred."""
        mark = self._mark(f"search-excluded-{len(self.search_excluded)}")
        self.search_excluded[str(mark)] = part
        return mark

    def filled(self, html: str) -> tuple[str, str]:
        """Return ``html`` with the parts that were deferred: as readers get it, and as the search does.

        Nothing of them is kept.
        """
        deferred, excluded = self.deferred, self.search_excluded
        searched = _MARK.sub(lambda one: deferred[one[0]]() if one[0] in deferred else one[0], html)
        whole = _MARK.sub(lambda one: excluded.get(one[0], one[0]), searched)
        excluded.clear()
        return whole, searched

    @contextmanager
    def placing(self, place: Location) -> Iterator[None]:
        """Collect the ids of one item that is placed at ``place``, and report those that the page has already."""
        before, self.anchors = self.anchors, set()
        self._anchors_before = before
        yield
        own, self.anchors, self._anchors_before = self.anchors, before, set()
        if repeated := sorted(id for id in own if self.is_taken(id)):
            message = f"the id '{repeated[0]}' is on this page already"
            hint = "give one of the two another id, or put it on another page"
            self.report.add(place, message, "page-repeated-anchor", hint)
        self.anchors |= own

    def is_taken(self, id: str) -> bool:
        """Tell whether something of ours has an id on this page, or may have it.

        What is inside of an item has ids that begin with the item's own and two hyphens.
        """
        if id in self.anchors or id in self._anchors_before or id in ON_EVERY_PAGE or self.may_bring(id):
            return True
        return "--" in id and id.partition("--")[0] in self.anchors

    def free_id(self, id: str) -> str:
        """Return ``id`` for something placed on the page, with a number where something else has it already."""
        free, count = id, self._copies.get(id, 1)
        while self.is_taken(free):
            count += 1
            free = f"{id}-{count}"
        self._copies[id] = count
        self.anchors.add(free)
        return free

    def cite(self, model: Model, text: DataText) -> None:
        """Count what the texts of a part of a data file cite among the sources of this page."""
        for words in prose_texts(model):
            for citation in text.citations(words):
                self.use(CITED_IN_DATA, citation.reference)

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return page_url(self.src_uri)

    def location(self, line: int, column: int = 0) -> Location:
        """Return the location in the file of a line and column of ``markdown``, both counted from 0."""
        return Location(self.path, self.lines_above + line + 1, column + 1)

    def location_of_fence(self, fence: Fence) -> Location:
        """Return the location of a fence that was found after tabs had become spaces."""
        line = self._lines[fence.first]
        return self.location(fence.first, len(line) - len(line.lstrip(" \t>")))

    @cached_property
    def _lines(self) -> list[str]:
        return self.markdown.split("\n")
