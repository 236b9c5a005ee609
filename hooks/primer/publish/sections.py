"""Divide the HTML of a page into the sections that the search looks through."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
BLOCKS = frozenset({"li", "ol", "p", "pre", "sup", "ul"})
"""The elements that stay elements, without attributes: they tell passages apart, and citations from text."""

UNREAD = frozenset({"object", "script", "style"})
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""The elements that have no end."""

NOT_SEARCHED = "data-search-exclude"
"""The attribute of what the search is not to find, as Material has it."""


@dataclass
class Section:
    """A heading with an id and what stands below it; the first has neither, or begins with the page's own heading.

    ``title`` and ``text`` are pieces of HTML that hold no elements but ``BLOCKS``, and those in the text alone.
    """

    anchor: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    is_searched: bool = True


def sections(html: str) -> list[Section]:
    """Return the sections of a page that are searched, in document order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [section for section in reader.sections if section.is_searched]


@dataclass
class _Element:
    """An element that is open."""

    tag: str
    below: Section
    """The section that goes on when it ends."""
    start: int
    """Where its pieces begin in the text of that section."""
    is_read: bool
    is_heading: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._section = Section()
        self.sections = [self._section]
        self._open: list[_Element] = []
        self._unclosed: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data(" ")
        if tag in VOID:
            return
        said = dict(attrs)
        above = self._open[-1] if self._open else _Element("", self._section, 0, is_read=True, is_heading=False)
        is_heading = tag in HEADINGS and bool(said.get("id"))
        if is_heading:
            self._begin(tag, str(said["id"]), is_searched=NOT_SEARCHED not in said)
        hides = tag in UNREAD or NOT_SEARCHED in said or said.get("class") in ("headerlink", "linenodiv")
        element = _Element(
            tag,
            self._section,
            len(self._section.text),
            is_read=above.is_read and not hides,
            is_heading=is_heading or above.is_heading,
        )
        self._open.append(element)
        self._unclosed[tag] += 1
        if tag in BLOCKS and element.is_read and not element.is_heading:
            self._section.text.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._unclosed[tag]:
            return
        ended = ""
        while ended != tag:  # what was left open inside ends with it
            element = self._open.pop()
            ended = element.tag
            self._unclosed[ended] -= 1
            self._section = element.below
            if element.tag in BLOCKS and element.is_read and not element.is_heading:
                self._end(element)

    def handle_data(self, data: str) -> None:
        element = self._open[-1] if self._open else None
        if element and not element.is_read:
            return
        pieces = self._section.title if element and element.is_heading else self._section.text
        text = re.sub(r"\s+", " ", data)
        if text != " " or (pieces and not pieces[-1].endswith(" ")):
            pieces.append(escape(text, quote=False))

    def _begin(self, tag: str, anchor: str, *, is_searched: bool) -> None:
        """Begin a section, unless this is the page's own heading, above all else."""
        if tag == "h1" and len(self.sections) == 1 and not (self._section.title or "".join(self._section.text).strip()):
            self._section.is_searched = is_searched
        else:
            self._section = Section(anchor, is_searched=is_searched)
            self.sections.append(self._section)

    def _end(self, element: _Element) -> None:
        """End an element, or take it out where nothing stands in it."""
        text = self._section.text
        if any(text[place].strip() for place in range(element.start + 1, len(text))):
            text.append(f"</{element.tag}>")
        else:
            del text[element.start :]
