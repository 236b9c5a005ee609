"""Find the forms of terms in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from primer.text.letters import kinds
from primer.text.term_words import (
    TURKIC,
    Word,
    Words,
    behind_article,
    exact_key_of,
    is_form,
    joint,
    without_ending,
)

TermId = str


class Term(Protocol):
    """A term, as far as texts know one."""

    @property
    def id(self) -> TermId: ...
    @property
    def forms(self) -> Sequence[str]:
        """The spellings that are linked in running text."""


_LINKING = 3  # letters of a word that may link the words of a name: 'of', 'for', 'and'
# What stands together without a gap or a sign that parts sentences. In Chinese, a comma needs no gap to be one, and
# letters of scripts without spaces belong to what they stand beside only where a sign of addresses is between the two.
_SIGN = r"[./\\@#=&?]"
_TIGHT = r"""(?:[^ x",cjp]|(?<=[an./\\@#=&?]),(?=[an./\\@#=&?]))"""
_RUN = r"[cjp][cjpmvfi]*+"
_PIECE = re.compile(
    rf"(?:(?<![cjpmvfi]){_RUN}(?={_SIGN}))?{_TIGHT}++(?:(?<={_SIGN}){_RUN}(?:(?={_SIGN}){_TIGHT}++)?)*+"
)
# What makes an address or the name of a file of a piece: 'therapy.org', '/therapy/', '#therapy', but no '1/3' or '3.5',
# and no sign but a dot between two letters of scripts without spaces.
_IN_ADDRESSES = "@\\=#/&"
_DOTTED = re.compile(r"[.?]i*[ahkjcpn]")
_ADDRESS = re.compile(
    r"[@\\#]|(?<![cjpmvf])=|=(?![cjp])|(?<![ncjpmvf])/|/(?![ncjp])|[ahkn]m*i*&"
    r"|[ahk]m*i*[.?]i*[ahkjcpn]|[cj][mvf]*i*(?:[.?]i*[ahkn]|\.i*[cjp])|ni*[.?]i*[ahkjcp]"
)


class Mention(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    term: TermId


@dataclass(frozen=True)
class _Form:
    exact: tuple[str, ...] | None
    is_common: bool
    """Whether it is written small, so that a capital can make it part of a name."""
    term: TermId


@dataclass(frozen=True)
class _Node:
    """The forms that end with a word, and the words that may follow it."""

    forms: list[_Form] = field(default_factory=list)
    next: dict[str, _Node] = field(default_factory=dict)


class TermIndex:
    """Finds forms in text word by word, in a time that does not grow with the number of terms.

    Built once for all pages. ``language`` is that of the texts, as HTML names it.
    """

    def __init__(self, terms: Iterable[Term], language: str = "en") -> None:
        self._turkic = language.partition("-")[0] in TURKIC
        self._root = _Node()
        for term in terms:
            for form in term.forms:
                if is_form(kinds(form)):
                    self._add(form, term.id)

    def _add(self, form: str, term: TermId) -> None:
        node = self._root
        for step in _steps(form, turkic=self._turkic):
            node = node.next.setdefault(step, _Node())
        start = Words(form, kinds(form)).starts[0]
        node.forms.append(_Form(_exact(form), form[start].islower(), term))
        node.forms.sort(key=lambda form: form.exact is None)  # 'CAT' is tried before 'cat'

    def mentions(self, text: str, cuts: Sequence[int] = ()) -> Iterator[Mention]:
        """Yield the longest mention at each place of ``text``, from left to right, none inside another.

        ``cuts`` are places in ascending order over which no mention may reach, although they part no word.
        """
        reader = _Reader(text, cuts, turkic=self._turkic)
        done = -1
        for at in reader.may_begin(self._root.next):
            if at > done and (found := self._longest(reader, at)):
                mention, done = found
                yield mention

    def _longest(self, reader: _Reader, at: int) -> tuple[Mention, int] | None:
        """Return the longest mention that begins with a word, and which word is its last."""
        whole = reader.words[at]
        behind = behind_article(whole, reader.text, reader.shape, turkic=self._turkic)
        for first in [whole, *([behind] if behind else [])]:
            for last, end, node in reversed(list(self._ways(reader, at, first))):
                for form in node.forms:
                    if reader.stands(form, at, first.start, last, end):
                        return Mention(first.start, end, form.term), last
        return None

    def _ways(self, reader: _Reader, at: int, first: Word) -> Iterator[tuple[int, int, _Node]]:
        """Yield where a form may end that begins with ``first``: the number of its last word, its end, its node."""
        node, before = self._root, ""
        for last in range(at, len(reader.words)):
            word = first if last == at else reader.words[last]
            for stem in without_ending(word, reader.text, reader.shape, turkic=self._turkic):
                if stem_node := node.next.get(before + stem.key):
                    yield last, stem.end, stem_node
            if not (following := node.next.get(before + word.key)):
                return
            node = following
            yield last, word.end, node
            if "'" in node.next and reader.shape[word.end : word.end + 1] == "'":
                yield last, word.end + 1, node.next["'"]
            joined = reader.joint_behind(last) if node.next else None
            if joined is None:
                return
            before = joined


class _Reader:
    """A text that is searched for forms."""

    def __init__(self, text: str, cuts: Sequence[int], *, turkic: bool) -> None:
        self.text, self._cuts = text, cuts
        self.shape = kinds(text)
        self.words = Words(text, self.shape, turkic=turkic)

    def may_begin(self, first: Container[str]) -> list[int]:
        """Return which words may be the first of a form, by the first words of all."""
        keys = self.words.keys
        if "'" not in self.shape and "k" not in self.shape:
            return [at for at, key in enumerate(keys) if key in first]
        shape, starts = self.shape, self.words.starts  # what something is written to is found by a piece of the word
        return [at for at, key in enumerate(keys) if key in first or "'" in key or shape[starts[at]] == "k"]

    def joint_behind(self, at: int) -> str | None:
        """Return how a word is joined to the next one; None where it is not."""
        if at < 0 or at + 1 >= len(self.words):
            return None
        return joint(self.shape[self.words[at].end : self.words[at + 1].start])

    def stands(self, form: _Form, first: int, start: int, last: int, end: int) -> bool:
        """Tell whether a form whose words were found may be linked from ``start`` to ``end``."""
        if form.exact and self._exact(first, start, last, end) != form.exact:
            return False
        if form.is_common and self._is_in_a_name(first, start, last + 1):
            return False
        return not self._is_cut(start, end) and not self._is_in_an_address(start, end)

    def _exact(self, first: int, start: int, last: int, end: int) -> tuple[str, ...]:
        words = (self.words[at] for at in range(first, last + 1))
        return tuple(exact_key_of(self.text[max(word.start, start) : min(word.end, end)]) for word in words)

    def _is_cut(self, start: int, end: int) -> bool:
        return bisect_right(self._cuts, start) < bisect_left(self._cuts, end)

    def _is_in_an_address(self, start: int, end: int) -> bool:
        starts, ends = self._addresses
        at = bisect_left(starts, end) - 1
        return at >= 0 and ends[at] > start

    @cached_property
    def _addresses(self) -> tuple[list[int], list[int]]:
        shape = self.shape
        if not any(sign in shape for sign in _IN_ADDRESSES) and not _DOTTED.search(shape):  # as in most texts
            return [], []
        found = [piece.span() for piece in _PIECE.finditer(shape) if _ADDRESS.search(piece[0])]
        return [start for start, _ in found], [end for _, end in found]

    def _is_in_a_name(self, first: int, start: int, behind: int) -> bool:
        """Tell whether the words from ``first`` to before ``behind`` have a capital and stand beside another one.

        Those are names, such as 'Data Protection Commission' and 'Royal College of Psychiatrists', and explain no term.
        """
        words, text = self.words, self.text
        if not text[start].isupper():
            return False
        if self.joint_behind(behind - 1) == " " and text[words[behind].start].isupper():
            return True
        before = first
        if self.joint_behind(before - 1) == " ":
            linking = words[before - 1]
            if linking.end - linking.start <= _LINKING and text[linking.start : linking.end].islower():
                before -= 1
        return self.joint_behind(before - 1) == " " and text[words[before - 1].start].isupper()


def claim_of(form: str, language: str = "en") -> tuple[str, ...] | None:
    """Return what only one term can claim of all ways to write a form; None for what can be found in no text.

    A form in capitals is another than the same in small letters.
    """
    if not is_form(kinds(form)):
        return None
    steps = _steps(form, turkic=language.partition("-")[0] in TURKIC)
    return ("exactly", *steps) if _exact(form) else tuple(steps)


def is_single_syllable(form: str) -> bool:
    """Tell whether a form is one sign of a script without spaces, which stands inside of many other words."""
    shape = kinds(form)
    return "c" in shape and len(Words(form, shape)) == 1


def _steps(form: str, *, turkic: bool) -> list[str]:
    """Return what a form is looked for by: its words, each behind what joins it to the one before it."""
    shape = kinds(form)
    words = Words(form, shape, turkic=turkic)
    steps = [
        f"{joint(shape[words[at - 1].end : word.start]) or '' if at else ''}{word.key}" for at, word in enumerate(words)
    ]
    return [*steps, "'"] if shape.rstrip(" i").endswith("'") else steps


def _exact(form: str) -> tuple[str, ...] | None:
    """Return the words of a form in capitals, as they have to stand in the text."""
    if not form.isupper():
        return None
    return tuple(exact_key_of(form[word.start : word.end]) for word in Words(form, kinds(form)))
