"""Divide a text into words, as ``search-words.js`` divides what somebody types."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile("[\u0300-\u036f'\u2019]")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents and apostrophes: ``don't`` is ``dont``."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _WORD.findall(_DROPPED.sub("", text).lower())
