"""Collect the running text of a page, with where each sign of it stands in the tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import STX, AtomicString

from primer.text.letters import OBJECT

OPT_OUT = "no-glossary"
NEVER_LINKED = frozenset(
    [
        *("a", "button", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math", "option", "pre"),
        *("samp", "script", "select", "style", "summary", "svg", "textarea", "th"),
    ]
)
_NEVER_LINKED_CLASSES = frozenset({OPT_OUT, "admonition-title", "arithmatex", "citation", "headerlink"})

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});")
# markdown.util.HTML_PLACEHOLDER, escaped signs, and entities, which texts of data have as they are typed
_MARK = re.compile(STX + rf"(?:wzxhzdk:(\d+)|(\d{{1,6}})|amp)\x03|{_ENTITY.pattern}")
_ONE_TAG = re.compile("<[^<>]*>")
_TAG = re.compile(r"<\s*(?:(/)\s*)?([a-zA-Z][a-zA-Z0-9]*)")
_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})  # elements that are never closed
_IN_WORDS = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "u", "var"),
    ]
)
"""Elements that part no word in which they begin or end."""
_BREAK, _SOMETHING, _MAY_BREAK = "\n", OBJECT, "\u200b"


@dataclass
class Slot:
    """A text in the tree: that in front of what is in ``owner``, or, with a ``parent``, that behind ``owner``."""

    owner: Element
    text: str
    parent: Element | None = None

    def replace(self, before: str, elements: Iterable[Element]) -> None:
        """Put ``elements`` behind what is left of the text."""
        if self.parent is None:
            self.owner.text = before
            target, place = self.owner, 0
        else:
            self.owner.tail = before
            target, place = self.parent, list(self.parent).index(self.owner) + 1
        for number, element in enumerate(elements):
            target.insert(place + number, element)


class _Piece(NamedTuple):
    start: int
    shown: int
    """How long it is as it is read."""
    slot: Slot | None
    """Where it stands; None where nothing is linked."""
    at: int
    length: int
    """How long it is where it stands, an entity for example."""


@dataclass
class Run:
    """The text of a page as it is read, with a sign that is no letter wherever something else stands."""

    texts: list[str] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    """Where an element begins or ends, so that no link can reach over it."""
    _size: int = 0
    _pieces: list[_Piece] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it is read."""
        return "".join(self.texts)

    def add(self, shown: str, slot: Slot | None = None, at: int = 0, length: int | None = None) -> None:
        """Add what is read as ``shown`` and stands in a slot ``at`` some place, perhaps in another length."""
        size = len(shown)
        self._pieces.append(_Piece(self._size, size, slot, at, size if length is None else length))
        self._starts.append(self._size)
        self.texts.append(shown)
        self._size += size

    def cut(self) -> None:
        """Let no link reach over this place."""
        self.cuts.append(self._size)

    def place(self, start: int, end: int) -> tuple[Slot, int, int] | None:
        """Return the slot in which a stretch without cuts stands, and where; None where nothing is linked."""
        first, last = (self._pieces[bisect_right(self._starts, at) - 1] for at in (start, end - 1))
        if first.slot is None or first.slot is not last.slot:
            return None
        at = first.at + (start - first.start if first.length == first.shown else 0)
        behind = last.at + (end - last.start if last.length == last.shown else last.length)
        return first.slot, at, behind


def running_text(
    root: Element,
    raw: list[str | Element],
    is_block: Callable[[object], bool],
    texts_in: Callable[[str], Iterable[Element]],
) -> Run:
    """Return the running text below ``root`` in document order, with the texts of data files in it.

    ``raw`` holds the pieces of HTML that Markdown took out of the text, ``texts_in`` returns the texts of data files in
    one of them.
    """
    collector = _Collector(raw, is_block, texts_in)
    collector.walk(root)
    return collector.run


class _Collector:
    def __init__(
        self,
        raw: list[str | Element],
        is_block: Callable[[object], bool],
        texts_in: Callable[[str], Iterable[Element]],
    ) -> None:
        self.run = Run()
        self._raw, self._is_block, self._texts_in = raw, is_block, texts_in
        self._begins = True  # whether nothing stands yet in this block
        self._raw_name, self._raw_depth = "", 0  # an element typed as HTML where nothing is linked: how many are open

    def walk(self, element: Element) -> None:
        """Add what is read in an element."""
        self._add(element.text, element)
        for child in element:
            is_block = self._is_block(child.tag)
            if is_block:
                self._part()
                self._raw_depth = 0
            if not is_prose(child):
                if not is_block:
                    self._pass_by(child)
            elif is_block or (child.tag in _IN_WORDS and (child.text or len(child))):
                self.walk(child)
            else:
                self._put(_BREAK if child.tag == "br" else _SOMETHING)
                self.walk(child)
                self._put(_SOMETHING)
            if is_block:
                self._part()
            self._add(child.tail, child, element)

    def _put(self, shown: str) -> None:
        """Add what is read and never linked."""
        self._begins = False
        self.run.cut()
        self.run.add(shown)

    def _part(self) -> None:
        """Let no word and no phrase go on from here."""
        if not self._begins:
            self.run.add(_SOMETHING)
            self._begins = True

    def _add(self, text: str | None, owner: Element, parent: Element | None = None) -> None:
        if not text or (self._begins and text.isspace()):  # between blocks
            return
        self._begins = False
        self.run.cut()
        if isinstance(text, AtomicString):
            self.run.add(text)
            return
        slot, done = Slot(owner, text, parent), 0
        if not self._raw_depth and STX not in text and "&" not in text:  # as most texts
            self.run.add(text, slot)
            return
        for mark in _MARK.finditer(text):
            self._add_plain(slot, done, mark.start())
            self._add_marked(slot, mark)
            done = mark.end()
        self._add_plain(slot, done, len(text))

    def _add_plain(self, slot: Slot, start: int, end: int) -> None:
        if start < end:
            self.run.add(slot.text[start:end], None if self._raw_depth else slot, start)

    def _add_marked(self, slot: Slot, mark: re.Match[str]) -> None:
        """Add what a mark of Python-Markdown stands for."""
        if mark[1] is None:
            shown = chr(int(mark[2])) if mark[2] else unescape(mark[0]) if mark[0][0] == "&" else "&"
        else:
            html = self._raw[int(mark[1])] if int(mark[1]) < len(self._raw) else ""
            tag = _TAG.match(html) if isinstance(html, str) else None
            if isinstance(html, str) and _ENTITY.fullmatch(html):
                shown = unescape(html)
            elif tag and tag[2].lower() == "wbr":
                shown = _MAY_BREAK
            else:
                self._add_html(html, tag)
                return
        self.run.add(shown, None if self._raw_depth else slot, mark.start(), len(mark[0]))

    def _add_html(self, html: str | Element, tag: re.Match[str] | None) -> None:
        is_in_words = isinstance(html, str) and tag and tag[2].lower() in _IN_WORDS and _ONE_TAG.fullmatch(html)
        self._put("" if is_in_words else _SOMETHING)
        if not isinstance(html, str):
            return
        for text in () if self._raw_depth else self._texts_in(html):
            self._part()
            inside = _Collector([], self._is_block, lambda _: ())
            inside.run = self.run
            inside.walk(text)
            self._put(_SOMETHING)
        if not tag:
            return
        name, closes = tag[2].lower(), bool(tag[1])
        if self._raw_depth and name == self._raw_name:
            self._raw_depth += -1 if closes else 1
        elif not self._raw_depth and not closes and (name in NEVER_LINKED or _opts_out(name, html)):
            self._raw_name, self._raw_depth = name, 1

    def _pass_by(self, element: Element) -> None:
        """Add an element in which nothing is linked, because a word may begin or end in it."""
        is_read = element.tag in _IN_WORDS and "citation" not in element.get("class", "")
        self._put(_MARK.sub(_SOMETHING, "".join(element.itertext())) if is_read else _SOMETHING)


def _opts_out(name: str, tag: str) -> bool:
    found = _CLASS.search(tag)
    return found is not None and name not in _EMPTY and OPT_OUT in (found[1] or found[2] or found[3] or "").split()


def is_prose(element: Element) -> bool:
    """Tell whether terms in ``element`` may be linked."""
    return element.tag not in NEVER_LINKED and _NEVER_LINKED_CLASSES.isdisjoint(element.get("class", "").split())
