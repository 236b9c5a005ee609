"""Our data files are what their schemas say, judged by a validator that nobody here wrote, as an editor judges them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from mkdocs.utils.meta import YAML_RE
from primer.site.schemas import SCHEMA_LINE

from tests.building import ROOT
from tools.content.schema_lines import files_with_schemas

SCHEMAS = ROOT / "docs/_data/schemas"
OURS = ("docs", "examples/tides/docs")
FIXTURES = tuple(f"tests/{name}/docs" for name in ("golden", "sites/kitchen-sink", "sites/minimal", "sites/questions"))


class AsWritten(yaml.CSafeLoader):
    """Reads YAML as JSON has it: a date is text."""


AsWritten.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def files(folders: tuple[str, ...]) -> list[tuple[Path, str]]:
    found = [
        (path, schema)
        for docs in folders
        for name, schema in files_with_schemas().items()
        for path in ROOT.glob(f"{docs}/_data/{name}")
    ]
    return sorted(found)


def data(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), AsWritten)  # noqa: S506 - it is safe: a part of SafeLoader


@cache
def validator(schema: str) -> Draft202012Validator:
    shape = json.loads((SCHEMAS / schema).read_text("utf-8"))
    Draft202012Validator.check_schema(shape)
    return Draft202012Validator(shape, format_checker=FormatChecker())


def faults(schema: str, written: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(written)]


def told(wrong: Iterable[str]) -> None:
    """Fail with what another validator says; the build says the same with its line."""
    if messages := list(wrong):
        pytest.fail("\n".join([*messages, "hint: make check says where, and what to type"]), pytrace=False)


def name_of(value: object) -> str:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("path", "schema"), files(OURS + FIXTURES), ids=name_of)
def test_a_data_file_is_what_its_schema_says(path: Path, schema: str):
    told(f"{name_of(path)}:1:1: {fault}" for fault in faults(schema, data(path)))


@pytest.mark.parametrize("docs", OURS + FIXTURES)
def test_the_front_matter_of_pages_is_what_its_schema_says(docs: str):
    texts = {path: path.read_text("utf-8") for path in sorted((ROOT / docs).rglob("*.md"))}
    fronts = {name_of(path): found[1] for path, text in texts.items() if (found := YAML_RE.match(text))}
    told(
        f"{name}:1:1: {fault}"
        for name, front in fronts.items()
        for fault in faults("front-matter.json", yaml.load(front, AsWritten))  # noqa: S506
    )


def test_editors_are_told_the_schema_of_each_data_file_of_the_example():
    """Our own files are held to it by a rule of tools/content; the schemas of the example are those of the project."""
    for path, schema in files(OURS[1:]):
        first = path.read_text("utf-8").splitlines()[0]
        assert (path.parent / first.removeprefix(SCHEMA_LINE.format(""))).resolve() == SCHEMAS / schema


def test_there_is_a_file_for_every_schema_that_has_one_in_our_site():
    judged = {schema for _, schema in files(OURS + FIXTURES)}
    assert {path.name for path in SCHEMAS.glob("*.json")} - judged == {"front-matter.json"}


@pytest.mark.parametrize(
    ("schema", "name", "change", "said"),
    [
        ("quiz.json", "quizzes/alliance.yml", {"level": "easy"}, "'easy' is not one of"),
        ("quiz.json", "quizzes/alliance.yml", {"titel": "A"}, "'titel' was unexpected"),
        ("quiz.json", "quizzes/alliance.yml", {"review_by": "2026-02-31"}, "is not valid under any"),
        ("planner.json", "planner.yml", {"ways": None}, "is not of type"),
    ],
)
def test_the_validator_refuses_what_is_wrong(schema: str, name: str, change: dict[str, Any], said: str):
    found = faults(schema, {**data(ROOT / "docs/_data" / name), **change})
    assert [fault for fault in found if said in fault] != []
