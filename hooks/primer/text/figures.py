"""Read the figures of a text as its language writes them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

_SPACES = "\u00a0\u2009\u202f"
"""What stands between thousands where no sign does; a space alone may part two figures."""
_ARABIC = str.maketrans("\u066b\u066c", ".,")
"""The signs that Arabic digits have, as English has them; no other figures are written with them."""
_OTHER_DIGIT = re.compile(r"[^\W\D0-9]")


@dataclass(frozen=True)
class Numerals:
    """How a language writes figures: the sign before a fraction, and the one between thousands."""

    decimal: str = "."
    group: str = ","

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Return what finds a figure, but for one in a name, such as A4 or DSM-5.

        What cannot be thousands is a fraction, whichever sign it has: a table may come from another language.
        """
        decimal, group = re.escape(self.decimal), f"[{re.escape(self.group)}{_SPACES}]"
        thousands = rf"[1-9]\d{{0,2}}(?:{group}\d{{2,3}})*{group}\d{{3}}(?!\d)(?:{decimal}\d+)?"
        return re.compile(rf"(?<![\w.])(?<![A-Z]-)(?:{thousands}|\d+(?:[.{decimal}]\d+)?)|(?<![\w.])[.{decimal}]\d+")

    def figures(self, text: str) -> dict[str, str]:
        """Return the figures in ``text``: as compared ('.278' for '0.278', '14587' for '14,587') and as written."""
        found = {}
        for match in self._pattern.finditer(_plain_digits(text)):
            written = text[match.start() : match.end()]
            found[self._compared(match[0])] = written
        return found

    def _compared(self, figure: str) -> str:
        whole, sign, fraction = figure.partition(self.decimal)
        if not sign and figure.count(".") == 1 and self._is_fraction(figure):
            whole, sign, fraction = figure.partition(".")
        digits = "".join(sign for sign in whole if sign.isdigit()).lstrip("0")
        return f"{digits}.{fraction}" if sign else digits or "0"

    def _is_fraction(self, figure: str) -> bool:
        """Tell whether the point of a figure cannot stand between thousands."""
        whole, _, rest = figure.partition(".")
        return self.group != "." or len(rest) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0")


ENGLISH = Numerals()


def figures_in(text: str, numerals: Numerals = ENGLISH) -> frozenset[str]:
    """Return the figures in ``text`` as they are compared."""
    return frozenset(numerals.figures(text))


@cache
def numerals_of(locale: str) -> Numerals:
    """Return how figures are written in a locale, such as ``es_ES``; as in English where nothing is known of it."""
    try:
        known = Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return ENGLISH
    return Numerals(get_decimal_symbol(known), get_group_symbol(known))


def _plain_digits(text: str) -> str:
    """Return a text with the digits of every script as 0 to 9, letter by letter."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text.translate(_ARABIC))
