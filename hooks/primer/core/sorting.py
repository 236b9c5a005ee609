"""Sort texts as a language does: by letters, whatever their case, each in the place that the language gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

_OWN_LETTERS = {
    "az": "c ç;e ə;g ğ;h x ı;i;k q;o ö;s ş;u ü",
    "bs": "c č ć;d dž đ;l lj;n nj;s š;z ž",
    "cs": "c č;h ch;r ř;s š;z ž",
    "cy": "c ch;d dd;f ff;g ng;l ll;p ph;r rh;t th",
    "da": "z æ ø å",
    "eo": "c ĉ;g ĝ;h ĥ;j ĵ;s ŝ;u ŭ",
    "es": "n ñ",
    "et": "s š z ž;w õ ä ö ü",
    "fi": "z å ä ö",
    "fo": "a á;i í;o ó;u ú;y ý;z æ ø",
    "gl": "n ñ",
    "hr": "c č ć;d dž đ;l lj;n nj;s š;z ž",
    "hu": "c cs;d dz dzs;g gy;l ly;n ny;o ö;s sz;t ty;u ü;z zs",
    "is": "a á;d ð;e é;i í;o ó;u ú;y ý;z þ æ ö å",
    "lt": "c č;s š;z ž",
    "lv": "c č;g ģ;k ķ;l ļ;n ņ;s š;z ž",
    "nb": "z æ ø å",
    "nn": "z æ ø å",
    "no": "z æ ø å",
    "pl": "a ą;c ć;e ę;l ł;n ń;o ó;s ś;z ź ż",
    "ro": "a ă â;i î;s ș;t ț",
    "sk": "a ä;c č;h ch;o ô;s š;z ž",
    "sl": "c č ć;d đ;s š;z ž",
    "sq": "c ç;d dh;e ë;g gj;l ll;n nj;r rr;s sh;t th;x xh;z zh",
    "sr": "c č ć;d dž đ;l lj;n nj;s š;z ž",
    "sv": "z å ä ö",
    "tr": "c ç;g ğ;h ı;o ö;s ş;u ü",
    "vi": "a ă â;d đ;e ê;o ô ơ;u ư",
}
"""The letters that a language has between others, each group behind the letter that it begins with: after ``n``, ``ñ``.

As CLDR has them (https://cldr.unicode.org, ``common/collation``), for the languages of Europe and some beyond it.
"""

_CYRILLIC = "абвгґдђѓеєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя"
"""The letters of the Slavic languages in the order that CLDR has for all of them; code points have another."""

_LIKE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
"""Letters that no accent makes, and what they are sorted like where a language has no place of its own for them."""

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
"""Accents, and the vowel points of Hebrew and Arabic. The vowel signs of other scripts are letters like any other."""

Place = tuple[str, int]
"""Where a letter stands: behind which one, as the how-manieth."""


class SortKey(NamedTuple):
    """What texts are compared by: their letters, then what makes them differ at all."""

    letters: tuple[Place, ...]
    text: str


@lru_cache(maxsize=10_000)  # each page sorts the terms that it uses
def sort_key(text: str, language: str) -> SortKey:
    """Return what a text is sorted by in a language. What is no letter, digit or space is skipped."""
    return SortKey(tuple(place for _, place in _letters(text, language)), normalize("NFC", text))


def first_letter(text: str, language: str) -> str:
    """Return the capital under which a text stands in a list; of two letters where a language has such a letter."""
    letter = next((letter for letter, _ in _letters(text, language)), "")
    return "İ" if letter == "i" and _is_turkic(language) else letter[:1].upper() + letter[1:]


def _letters(text: str, language: str) -> Iterator[tuple[str, Place]]:
    """Yield each letter of a text with its place. One with an accent is the letter without it, where that shares it."""
    places, pattern = _alphabet(language.partition("-")[0])
    text = normalize("NFC", text)
    if _is_turkic(language):
        text = text.replace("I", "ı").replace("İ", "i")
    for found in pattern.finditer(text.casefold()):
        letter = found[0]
        if letter in places:
            yield letter, places[letter]
            continue
        for plain in filter(_is_sorted, _ACCENTS.sub("", normalize("NFKD", letter))):
            yield from ((one, places.get(one, (one, 0))) for one in _LIKE.get(plain, plain))


@cache
def _alphabet(language: str) -> tuple[Mapping[str, Place], re.Pattern[str]]:
    """Return the letters that have a place of their own, and what finds letters, the longest first."""
    places: dict[str, Place] = {letter: ("а", number) for number, letter in enumerate(_CYRILLIC)}
    for group in filter(None, _OWN_LETTERS.get(language, "").split(";")):
        base, first = "", 0
        for number, letter in enumerate(group.split()):
            if letter.isascii() and len(letter) == 1:
                base, first = letter, number
            else:
                places[letter] = (base, number - first)
    longest_first = sorted(places, key=len, reverse=True)
    return places, re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)


def _is_sorted(sign: str) -> bool:
    return sign.isalnum() or sign.isspace() or category(sign)[0] == "M"


def _is_turkic(language: str) -> bool:
    """Tell whether a language has an i without a dot, whose capital is I."""
    return language.partition("-")[0] in ("tr", "az")
