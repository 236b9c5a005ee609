"""Turn a document into a model, with messages that speak of the author's words and places."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from primer.core.diagnostics import LIKE, Location, Report, choice_of, closest
from primer.core.document import Document, Path
from primer.core.model import PATTERNS, BrokenRule, Model
from primer.core.model_paths import fields_of, follow, value_at

T = TypeVar("T")
_MANY = 30  # names that a hint can list

_NOUNS = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "finite_number": "one of at most 308 digits",
    "bool": "true or false",
    "date": "a date such as 2026-11-22",
    "tuple": "a list",
    "model": "a mapping (lines of 'name: value')",
    "model_attributes": "a mapping (lines of 'name: value')",
    "dict": "a mapping (lines of 'name: value')",
}


def validate(shape: type[T], document: Document, kind: str, report: Report) -> T | None:
    """Return ``document`` as ``shape``, or None after reporting each part that does not fit.

    ``kind`` begins the code of each message: ``quiz`` gives ``quiz-unknown-field``.
    """
    try:
        found: T = _adapter(shape).validate_python(document.data)  # type: ignore[arg-type]  # any class can be a key
        return found
    except ValidationError as error:
        problems = error.errors(include_url=False)
        faults = _with_meant([fault for problem in problems for fault in _faults(problem, shape, document)])
    faults = _without_consequences(faults, document)
    meant = {(*fault.path[:-1], fault.meant) for fault in faults if fault.meant}
    judged: set[Path] = set()
    for fault in faults:
        if document.is_excused(*fault.path) or (fault.error == "missing" and fault.path in meant):
            continue  # said already: where it was read, or as the field that it was meant to be
        if fault.path in judged and fault.error != "rule":
            continue  # pydantic has a complaint for each type that would have been right
        if document.gone and not _stands_alone(fault):
            continue
        judged.add(fault.path)
        location, message, code, hint = _EXPLANATIONS.get(fault.error, _wrong_type)(fault)
        report.add(location, message, f"{kind}-{code}", hint)
    return None


def _without_consequences(faults: list[_Fault], document: Document) -> list[_Fault]:
    """Return the faults without those of fields that are strangers because the line that begins their part is gone."""

    def may_be_one(fault: _Fault) -> bool:
        begin, line = document.location_of(*fault.path[:-1]).line, document.key_location_of(*fault.path).line
        return fault.error == "extra_forbidden" and any(begin <= gone < line for gone in document.gone)

    lost = [fault for fault in faults if may_be_one(fault)] if document.gone else []
    return [fault for fault in faults if fault not in lost] if len(lost) > 1 else faults


def _stands_alone(fault: _Fault) -> bool:
    """Tell whether a fault is one whatever stood in the lines that a document was read without."""
    if fault.error in ("missing", "rule") or fault.value is None:
        return False
    line = fault.here().line
    return all(abs(line - gone) > 1 for gone in fault.document.gone)


@cache  # it takes longer to make than to use
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


@dataclass(frozen=True)
class _Fault:
    """One thing that pydantic found wrong, in terms of the document."""

    error: str
    context: dict[str, Any]
    value: Any
    path: Path
    model: type[Model] | None
    document: Document
    meant: str | None = None
    """The field that was probably meant by an unknown one."""

    @property
    def name(self) -> str:
        names = [part for part in self.path if isinstance(part, str)]
        return names[-1] if names else "the file"

    @property
    def noun(self) -> str:
        return self.model.noun if self.model else "this"

    @property
    def subject(self) -> str:
        """The value as the beginning of a sentence about it."""
        if not self.path:
            return "this"
        return f"'{self.name}'" if isinstance(self.path[-1], str) else f"an item of '{self.name}'"

    @property
    def is_required(self) -> bool:
        fields = self.model.model_fields.items() if self.model else ()
        return any((field.alias or name) == self.name and field.is_required() for name, field in fields)

    def here(self) -> Location:
        return self.document.location_of(*self.path)


_DAY = re.compile(r"(\d{4}|\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{1,2})")
_Explanation = tuple[Location, str, str, str | None]
"""Place, message, the end of the code, hint."""


def _faults(problem: ErrorDetails, shape: Any, document: Document) -> Iterator[_Fault]:
    error, location, context = problem["type"], problem["loc"], problem.get("ctx", {})
    if error == "union_tag_not_found":
        error, location = "missing", (*location, context["discriminator"].strip("'"))
    path, model = follow(location, shape, document)
    fault = _Fault(error, context, problem["input"], path, model, document)
    if fault.error == "rule":
        yield from (replace(fault, path=(*path, *rule.at), context={"rule": rule}) for rule in fault.context["broken"])
    else:
        yield fault


def _with_meant(faults: list[_Fault]) -> list[_Fault]:
    """Return the faults, each unknown field with the one that was meant: one like it, or the only one that is missing.

    The latter holds where it is the only unknown field, too; one mistake would otherwise be said twice. A field that is
    missing is sooner meant than one like it that may be left out, and one that is there already is never meant.
    """
    strangers: dict[Path, list[_Fault]] = {}
    missing: dict[Path, list[str]] = {}
    for fault in faults:
        if fault.error == "extra_forbidden":
            strangers.setdefault(fault.path[:-1], []).append(fault)
        elif fault.error == "missing":
            missing.setdefault(fault.path[:-1], []).append(fault.name)

    def meant(fault: _Fault) -> str | None:
        around = missing.get(fault.path[:-1], [])
        there = value_at(fault.document.data, fault.path[:-1])
        absent = [name for name in fields_of(fault.model) if not isinstance(there, Mapping) or name not in there]
        found = closest(fault.name, around) or closest(fault.name, absent, LIKE)
        if not found and len(around) == len(strangers[fault.path[:-1]]) == 1:
            return around[0]
        return found or closest(fault.name, absent) or closest(fault.name, fields_of(fault.model), LIKE)

    return [replace(fault, meant=meant(fault)) if fault.error == "extra_forbidden" else fault for fault in faults]


def _broken_rule(fault: _Fault) -> _Explanation:
    rule: BrokenRule = fault.context["rule"]
    return fault.here(), rule.message, rule.code, rule.hint


def _unknown_field(fault: _Fault) -> _Explanation:
    known = fields_of(fault.model)
    hint = f"the fields are {', '.join(known)}" if 0 < len(known) <= _MANY else "remove the line"
    if fault.meant:
        is_like = closest(fault.name, [fault.meant]) is not None
        hint = f"did you mean '{fault.meant}'?" if is_like else f"'{fault.meant}' is missing; is it what you meant?"
    message = f"'{fault.name}' is not a field of {fault.noun}"
    return fault.document.key_location_of(*fault.path), message, "unknown-field", hint


def _missing_field(fault: _Fault) -> _Explanation:
    location = fault.document.location_of(*fault.path[:-1])
    return location, f"{fault.noun} has no '{fault.name}'", "missing-field", f"add '{fault.name}: …'"


def _unknown_tag(fault: _Fault) -> _Explanation:
    tag, known = fault.context["discriminator"].strip("'"), _quoted(fault.context["expected_tags"])
    hint = choice_of(str(fault.context["tag"]), known)
    message = f"'{fault.context['tag']}' is not a {tag} that is known here"
    return fault.document.location_of(*fault.path, tag), message, "unknown-value", hint


def _unknown_value(fault: _Fault) -> _Explanation:
    known = _quoted(fault.context["expected"])
    hint = choice_of(str(fault.value), known)
    return fault.here(), f"'{fault.value}' is not a '{fault.name}' that is known here", "unknown-value", hint


def _bad_text(fault: _Fault) -> _Explanation:
    if not str(fault.value).strip():
        hint = "write something" if fault.is_required else "write something, or leave the line out"
        return fault.here(), f"'{fault.name}' is empty", "bad-value", hint
    expected = PATTERNS[fault.context["pattern"]]
    return fault.here(), f"'{fault.value}' is not what it should be: {expected}", "bad-value", None


def _too_long(fault: _Fault) -> _Explanation:
    message = f"'{fault.name}' has {len(fault.value)} characters, it should have at most {fault.context['max_length']}"
    return fault.here(), message, "bad-value", None


def _out_of_range(fault: _Fault) -> _Explanation:
    side = {"ge": "at least", "gt": "more than", "le": "at most"}
    [(bound, number)] = [(key, value) for key, value in fault.context.items() if key in side]
    message = f"'{fault.name}' is {fault.value}, it should be {side[bound]} {number:g}"
    return fault.here(), message, "bad-value", None


def _wrong_type(fault: _Fault) -> _Explanation:
    expected = _NOUNS.get(fault.error.removesuffix("_type"), "something else")
    message = f"{fault.subject} is {_kind_of(fault.value)}, it should be {expected}"
    return fault.here(), message, "wrong-type", _as_text(fault) if expected == "text" else None


def _wrong_date(fault: _Fault) -> _Explanation:
    """Explain a text where a date belongs."""
    written = fault.value.strip() if isinstance(fault.value, str) else ""
    if (found := _DAY.fullmatch(written)) is None:
        return _wrong_type(fault)
    parts = [int(part) for part in found.groups() if part]
    year, month, day = parts if len(found[1] or "") == 4 else reversed(parts)
    try:
        right = datetime.date(year, month, day).isoformat()
    except ValueError:
        return fault.here(), f"'{written}' is not in the calendar", "bad-value", "write a day that there is: 2026-11-22"
    if right == written:
        return fault.here(), f"{fault.subject} is a date in quotes, so it is text", "wrong-type", f"write {right}"
    return fault.here(), f"'{written}' is not written as a date", "wrong-type", f"write {right}, if that is the day"


def _as_text(fault: _Fault) -> str | None:
    """Return how to write the value as text."""
    if isinstance(fault.value, Mapping | tuple | None):
        return None
    if isinstance(fault.value, float):
        return "put the number in quotes"  # 1.10 is not 1.1 any more once it is text
    written = f'"{str(fault.value).lower()}"'
    return f"write {fault.name}: {written}" if isinstance(fault.path[-1], str) else f"write {written}"


_EXPLANATIONS: dict[str, Callable[[_Fault], _Explanation]] = {
    "rule": _broken_rule,
    "date_type": _wrong_date,
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "union_tag_invalid": _unknown_tag,
    "literal_error": _unknown_value,
    "string_pattern_mismatch": _bad_text,
    "string_too_short": _bad_text,
    "string_too_long": _too_long,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}


def _quoted(listing: str) -> list[str]:
    """Return the words of pydantic's "'a', 'b' or 'c'"."""
    return [word.strip().strip("'") for word in listing.replace(" or ", ", ").split(", ")]


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, tuple) else "a date"
