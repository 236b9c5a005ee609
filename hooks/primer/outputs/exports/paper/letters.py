"""Write a text in the letters that our fonts have."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools.ttLib import TTFont

FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"


def printable(text: str) -> str:
    """Return a text as our fonts can set it; what they cannot set, such as an emoji, is called by its Unicode name."""
    known = _letters()
    if text.isascii() or all(ord(sign) in known or sign == "\n" for sign in text):
        return text
    return "".join(_set(sign, known) for sign in unicodedata.normalize("NFC", text))


@cache
def _letters() -> frozenset[int]:
    """Return the code points that every style of the font has."""
    styles = []
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            styles.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*styles))


@cache
def _set(sign: str, known: frozenset[int]) -> str:
    if ord(sign) in known or sign == "\n":
        return sign
    for parts in (unicodedata.normalize("NFD", sign), unicodedata.normalize("NFKC", sign)):
        if all(ord(part) in known for part in parts):
            return parts
    kind = unicodedata.category(sign)
    if kind.startswith("Z") or kind == "Cc":
        return " "
    if kind == "Pd":
        return "-"
    name = unicodedata.name(sign, "").lower()
    if kind == "Cf" or "variation selector" in name:
        return ""  # joiners, directions: nobody sees them
    return f"[{name or f'U+{ord(sign):04X}'}]"
