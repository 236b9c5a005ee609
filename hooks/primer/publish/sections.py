"""Divide the HTML of a page into the sections that the search looks through."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from primer.core.cache import Cache, digest_of

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
LISTED = frozenset(("dd", "dl", "dt", "li", "ol", "table", "tr", "ul"))
PARTS = frozenset(("blockquote", "details", "div", "fieldset", "figcaption", "figure", "form", "legend", "p", "pre"))
BLOCKS = HEADINGS | LISTED | PARTS | {"section", "summary"}
"""The elements before and after which another block begins: a paragraph, an item of a list, a row."""

CELLS = frozenset({"br", "td", "th"})
"""The elements between which stands a space, whether or not somebody wrote it."""

UNREAD = frozenset({"object", "script", "style", "sup"})
"""The elements whose text is none of the page's. What stands above the line are citations."""

TRANSPARENT = frozenset({"summary"})
"""The elements that a heading may stand in whose text comes after them."""

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""The elements that have no end."""

NOT_SEARCHED = "data-search-exclude"
"""The attribute of what the search is not to find, as Material has it."""

RAW_TEXT = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)
"""The elements in which what looks like a tag may be text."""

_ATTRIBUTE = re.compile(r"""[ \t\n\f\r](viewBox|[a-z][a-z0-9:._-]*)(?:="([^"]*)")?""")
_TOKEN = re.compile(
    r"""([^<]+)|</([a-z][a-z0-9-]*)>|"""
    r"""<([a-z][a-z0-9-]*)((?:[ \t\n\f\r](?:viewBox|[a-z][a-z0-9:._-]*)(?:="[^"]*")?)*)[ ]?(/?)>"""
)
"""Text, or a tag that is written as nearly all are."""


@dataclass
class Section:
    """A heading with an id and what stands below it; the first has neither, or begins with the page's own heading."""

    anchor: str = ""
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    """The text in blocks, such as paragraphs; none of them is empty."""
    is_searched: bool = True


def sections(html: str) -> list[Section]:
    """Return the sections of a page that are searched, in document order."""
    reader = _Reader()
    reader.feed(html[_read(html, reader) :])
    reader.close()
    return [
        Section(one.anchor, _plain(one.title), [text for pieces in one.blocks if (text := _plain(pieces))])
        for one in reader.sections
        if one.is_searched
    ]


def _read(html: str, reader: _Reader) -> int:
    """Hand to a reader what is written as nearly all is, and return where that ends.

    It takes a third of the time of HTMLParser, which made a tenth of a first build.
    """
    at = 0
    while token := _TOKEN.match(html, at):
        text, ended, begun, attributes, closed = token.groups()
        if text:
            reader.handle_data(unescape(text))
        elif ended:
            reader.handle_endtag(ended)
        elif begun in RAW_TEXT:
            break
        else:
            reader.handle_starttag(begun, _ATTRIBUTE.findall(attributes) if attributes else [])
            if closed:
                reader.handle_endtag(begun)
        at = token.end()
    return at


@dataclass(frozen=True)
class KeptSections:
    """The same, to be taken out once somebody asks for them: where nothing has changed, nobody does."""

    key: bytes
    """What stands for all that they are made of."""
    _packed: bytes = field(repr=False)

    def __iter__(self) -> Iterator[Section]:
        return (Section(*one) for one in json.loads(self._packed))


def kept_sections(html: str, kept: Cache) -> KeptSections:
    """Return the same, kept from build to build."""

    def make() -> bytes:
        return json.dumps([(one.anchor, one.title, one.blocks) for one in sections(html)]).encode()

    read = "sections", _code(), html
    return KeptSections(digest_of(*read), kept.kept(make, *read))


@cache
def _code() -> bytes:
    """Return what stands for the code of this module."""
    return Path(__file__).read_bytes()


@dataclass
class _Read:
    """A section while it is read, in pieces."""

    anchor: str = ""
    title: list[str] = field(default_factory=list)
    blocks: list[list[str]] = field(default_factory=lambda: [[]])
    is_searched: bool = True


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    tag: str
    around: _Read
    """The section that goes on when it ends."""
    is_read: bool
    is_heading: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._section = _Read()
        self.sections = [self._section]
        self._open: list[_Element] = []
        self._unclosed: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CELLS:
            self.handle_data(" ")
        if tag in VOID:
            return
        said = dict(attrs)
        above = self._open[-1] if self._open else _Element("", self._section, is_read=True, is_heading=False)
        around, is_heading = self._section, tag in HEADINGS and bool(said.get("id"))
        if is_heading:
            self._begin(tag, str(said["id"]), is_searched=NOT_SEARCHED not in said)
        hides = tag in UNREAD or NOT_SEARCHED in said or said.get("class") in ("headerlink", "linenodiv")
        self._open.append(
            _Element(
                tag,
                # What stands behind a heading belongs to it, as far as what is around both of them goes.
                self._section if is_heading else around,
                is_read=above.is_read and not hides,
                is_heading=is_heading or above.is_heading,
            )
        )
        self._unclosed[tag] += 1
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._unclosed[tag]:
            return
        ended = ""
        while ended != tag:  # what was left open inside ends with it
            element = self._open.pop()
            ended = element.tag
            self._unclosed[ended] -= 1
            self._break(ended)
            if ended not in TRANSPARENT:
                self._section = element.around
            self._break(ended)

    def handle_data(self, data: str) -> None:
        element = self._open[-1] if self._open else None
        if element and not element.is_read:
            return
        if element and element.is_heading:
            self._section.title.append(data)
        else:
            self._section.blocks[-1].append(data)

    def _break(self, tag: str) -> None:
        """Begin another block, where an element begins or ends one."""
        if tag in BLOCKS and self._section.blocks[-1]:
            self._section.blocks.append([])

    def _begin(self, tag: str, anchor: str, *, is_searched: bool) -> None:
        """Begin a section, unless this is the page's own heading, above all else."""
        first = self.sections[0]
        if tag == "h1" and len(self.sections) == 1 and not (first.title or any(map(_plain, first.blocks))):
            first.is_searched = is_searched
        else:
            self._section = _Read(anchor, is_searched=is_searched)
            self.sections.append(self._section)


def _plain(pieces: list[str]) -> str:
    """Return text in one line."""
    return " ".join("".join(pieces).split())
