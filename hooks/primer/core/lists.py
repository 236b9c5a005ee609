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
        patterns = locale.list_patterns.get(style, {})
        # CLDR leaves out of some languages what the ones above them have, and so does Babel, which then raises an
        # error, or writes the second of two names twice.
        if patterns.keys() >= ({"2"} if len(every) == 2 else {"start", "middle", "end"}):
            return format_list(every, style=style, locale=locale)
    return ", ".join(every)
