"""Write numbers as the readers of a language expect them."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.numbers import get_decimal_symbol


def written(number: str, locale: str) -> str:
    """Return a number, such as ``-.278``, with the sign that a locale has before its decimals."""
    return number.replace(".", _decimal(locale))


def percent(number: str, locale: str) -> str:
    """Return a share of a hundred with its sign where a locale puts it: '40%', '40 %'."""
    return _percent_pattern(locale).replace("0", written(number, locale))


@cache
def _decimal(locale: str) -> str:
    return get_decimal_symbol(Locale.parse(locale))


@cache
def _percent_pattern(locale: str) -> str:
    """Return how a share is written, with a nought in place of its number."""
    return str(Locale.parse(locale).percent_formats[None].pattern).replace("#,##,##0", "0").replace("#,##0", "0")
