"""Say what is wrong in an author's files, where it stands and what to type instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

LONGEST = 200  # characters of a word for which others like it are looked for: that takes time by the square of them
FEW = 5  # so many values are all named
LIKE = 0.75  # how much a word is like another that is the same word with a slip: 'reviewed' is not like 'unreviewed'


class Location(NamedTuple):
    """A place in a file. ``line`` and ``column`` count from 1, as editors show them."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One problem. ``message`` states the fact, ``hint`` is something that can be typed."""

    location: Location
    message: str
    code: str
    hint: str | None = None

    def __str__(self) -> str:
        text = f"{self.location}: {self.message} [{self.code}]"
        return f"{text}\n    hint: {self.hint}" if self.hint else text


@dataclass(frozen=True)
class Problem:
    """A diagnostic whose place is not known yet."""

    message: str
    code: str
    hint: str | None = None

    def at(self, location: Location) -> Diagnostic:
        """Return the diagnostic for this problem at ``location``."""
        return Diagnostic(location, self.message, self.code, self.hint)


class Report:
    """Every problem of one build, each kept once."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._taken: set[Diagnostic] = set()

    @property
    def said(self) -> int:
        """How many problems there are so far."""
        return len(self._found)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep each diagnostic that was not reported before."""
        self._found.update(dict.fromkeys(diagnostics))

    def add(self, location: Location, message: str, code: str, hint: str | None = None) -> None:
        """Report one problem."""
        self.extend([Diagnostic(location, message, code, hint)])

    def add_repeated(self, ids: Iterable[tuple[str, Location]], code: str) -> bool:
        """Report each id that was there before, given with its place; return whether any was."""
        first: dict[str, Location] = {}
        repeated = [(id, location) for id, location in ids if first.setdefault(id, location) != location]
        for id, location in repeated:
            message = f"the id '{id}' is used twice, here and in line {first[id].line}"
            self.add(location, message, code, "give one of them another id")
        return bool(repeated)

    def take_new(self) -> list[Diagnostic]:
        """Return the problems that were added since this was called last, in file order."""
        new = [diagnostic for diagnostic in self if diagnostic not in self._taken]
        self._taken.update(new)
        return new

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the problems in file order: by path, then by line and column."""
        return iter(sorted(self._found, key=lambda d: (d.location, d.code, d.message)))


def choice_of(word: str, known: Iterable[str]) -> str:
    """Return the hint for a value that is none of ``known``: all of them where they are few, else the closest."""
    listed = list(known)
    found = closest(word, listed) if len(listed) > FEW else None
    return f"did you mean '{found}'?" if found else f"one of: {', '.join(listed)}"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean '…'?" for the closest of ``known``, or None when nothing is close."""
    found = closest(word, known)
    return f"did you mean '{found}'?" if found else None


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return which of ``known`` is most like ``word``, whatever its case.

    None is, or it is too long for a slip: then return None.
    """
    if len(word) > LONGEST:
        return None
    by_lower = {name.lower(): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(word.lower(), sorted(by_lower), n=1, cutoff=cutoff)
    return by_lower[found[0]] if found else None
