"""Spare Markdown the texts of a page in which nothing can be inline Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

TAKEN = 20.01  # right before inline Markdown is read (20)
PUT_BACK = 19.99  # right after it

_NEED_A_SIGN = frozenset(
    [
        *(inlinepatterns.BACKTICK_RE, inlinepatterns.ESCAPE_RE, inlinepatterns.REFERENCE_RE, inlinepatterns.LINK_RE),
        *(inlinepatterns.IMAGE_LINK_RE, inlinepatterns.IMAGE_REFERENCE_RE, inlinepatterns.AUTOLINK_RE),
        *(inlinepatterns.AUTOMAIL_RE, inlinepatterns.LINE_BREAK_RE, inlinepatterns.HTML_RE, inlinepatterns.ENTITY_RE),
        *(r"\*|_", r"\~", r"\[\^([^\]]*)\]", r"\[(@[^\[\]]+)\]"),  # emphasis, pymdownx.tilde, footnotes, citations
    ]
)
"""Patterns that match nothing without one of ``_SIGNS`` or a line break."""
_NEED_A_PLUS = "pymdownx.keys"
"""The module whose patterns match nothing without a plus sign."""
_SIGNS = re.compile(rf"[`\\\[<&*_~+{STX}]")
"""``STX`` begins what Python-Markdown has put in place of something."""
_LINE_BREAK = "  \n"


class PlainTexts(Treeprocessor):
    """Takes each text that no inline pattern matches out of a page, and puts it back once the others are read.

    Python-Markdown asks some twenty patterns about each text; in most, one look finds that there is nothing to read.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._texts: list[tuple[Element, str]] = []
        self._tails: list[tuple[Element, str]] = []

    def register(self) -> None:
        """Take texts before Markdown reads what is inline, and put them back after it."""
        self.md.treeprocessors.register(self, "primer-plain-texts", TAKEN)
        self.md.treeprocessors.register(_PutBack(self), "primer-plain-texts-back", PUT_BACK)

    def run(self, root: Element) -> None:
        """Take the texts out."""
        is_plain = _plain(self.md)
        self._texts, self._tails = [], []
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and not isinstance(text, AtomicString) and is_plain(text):
                self._texts.append((element, text))
                element.text = None
            if tail and not isinstance(tail, AtomicString) and is_plain(tail):
                self._tails.append((element, tail))
                element.tail = None

    def put_back(self) -> None:
        """Put the texts back."""
        for element, text in self._texts:
            element.text = text
        for element, tail in self._tails:
            element.tail = tail
        self._texts, self._tails = [], []


class _PutBack(Treeprocessor):
    """Puts back what ``PlainTexts`` has taken."""

    def __init__(self, taken: PlainTexts) -> None:
        super().__init__(taken.md)
        self._taken = taken

    def run(self, root: Element) -> None:
        self._taken.put_back()


def _plain(md: Markdown) -> Callable[[str], bool]:
    """Return what tells whether no inline pattern of ``md`` matches anything in a text."""
    asked = [pattern.getCompiledRegExp().search for pattern in md.inlinePatterns if not _needs_a_sign(pattern)]
    find_sign = _SIGNS.search
    return lambda text: not (find_sign(text) or _LINE_BREAK in text or any(search(text) for search in asked))


def _needs_a_sign(pattern: inlinepatterns.Pattern) -> bool:
    return pattern.getCompiledRegExp().pattern in _NEED_A_SIGN or type(pattern).__module__ == _NEED_A_PLUS
