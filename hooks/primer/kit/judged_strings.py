"""Remember from build to build which strings were found right, so that nobody has to judge them again."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pydantic

from primer.core import model, validation
from primer.core.cache import Cache, digest_of
from primer.kit import counting, strings
from primer.kit.strings import Strings, StringTable, with_forms


class JudgedStrings:
    """The strings that ``data`` says in a language, by group; ``kept`` knows which were found right.

    To judge all of them means to build a validator for some hundred fields, of four megabytes.
    """

    def __init__(self, groups: Sequence[type[Strings]], language: str, data: object, kept: Cache) -> None:
        self._groups, self._language, self._data, self._kept = tuple(groups), language, data, kept
        self._key = digest_of("right strings", _code(self._groups), language, repr(data))

    @property
    def are_right(self) -> bool:
        """Whether an earlier build found nothing wrong with them."""
        return self._kept.has(self._key)

    def keep(self) -> None:
        """Let later builds know that they are right."""
        self._kept.put(self._key, b"")

    def table(self) -> StringTable:
        """Return them as they are."""
        said = self._data if isinstance(self._data, Mapping) else {}
        return StringTable(
            with_forms(group, self._language).model_construct(**said[group.section]).in_language(self._language)
            for group in self._groups
        )


@cache
def _code(groups: tuple[type[Strings], ...]) -> bytes:
    """Return what stands for all that says what is right."""
    names = {group.__module__ for group in groups} | {one.__name__ for one in (model, validation, counting, strings)}
    files = (sys.modules[name].__file__ or "" for name in sorted(names))
    return digest_of(pydantic.VERSION, *(Path(file).read_bytes() for file in files))
