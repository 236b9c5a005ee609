"""Bring together the forms of a word, by the rules of its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import Stemmer
from babel import Locale, UnknownLocaleError


def stems_of(words: Iterable[str], language: str) -> Mapping[str, str]:
    """Return the stem of each word. In a language that Snowball does not know, a word is its own stem.

    https://snowballstem.org/.
    """
    several = list(words)
    algorithm = _algorithm(language)
    stems = Stemmer.Stemmer(algorithm).stemWords(several) if algorithm else several
    return dict(zip(several, stems, strict=True))


@cache
def _algorithm(language: str) -> str | None:
    """Return what Snowball calls the rules of a language, which it names in English."""
    try:
        name = (Locale.parse(language, sep="-").get_language_name("en") or "").lower()
    except (ValueError, UnknownLocaleError):
        return None
    return name if name in Stemmer.algorithms() else None
