"""Report a page that nests deeper than Markdown can read, and go on without what is so deep."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from primer.kit.page import CurrentPage

DEEPEST = 30
"""How many lists, quotes and other blocks may stand inside of each other where a page is too deep."""
DEEPEST_ELEMENT = 100
"""How many elements may stand inside of each other."""
_MARGIN = re.compile(r"(?: {4}|\t| *(?:>|[-*+:]|\d+\.)(?=[ >]|$)| )*")
_LEVEL = re.compile(r" {4}|\t|>|[-*+:]|\d+\.")


def guard_nesting(md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
    """Let ``md`` read pages that are too deep: without the deep lines, or without any, where all are too deep.

    ``current`` returns the page that is rendered.
    """
    parse = md.parser.parseDocument

    def guarded(lines: Iterable[str]) -> ElementTree:
        every = list(lines)
        for is_kept in (None, lambda line: _depth(line) <= DEEPEST):
            try:
                return parse(filter(is_kept, every) if is_kept else every)
            except RecursionError:
                md.parser.state.clear()  # the parser was in the middle of many blocks
                if page := current():
                    page.is_too_deep = True
                    _report(page)
        return parse([])

    md.parser.parseDocument = guarded  # type: ignore[method-assign]  # its processors hold this very parser


class TooDeep(Treeprocessor):
    """Leaves of what is too deep in a page its words alone; those who read the tree call themselves at each level."""

    def __init__(self, md: Markdown, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        level, too_deep = [root], []
        for depth in range(DEEPEST_ELEMENT + 1):
            too_deep = level if depth == DEEPEST_ELEMENT else []
            level = [child for element in level for child in element]
        for element in (element for element in too_deep if len(element)):
            words = "".join(element.itertext())
            for child in list(element):
                element.remove(child)
            element.text = AtomicString(words)
            if page := self._current():
                _report(page)


def _report(page: CurrentPage) -> None:
    lines = page.markdown.split("\n")
    deepest = max(range(len(lines)), key=lambda number: _depth(lines[number]))
    message = "the page nests deeper than can be read"
    page.report.add(page.location(deepest), message, "page-too-deep", "take lists and quotes out of each other")


def _depth(line: str) -> int:
    """Return in how many blocks a line may stand at most, by what is before its words."""
    margin = _MARGIN.match(line)
    return len(_LEVEL.findall(margin[0])) if margin else 0
