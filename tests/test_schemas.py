"""The JSON Schemas in the repository are those of the models, and agree with our own data."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from primer_mkdocs.schemas import schemas_of

from tests.building import ROOT


@cache
def schemas() -> dict[str, str]:
    return schemas_of(ROOT / "docs")


FOLDER = ROOT / "docs/_data/schemas"
#: The files that an editor checks with each schema.
FILES = {
    "figures.json": ["figures.yml"],
    "glossary.json": ["glossary.yml"],
    "guide.json": [path.relative_to(ROOT / "docs/_data").as_posix() for path in ROOT.glob("docs/_data/guides/*.yml")],
    "help-lines.json": ["help-lines.yml"],
    "home.json": ["home.yml"],
    "permalinks.json": ["permalinks.yml"],
    "planner.json": ["planner.yml"],
    "publisher.json": ["publisher.yml"],
    "quiz.json": [path.relative_to(ROOT / "docs/_data").as_posix() for path in ROOT.glob("docs/_data/quizzes/*.yml")],
    "references.json": ["references.yml"],
    "routes.json": ["routes.yml"],
    "site.json": ["site.yml"],
    "strings.json": [
        path.relative_to(ROOT / "docs/_data").as_posix() for path in ROOT.glob("docs/_data/strings/*.yml")
    ],
}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_in_the_repository_is_that_of_the_model(name: str):
    assert (FOLDER / name).read_text("utf-8") == schemas()[name]


def test_there_are_no_others():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(schemas())


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_names_its_dialect_and_refuses_fields_that_are_not_known(name: str):
    schema = json.loads(schemas()[name])

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    objects = [part for part in walk(schema) if part.get("type") == "object" and "properties" in part]
    assert objects
    assert all(part["additionalProperties"] is False for part in objects)


@pytest.mark.parametrize(("name", "file"), [(name, file) for name in FILES for file in FILES[name]])
def test_our_own_data_names_its_fields_as_the_schema_does(name: str, file: str):
    fields = {field for part in walk(json.loads(schemas()[name])) for field in part.get("properties", {})}
    free = {"addresses", "pages"}  # mappings with keys of their own
    data = yaml.safe_load((ROOT / "docs/_data" / file).read_text("utf-8"))

    assert {field for part in walk(data, skip=free) for field in part} <= fields


@pytest.mark.parametrize("file", [file for files in FILES.values() for file in files])
def test_editors_find_the_schema_of_each_file(file: str):
    text = (ROOT / "docs/_data" / file).read_text("utf-8")
    schema = next(name for name, files in FILES.items() if file in files)

    if "yaml-language-server" in text:
        assert f"# yaml-language-server: $schema={'../' * file.count('/')}schemas/{schema}\n" in text


@pytest.mark.parametrize("name", sorted({*schemas()} - {"strings.json"}))  # strings say what they are: their English
def test_an_editor_says_of_each_field_what_it_is_for(name: str):
    parts = [part for part in walk(json.loads(schemas()[name])) if part.get("type") == "object"]
    silent = {
        f"{part.get('title')}: {field}"
        for part in parts
        for field, shape in part.get("properties", {}).items()
        if not shape.get("description") and not (field == "id" or "const" in shape)
    }
    assert silent == set()


def walk(data: Any, skip: set[str] | None = None) -> list[dict[str, Any]]:
    """Every mapping in the data."""
    found: list[dict[str, Any]] = []
    if isinstance(data, dict):
        found.append(data)
        for key, value in data.items():
            found += [] if skip and key in skip else walk(value, skip)
    elif isinstance(data, list):
        for value in data:
            found += walk(value, skip)
    return found
