"""Bring together the forms of a word, by the rules of its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from itertools import groupby
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from primer.core.cache import Cache

if TYPE_CHECKING:
    from snowballstemmer import stemmer


def stems_of(words: Iterable[str], language: str, kept: Cache) -> Mapping[str, str]:
    """Return the stem of each word. In a language that Snowball does not know, a word is its own stem.

    https://snowballstem.org/. The stemmer takes a tenth of a millisecond for a word, so stems are kept by the first two
    letters: an edited page asks for few anew.
    """
    found: dict[str, str] = {}
    algorithm = _algorithm(language)
    if algorithm is None:
        return {word: word for word in words}
    release = version("snowballstemmer")
    for _, group in groupby(sorted(words), key=lambda word: word[:2]):
        alike = list(group)
        text = kept.kept_text(
            lambda alike=alike: "\n".join(_stemmer(algorithm).stemWords(alike)),  # type: ignore[misc]  # bound here
            *("stems", algorithm, release),
            *alike,
        )
        found |= dict(zip(alike, text.split("\n"), strict=True))
    return found


@cache
def _algorithm(language: str) -> str | None:
    """Return what Snowball calls the rules of a language, which it names in English."""
    try:
        name = (Locale.parse(language, sep="-").get_language_name("en") or "").lower()
    except (ValueError, UnknownLocaleError):
        return None
    from snowballstemmer import algorithms  # it loads thirty languages, and most builds know all stems

    return name if name in algorithms() else None


@cache
def _stemmer(algorithm: str) -> stemmer:
    from snowballstemmer import stemmer  # as above

    return stemmer(algorithm)
