"""Fill in the fields that a model requires, so that the build accepts what an author begins with."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Mapping
from typing import Any

import yaml
from annotated_types import Ge
from primer.core.clock import today
from primer.core.model import Model

TO_WRITE = "Write the {} here."
YEAR = datetime.timedelta(days=365)


def skeleton(model: type[Model], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a model in its order: those that are given, and a value for each other that it requires."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in given:
            found[field.alias or name] = given[name]
        elif field.is_required():
            found[field.alias or name] = _value(name, field.annotation, field.metadata)
    return found


def dates() -> dict[str, datetime.date]:
    """Return the dates of a text that is written today."""
    return {"sources_checked": today(), "review_by": today() + YEAR}


def as_yaml(fields: Any) -> str:
    """Return fields as authors write them."""
    return yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=120)


def _value(name: str, annotation: Any, metadata: list[Any]) -> Any:
    """Return the simplest value of a type. Raises TypeError where there is none: then it has to be given."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return [_value(name, inner[0], [])]
    if origin in (typing.Union, types.UnionType, typing.Annotated):
        return _value(name, inner[0], [*metadata, *inner[1:]])
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return skeleton(annotation, {})
    if annotation is int:
        return next((mark.ge for mark in metadata if isinstance(mark, Ge)), 1)
    if annotation is not str and origin is not typing.Literal:
        raise TypeError(f"no value is known for '{name}'")
    return inner[0] if origin is typing.Literal else TO_WRITE.format(name.replace("_", " "))
