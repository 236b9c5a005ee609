"""Take from the pages of a site the lines by which the search finds their passages."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from primer.core.cache import Cache
from primer.publish.search.words import words_of
from primer.publish.sections import Section, kept_sections


class Kind(IntEnum):
    """What a line is of a page, in the order that ``search-ranking.js`` has."""

    TITLE = 0
    ABOVE = 1
    """The title, behind that of the page above."""
    ABOUT = 2
    ASKED = 3
    HEADING = 4
    TEXT = 5


@dataclass(frozen=True)
class SearchedPage:
    """A page as far as it is searched. All but ``html`` are texts and not HTML."""

    address: str
    """Below the site's root."""
    title: str
    description: str
    sections: Iterable[Section]
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Questions in other words, by the id of the heading above the answer."""
    boost: float = 1
    headings_only: bool = False
    """Whether it is found by its title, its headings and its description alone, typed as they are written."""
    note: str | None = None
    """What results show in place of the page's text."""


@dataclass(frozen=True)
class Lines:
    """The lines of all pages, in document order; words are numbers."""

    pages: Sequence[SearchedPage]
    vocabulary: Mapping[str, int]
    kinds: bytearray = field(default_factory=bytearray)
    words: list[array[int]] = field(default_factory=list)
    first_of_section: list[list[int]] = field(default_factory=list)
    """For each page the number of the first line of each section."""

    def first_of(self, page: int) -> int:
        """Return the number of the first line of a page, or of the next that has one."""
        return next((firsts[0] for firsts in self.first_of_section[page:] if firsts), len(self.words))


def searched_page(
    html: str, address: str, title: str, description: str | None, kept: Cache | None = None, **choices: object
) -> SearchedPage:
    """Return what is searched of a page that is ``html``."""
    return SearchedPage(address, title.strip(), description or "", kept_sections(html, kept or Cache()), **choices)  # type: ignore[arg-type]


def _lines_of(
    page: SearchedPage, above: SearchedPage | None, titles: Collection[str]
) -> Iterator[tuple[Section, list[tuple[Kind, str]]]]:
    """Yield each section with its lines. A line that is the title of a page is a link to it, and says nothing here."""
    for section in page.sections:
        lines: list[tuple[Kind, str]] = []
        if section.anchor:
            lines.append((Kind.HEADING, section.title))
        else:
            lines += ((Kind.TITLE, sentence) for sentence in re.findall(r"[^?.:]+[?.:]*", page.title))
            if above is not None:
                lines.append((Kind.ABOVE, f"{above.title} {page.title}"))
            lines.append((Kind.ABOUT, page.description))
        lines += ((Kind.ASKED, question) for question in page.asked.get(section.anchor, ()))
        if not page.headings_only:
            lines += ((Kind.TEXT, block) for block in section.blocks if block not in titles)
        yield section, lines


def read_lines(pages: Sequence[SearchedPage]) -> Lines:
    """Return the lines of all pages."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    lines = Lines(pages, vocabulary)
    by_address = {page.address: page for page in pages}
    titles = {page.title for page in pages}
    for page in pages:
        above = by_address.get(re.sub(r"[^/]+/$", "", page.address)) if page.address else None
        firsts: list[int] = []
        for _, texts in _lines_of(page, above, titles):
            firsts.append(len(lines.words))
            for kind, text in texts:
                words = array("L", sorted({vocabulary[word] for word in words_of(text)}))
                if words:
                    lines.kinds.append(kind)
                    lines.words.append(words)
        lines.first_of_section.append(firsts)
    return lines
