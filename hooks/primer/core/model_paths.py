"""Follow the paths by which pydantic names the parts of a document and of the model that it should be."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from primer.core.document import Document, Path
from primer.core.model import Model


def follow(location: tuple[int | str, ...], shape: Any, document: Document) -> tuple[Path, type[Model] | None]:
    """Return the path in the document that ``location`` means, and the model whose part is at its end.

    Pydantic puts the tag of a tagged union into its locations; the document has no such level.
    """
    path: Path = ()
    model = next(_models(shape, None), None)
    annotation = shape
    for index, part in enumerate(location):
        data = value_at(document.data, path)
        if isinstance(data, Mapping) and data.get("type") == part and part not in fields_of(model):
            model = next(_models(annotation, str(part)), model)
            continue
        if part == "[key]" or (path and not isinstance(data, Mapping | tuple)):
            break  # pydantic's ways to say that a key is wrong, or which of several types it tried
        path = (*path, part)
        if isinstance(part, int):
            annotation = _item(annotation)
        elif model and part in _by_alias(model):
            annotation = _by_alias(model)[part]
        else:
            annotation = _item(annotation) if isinstance(data, Mapping) and not model else None
        if index < len(location) - 1:
            model = next(_models(annotation, None), None)
    return path, model


def value_at(data: Any, path: Path) -> Any:
    """Return what stands at a path; None where nothing does."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _models(annotation: Any, tag: str | None) -> Iterator[type[Model]]:
    """Yield the models that ``annotation`` names outside of lists; with ``tag``, those with that ``type``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        known = annotation.model_fields.get("type")
        if tag is None or (known is not None and tag in typing.get_args(known.annotation)):
            yield annotation  # type: ignore[misc]
        return
    origin = typing.get_origin(annotation)
    if origin in (typing.Annotated, typing.Union, types.UnionType):
        for inner in typing.get_args(annotation):
            yield from _models(inner, tag)


def _item(annotation: Any) -> Any:
    """Return the type of what a list or mapping of this type holds."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Annotated, typing.Union, types.UnionType):
        found = [item for inner in arguments if (item := _item(inner)) is not None]
        return found[0] if found else None
    if origin is tuple:
        return arguments[0]
    return arguments[1] if len(arguments) == 2 else None


def _by_alias(model: type[BaseModel]) -> dict[str, Any]:
    return {f.alias or name: f.annotation for name, f in model.model_fields.items()}


def fields_of(model: type[BaseModel] | None) -> list[str]:
    """Return the names that authors write for the fields of a model."""
    return list(_by_alias(model)) if model else []
