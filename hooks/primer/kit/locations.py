"""Where citations were written on a page: Python-Markdown does not say where an element comes from."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from primer.core.diagnostics import Location
from primer.kit.fences import fences
from primer.kit.page import CurrentPage
from primer.text.citing import PATTERN, cited

_CITATION = re.compile(PATTERN)
_BACKTICKS = re.compile("`+")
_EMPTY_LINE = re.compile(r"(\n[ \t]*(?=\n))")


def citation_locations(page: CurrentPage, marks: Iterable[Element]) -> dict[int, Location]:
    """Return where each citation mark was written, by the ``id()`` of the element.

    The n-th mark with the same text is taken for the n-th place at which that text is written outside of code.
    """
    written: dict[str, deque[Location]] = defaultdict(deque)
    text = without_code(page.markdown)
    line = begin = 0
    for match in _CITATION.finditer(text):
        line += text.count("\n", begin, match.start())
        begin = max(begin, text.rfind("\n", begin, match.start()) + 1)
        written[_folded(match[1])].append(page.location(line, match.start() - begin))
    top = page.location(0)
    return {id(mark): places.popleft() if (places := written.get(_folded(cited(mark)))) else top for mark in marks}


def without_code(markdown: str) -> str:
    """Return a page without what is code in it; what is left stands where it stood."""
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    lines = markdown.split("\n")
    for fence in fences(markdown.expandtabs(4).split("\n")):
        lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
    return "".join(map(_without_code_spans, _EMPTY_LINE.split("\n".join(lines))))


def _without_code_spans(paragraph: str) -> str:
    """Return a paragraph with spaces in place of code: what stands between as many backticks as end it."""
    if "`" not in paragraph:
        return paragraph
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


class Finder:
    """Finds where texts were written on a page: the n-th that is asked for is the n-th one outside of code."""

    def __init__(self, page: CurrentPage) -> None:
        self._page = page
        self._text = without_code(page.markdown)
        self._done: dict[str, int] = {}
        self._taken: set[int] = set()

    def next(self, written: str) -> Location:
        """Return the next place of a text, as far as it stands in one line; the top of the page where it does not."""
        sought = written.partition("\n")[0]
        at = self._text.find(sought, self._done.get(sought, 0))
        while at >= 0 and at in self._taken:
            at = self._text.find(sought, at + 1)
        if at < 0:
            return self.first(sought)
        self._done[sought] = at + len(sought)
        self._taken.update(range(at, at + len(sought)))
        return self._location(at, self._text)

    def first(self, sought: str) -> Location:
        """Return the first place of a text, be it in code."""
        text = self._page.markdown
        at = text.find(sought)
        return self._location(at, text) if at >= 0 else self._page.location(0)

    def match(self, pattern: re.Pattern[str], nth: int = 0) -> Location:
        """Return the place of the n-th match, counted from 0, outside of code."""
        found = list(pattern.finditer(self._text))
        if not found:
            return self._page.location(0)
        return self._location(found[min(nth, len(found) - 1)].start(), self._text)

    def _location(self, at: int, text: str) -> Location:
        return self._page.location(text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1))
