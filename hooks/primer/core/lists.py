"""Write names beside each other as a language does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

_STYLES: tuple[Literal["unit", "standard"], ...] = ("unit", "standard")
"""Without a word between the last two where the language can do so, or else with one."""


def listed(names: Iterable[str], language: str) -> str:
    """Return names in a list without a verdict on how they belong together: 'helm, tiller' in English."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ", ".join(names)
    every = [*names]
    for style in _STYLES:
        try:
            return format_list(every, style=style, locale=locale)
        except KeyError:  # CLDR leaves out of some languages what the ones above them have, and so does Babel
            continue
    return ", ".join(every)
