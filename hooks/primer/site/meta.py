"""Decide which fields of a page's front matter the theme and other plugins get to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from primer.core.diagnostics import Report, did_you_mean
from primer.core.frontmatter import front_matter
from primer.core.yaml import Document, load
from primer.site.models import FrontMatter

USUAL_TEMPLATE = "main.html"
"""The template of a page that names none."""


def page_templates(folders: Iterable[Path]) -> frozenset[str]:
    """Return the names that ``template`` may have: the templates right inside ``folders``.

    Those in its folders are parts, and those of the theme below it need data that our pages do not have.
    """
    return frozenset({USUAL_TEMPLATE, *(path.name for folder in folders for path in folder.glob("*.html"))})


def check_template(document: Document, templates: Collection[str], report: Report) -> None:
    """Report a template that is not there; what could not be read, or is no text, was reported already."""
    if not isinstance(document.data, Mapping) or "template" not in document.data or document.is_excused("template"):
        return
    name, location = document.data["template"], document.location_of("template")
    if name is None:
        report.add(location, "'template' is empty", "page-bad-value", "write something, or leave the line out")
    elif isinstance(name, str) and name.strip() and name not in templates:
        hint = did_you_mean(name, templates) or f"one of: {', '.join(sorted(templates))}"
        report.add(location, f"there is no template '{name}' for pages", "page-unknown-template", hint)


def usable_meta(
    front: FrontMatter | None, shape: type[FrontMatter], text: str, templates: Collection[str]
) -> dict[str, Any]:
    """Return the fields of the front matter of ``text`` that are right, as plain data; the others are left out.

    ``front`` is the front matter where all of it is right by itself, and ``shape`` what it should be. A field that
    says nothing is left out as well: MkDocs takes one that is there for one that says something.
    """
    meta = _plain(front.model_dump(exclude_unset=True)) if front else _right_fields(shape, text)
    known = meta.get("template") in templates
    return {name: value for name, value in meta.items() if value is not None and (known or name != "template")}


def _right_fields(shape: type[FrontMatter], text: str) -> dict[str, Any]:
    """Return each field that is right by itself."""
    block = front_matter(text)
    document = load(block, "", Report()) if block else None
    if document is None or not isinstance(document.data, Mapping):
        return {}
    try:
        shape.model_validate(document.data)
    except ValidationError as error:
        wrong = {problem["loc"][0] for problem in error.errors() if problem["loc"]}
    else:
        wrong = set()
    names = document.data.keys() & shape.model_fields.keys() - wrong
    return {name: _plain(document.data[name]) for name in document.data if name in names}


def _plain(value: Any) -> Any:
    """Return a value with the lists and dictionaries that MkDocs itself would have made."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value
