"""Say of each sign what it is to the words of a text, in any script."""

from __future__ import annotations

from unicodedata import category, normalize

_OF_ADDRESSES = "./\\@#=&?"
_INSIDE_ADDRESSES = "~+%$*!:,;|^"
_HYPHENS = "-\u2010\u2011\u058a\u05be\ufe63\uff0d"
_APOSTROPHES = "'\u2019\u02bc\u05f3\uff07"
_GERSHAYIM = '"\u05f4'  # between the last two letters of a Hebrew abbreviation
_MIDDLE_DOT = "\u00b7"  # inside Catalan words, and between the names of a person in Chinese
_PLACEHOLDERS = "\x02\x03"  # of Python-Markdown, around something that is no text
_WITHOUT_WEIGHT = frozenset([0x0640, 0x034F, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
"""The stroke that only stretches an Arabic word, and what only chooses between shapes of a letter."""
_SIGNS = (
    (_OF_ADDRESSES, ""),
    (_INSIDE_ADDRESSES, ","),
    (_HYPHENS, "-"),
    (_APOSTROPHES, "'"),
    (_GERSHAYIM, '"'),
    (_MIDDLE_DOT, "+"),
    (_PLACEHOLDERS, "\\"),
)
"""Signs, and the kind of each of them; none where each is a kind by itself."""

SAME_SIGNS = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_GERSHAYIM, '"'),
    }
)
"""Makes one sign of those that are typed for each other."""

VOWEL_POINTS = frozenset(
    map(
        chr,
        [
            *range(0x0591, 0x05BE),
            *(0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7),
            *range(0x0610, 0x061B),
            *range(0x064B, 0x0653),
            *range(0x0656, 0x0660),
            0x0670,
        ],
    )
)
"""Marks that Hebrew and Arabic are written with or without."""

# Scripts that put no space between words: https://www.unicode.org/reports/tr14/#SA and #ID
_WITHOUT_SPACES = (
    (0x0E01, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x3005, 0x3007),
    (0x3041, 0x3096),  # Hiragana
    (0x309D, 0x309F),
    (0x30FB, 0x30FB),  # the dot between katakana words
    (0x3105, 0x312F),  # Bopomofo
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),  # Yi
    (0xA980, 0xA9FF),  # Javanese, Burmese
    (0xAA60, 0xAADF),  # Burmese, Tai Viet
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_KATAKANA = ((0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
_HANGUL = ((0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
_HEBREW = ((0x05D0, 0x05EA), (0x05EF, 0x05F2), (0xFB1D, 0xFB4F))
_IN_SYLLABLES = {
    **dict.fromkeys([*range(0x0E40, 0x0E45), *range(0x0EC0, 0x0EC5)], "p"),  # Thai and Lao vowels before their letter
    **dict.fromkeys([0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46], "m"),  # and behind it, letters to Unicode
    **dict.fromkeys([0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6], "m"),
    **dict.fromkeys([0x1039, 0x17D2], "v"),  # puts the next letter below this one: Burmese, Khmer
    0x103A: "f",  # makes of a Burmese letter the end of the syllable before it
}


OBJECT = "\ufffc"
"""What stands in running text for something that is no text; its kind is ``x``."""


class _Kinds(dict[int, str]):
    """The kind of each sign met so far, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(code)
        return kind


_KINDS = _Kinds()


def kinds(text: str) -> str:
    """Return a text of the same length that has, in place of each sign, a letter for its kind.

    ``a`` is a letter and ``n`` a digit of a script with spaces, ``h`` Hebrew, ``k`` Korean, ``j`` katakana; ``c`` is a
    letter of a script without spaces, ``p`` a vowel before such a letter. Behind a letter, ``m`` is a mark, ``v`` joins
    the next letter to it, ``f`` makes it the end of a syllable. ``i`` is nothing that is read: a soft hyphen, a joiner,
    a place where a line may break. Hyphens, apostrophes, ``"``, ``+`` (the middle dot), gaps and the signs of addresses
    stand for themselves, a comma for what may stand in one, too; whatever is left is ``x``.
    """
    if OBJECT not in text:
        return text.translate(_KINDS)
    return "x".join(part.translate(_KINDS) for part in text.split(OBJECT))  # ASCII alone takes a tenth of the time


def _kind(code: int) -> str:
    sign = normalize("NFD", chr(code))[0]  # a letter with a mark is what it is when the two are typed apart
    for signs, kind in _SIGNS:
        if sign in signs:
            return kind or sign
    group = category(sign)
    if ord(sign) in _WITHOUT_WEIGHT or group == "Cf":
        return "i"
    return " " if sign.isspace() else _kind_in_words(ord(sign), group)


def _kind_in_words(code: int, group: str) -> str:
    if code in _IN_SYLLABLES:
        return _IN_SYLLABLES[code]
    if group[0] == "M":
        return "m"
    if group == "Nd":
        return "n"
    for ranges, kind in ((_WITHOUT_SPACES, "c"), (_KATAKANA, "j"), (_HANGUL, "k"), (_HEBREW, "h")):
        if any(first <= code <= last for first, last in ranges):
            return kind
    return "a" if chr(code).isalnum() or chr(code) == "_" else "x"
