"""Find the forms of terms in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

TermId = str


class Term(Protocol):
    """A term, as far as texts know one."""

    @property
    def id(self) -> TermId: ...
    @property
    def forms(self) -> Sequence[str]:
        """The spellings that are linked in running text."""


# A hyphenated word is one word: 'harm' is not found in 'self-harm'.
_WORD = re.compile(r"\w+(?:[-\u2010\u2011'\u2019]\w+)*")
_SAME_SIGNS = str.maketrans("\u2010\u2011\u2019", "--'")
_GAP = re.compile(r"\s+")
_LINKING = 3  # letters of a word that may link the words of a name: 'of', 'for', 'and'
_BEFORE_A_DOT, _BEHIND_A_DOT = re.compile(r"\.\w"), re.compile(r"\w\.$")
_INSIDE_AN_ADDRESS = frozenset("/@#\\=&\x03")  # and after an escaped sign: 'harm' is not found in 'self\\-harm' either


class Mention(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    term: TermId


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    is_common: bool
    """Whether it is written small, so that a capital can make it part of a name."""
    term: TermId


class TermIndex:
    """Finds forms in text by their first word. Built once for all pages."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[_Form]] = {}
        for term in terms:
            for form in term.forms:
                words = words_of(form)
                if words:
                    exact = tuple(words) if form.isupper() else None
                    lowered = tuple(word.lower() for word in words)
                    self._by_first.setdefault(lowered[0], []).append(_Form(lowered, exact, form[0].islower(), term.id))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: (-len(form.words), form.exact is None))  # 'CAT' is tried before 'cat'

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield the longest mention at each place of ``text``, from left to right, none inside another."""
        words = list(_WORD.finditer(text.translate(_SAME_SIGNS)))
        at = 0
        while at < len(words):
            for form in self._by_first.get(words[at][0].lower(), ()):
                last = at + len(form.words) - 1
                if last < len(words) and self._stands(form, words, at, text):
                    yield Mention(words[at].start(), words[last].end(), form.term)
                    at = last
                    break
            at += 1

    @staticmethod
    def _stands(form: _Form, words: list[re.Match[str]], at: int, text: str) -> bool:
        found = words[at : at + len(form.words)]
        if any(word[0].lower() != expected for word, expected in zip(found, form.words, strict=True)):
            return False
        if form.exact and any(word[0] != expected for word, expected in zip(found, form.exact, strict=True)):
            return False
        if any(not _GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(found)):
            return False
        if form.is_common and _is_in_a_name(words, at, at + len(found), text):
            return False
        start, end = found[0].start(), found[-1].end()
        if _BEFORE_A_DOT.match(text, end) or (start and _BEHIND_A_DOT.search(text[max(0, start - 2) : start])):
            return False  # in the name of a host or a file: 'therapy.org', 'therapy.pdf'
        return not ((start and text[start - 1] in _INSIDE_AN_ADDRESS) or text[end : end + 1] in ("/", "@", "\\", "="))


def _is_in_a_name(words: list[re.Match[str]], first: int, behind: int, text: str) -> bool:
    """Tell whether the words from ``first`` to ``behind`` have a capital and stand beside another one.

    Those are names, such as 'Data Protection Commission' and 'Royal College of Psychiatrists', and explain no term.
    """

    def is_capital(at: int) -> bool:
        return words[at][0][0].isupper()

    def follows(at: int) -> bool:
        return 0 < at < len(words) and _GAP.fullmatch(text, words[at - 1].end(), words[at].start()) is not None

    if not is_capital(first):
        return False
    if follows(behind) and is_capital(behind):
        return True
    before = first
    if follows(before) and len(words[before - 1][0]) <= _LINKING and words[before - 1][0].islower():
        before -= 1
    return follows(before) and is_capital(before - 1)


def words_of(form: str) -> list[str]:
    """Return the words of a form, as they are looked for in text: a curly apostrophe is the same as a straight one."""
    return _WORD.findall(form.translate(_SAME_SIGNS))
