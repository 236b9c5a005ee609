"""The strings that templates and scripts show, in one language; each feature has groups of its own."""

from __future__ import annotations

import dataclasses
import re
import string
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Self, TypeVar, cast

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, PrivateAttr, ValidationInfo, create_model, field_validator

from primer.core.lists import listed
from primer.core.model import BrokenRule, Model, Text, refusal
from primer.core.plurals import FORMS, is_form, plural_form


@dataclasses.dataclass(frozen=True, slots=True)
class Holds(AfterValidator):
    """The rule on the places that a text holds."""


def holds(*names: str, optional: str | None = None) -> Holds:
    """Return the rule that a text keeps the places for ``names``, and has no others but one that is optional."""
    asked = _braces([*names, *([optional] if optional else [])])

    def check(text: str) -> str:
        try:
            parts = string.Formatter().parse(text)
            found = {_place(name, form, kind) for _, name, form, kind in parts if name is not None}
        except ValueError:
            rule = BrokenRule("placeholders", "a brace is open or stands alone", f"write {asked}")
            raise refusal(rule) from None
        if found - {optional} != set(names):
            message = f"the text should hold {asked} and holds {_braces(sorted(found)) or 'none'}"
            raise refusal(BrokenRule("placeholders", message, f"write {asked}"))
        return text

    return Holds(check)


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


PLACE = re.compile(r"\{\w+\}")
"""A place in a text that something is to fill."""


def known_direction(name: str) -> str:
    """Refuse a direction of writing that HTML does not know."""
    if name not in ("ltr", "rtl"):
        raise refusal(BrokenRule("bad-value", f"'{name}' is no direction of writing", "write ltr or rtl"))
    return name


def known_language(code: str) -> str:
    """Refuse a language of which browsers could not count, sort or hyphenate anything."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", code):
        raise refusal(BrokenRule("bad-value", f"'{code}' names no language", "write it as in HTML: en, en-GB, zh-Hant"))
    return code


class Strings(Model):
    """A group of strings. Its fields are the names that templates use: ``strings.quiz.check``."""

    noun: ClassVar[str] = "this group of strings"
    section: ClassVar[str]
    """What the group is called in a file of strings."""
    plurals: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """What is said of a number of things, with the places that it holds, that of the number first.

    ``plurals = {"questions": ("number",)}`` has a string for each form that the language has of the plural:
    ``questions_one``, ``questions_other``. A form that one number alone takes need not hold it.
    """
    _language: str = PrivateAttr("en")

    @field_validator("*")
    @classmethod
    def _fills_nothing(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse a place in braces where nothing would ever fill it."""
        field = info.field_name or ""
        is_plain = not any(isinstance(one, Holds) for one in cls.model_fields[field].metadata)
        if isinstance(value, str) and is_plain and not cls._is_form(field) and (found := PLACE.findall(value)):
            message = f"nothing fills {', '.join(found)} in this text"
            raise refusal(BrokenRule("placeholders", message, "write what should stand there"))
        return value

    def counted(self, name: str, number: float, /, **values: object) -> str:
        """Return what is said of so many things; ``values`` fill the other places."""
        text = self.form(name, plural_form(number, self._language))
        return text.format(**{self.plurals[name][0]: number}, **values)

    def form(self, name: str, form: str) -> str:
        """Return what is said of a number that takes a form of the plural; its places are not filled."""
        found = getattr(self, f"{name}_{form}", None) or getattr(self, f"{name}_other", None)
        return str(found or f"{self.section}.{name}")

    def forms(self, *names: str, **more: str) -> dict[str, str]:
        """Return ``more``, and what is said of numbers, for scripts: ``questions_one``, ``questions_other``.

        A form that says what ``other`` says is left out; scripts take that one then.
        """
        found = dict(more)
        for name in names:
            other = self.form(name, "other")
            found |= {f"{name}_{form}": text for form in FORMS if (text := self.form(name, form)) != other}
            found[f"{name}_other"] = other
        return found

    def by_name(self) -> dict[str, str]:
        """Return all that the group says, by name, as ``forms`` returns what is said of numbers."""
        return dict(self._by_name)

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        plain = {name: str(getattr(self, name)) for name in type(self).model_fields if not self._is_form(name)}
        return self.forms(*self.plurals, **plain)

    @classmethod
    def _is_form(cls, field: str) -> bool:
        name, _, form = field.rpartition("_")
        return name in cls.plurals and form in FORMS

    def listed(self, names: Iterable[str]) -> str:
        """Return names beside each other: 'helm, tiller' in English, 'timón y caña' in Spanish."""
        return listed(names, self._language)

    def in_language(self, language: str) -> Self:
        """Return the same strings, which count as a language does."""
        self._language = language
        return self

    @classmethod
    def of_names(cls) -> Self:
        """Return strings that each say only what they are called, to be seen where the real ones cannot be read."""
        names: dict[str, Any] = {name: f"{cls.section}.{name}" for name in cls.model_fields}
        names |= {f"{name}_other": f"{cls.section}.{name}" for name in cls.plurals}
        return cast("Self", with_forms(cls).model_construct(**names))


@cache
def with_forms(group: type[Strings], language: str | None = None) -> type[Strings]:
    """Return a group that has a field for each form of what it says of numbers; of one language, or of all."""
    fields: dict[str, Any] = {
        f"{name}_{form}": (Annotated[Text, holds(*others, optional=number)] | None, None)
        for name, (number, *others) in group.plurals.items()
        for form in FORMS
        if language is None or is_form(form, language)
    }
    return create_model(group.__name__, __base__=group, __doc__=group.__doc__, **fields) if fields else group


class MarkdownStrings(Strings):
    """What links lead to that stand in the text of pages, and that no author wrote."""

    section: ClassVar[str] = "markdown"

    link_to_section: Text
    back_to_footnote: Annotated[Text, holds("number")]


class AdmonitionStrings(Strings):
    """The titles of boxes whose authors gave them none, by their kind."""

    section: ClassVar[str] = "admonitions"

    note: Text
    abstract: Text
    info: Text
    tip: Text
    success: Text
    question: Text
    warning: Text
    failure: Text
    danger: Text
    bug: Text
    example: Text
    quote: Text


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
        return self._said

    @cached_property
    def _said(self) -> str:
        return f"StringTable({[(group.__pydantic_private__, group) for group in self._groups.values()]})"

    def __getitem__(self, group: type[S]) -> S:
        """Return a group of strings. Raises KeyError where no feature that is on has it."""
        return cast("S", self._groups[group.section])

    def __getattr__(self, section: str) -> Strings:
        """Return the group of a section, for templates."""
        try:
            return self._groups[section]
        except KeyError:
            raise AttributeError(section) from None
