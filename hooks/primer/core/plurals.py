"""Choose the form that a number takes in a language, by the rules of CLDR."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from babel import Locale, UnknownLocaleError

FORMS = ("zero", "one", "two", "few", "many", "other")
"""The names that CLDR has for forms, in its order; https://cldr.unicode.org/index/cldr-spec/plural-rules."""

_COUNTED = range(1001)
"""The numbers of which things are counted here: what only a million asks for, as in Spanish, nobody has to write."""


def plural_form(number: float, language: str) -> str:
    """Return the name of the form that a number takes."""
    return _rule(language)(number)


@cache
def forms_of(language: str) -> dict[str, tuple[int, ...]]:
    """Return each form that things are counted in, in the order of CLDR, with the numbers that take it.

    ``other`` is always among them, with no number where a language has it for fractions alone.
    """
    taken: dict[str, list[int]] = {"other": []}
    for number in _COUNTED:
        taken.setdefault(plural_form(number, language), []).append(number)
    return {form: tuple(taken[form]) for form in FORMS if form in taken}


def is_form(form: str, language: str) -> bool:
    """Tell whether a language has a form for any number at all."""
    locale = _locale(language)
    return form == "other" or locale is None or form in locale.plural_form.tags


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _rule(language: str) -> Callable[[float], str]:
    locale = _locale(language)
    return locale.plural_form if locale else _only_other


def _only_other(_: float) -> str:
    """Return the form that CLDR has for a language of which it knows nothing."""
    return "other"
