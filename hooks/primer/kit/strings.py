"""The strings that templates and scripts show, in one language; each feature has groups of its own."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator

from primer.core.model import BrokenRule, Model, Text, refusal


def holds(*names: str) -> AfterValidator:
    """Return the rule that a text keeps the places for ``names``, and has no others."""

    def check(text: str) -> str:
        try:
            parts = string.Formatter().parse(text)
            found = {_place(name, form, kind) for _, name, form, kind in parts if name is not None}
        except ValueError:
            rule = BrokenRule("placeholders", "a brace is open or stands alone", f"write {_braces(names)}")
            raise refusal(rule) from None
        if found != set(names):
            message = f"the text should hold {_braces(names)} and holds {_braces(sorted(found)) or 'none'}"
            raise refusal(BrokenRule("placeholders", message, f"write {_braces(names)}"))
        return text

    return AfterValidator(check)


def _place(name: str, form: str | None, kind: str | None) -> str:
    """Return what stands in braces, with all that could make ``str.format`` fail on a value."""
    return f"{name}{'!' + kind if kind else ''}{':' + form if form else ''}"


def _braces(names: Any) -> str:
    return ", ".join("{" + name + "}" for name in names)


def known_locale(name: str) -> str:
    """Refuse a locale in which no date can be written."""
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        hint = "write a language and a country, such as en_GB"
        raise refusal(BrokenRule("bad-value", f"no locale '{name}' is known", hint)) from None
    return name


class Strings(Model):
    """A group of strings. Its fields are the names that templates use: ``strings.quiz.check``."""

    noun: ClassVar[str] = "this group of strings"
    section: ClassVar[str]
    """What the group is called in a file of strings."""

    @classmethod
    def of_names(cls) -> Self:
        """Return strings that each say only what they are called, to be seen where the real ones cannot be read."""
        names: dict[str, Any] = {name: f"{cls.section}.{name}" for name in cls.model_fields}
        return cast("Self", cls.model_construct(**names))


class MissingStrings(Strings):
    """What stands where something could not be placed."""

    section: ClassVar[str] = "missing"

    placed_twice: Text
    settings: Text
    switched_off: Text
    title: Text


S = TypeVar("S", bound=Strings)


class StringTable:
    """All strings of a language: ``strings[QuizStrings]`` in Python, ``strings.quiz`` in templates."""

    def __init__(self, groups: Iterable[Strings]) -> None:
        self._groups: Mapping[str, Strings] = {group.section: group for group in groups}

    def __repr__(self) -> str:
        return f"StringTable({self._groups})"

    def __getitem__(self, group: type[S]) -> S:
        """Return a group of strings. Raises KeyError where no feature that is on has it."""
        return cast("S", self._groups[group.section])

    def __getattr__(self, section: str) -> Strings:
        """Return the group of a section, for templates."""
        try:
            return self._groups[section]
        except KeyError:
            raise AttributeError(section) from None
