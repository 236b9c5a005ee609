"""Whatever stands in a file, loading it ends in data and messages, and every message points into the file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from primer.core.diagnostics import Report
from primer.core.yaml import load
from primer.kit.loading import strings_file
from primer.kit.sources import DataFolder
from primer.outputs.registry import OUTPUTS
from primer.site.loading import load_content
from primer.site.reading import decoded, read_page

from tests.building import ROOT
from tests.property.strategies import ANY_BYTES, ANY_TEXT, PAGES, examples, mangled
from tests.rendering import content_of, features, render

DATA = ROOT / "docs/_data"
NAMES = {
    "quizzes/trust.yml": 40,
    "guides/goals-tasks-bond.yml": 40,
    "planner.yml": 40,
    "home.yml": 40,
    "glossary.yml": 40,
    "references.yml": 40,
    "help-lines.yml": 40,
    "routes.yml": 40,
    "figures.yml": 40,
    "permalinks.yml": 30,
    "publisher.yml": 30,
    "strings/en.yml": 20,
}
NOTHING = content_of()


def _seed(name: str) -> Any:
    """Our own data, shortened where it is long: what is mangled should be a part that matters."""
    text = strings_file([*features(), *OUTPUTS]) if name.startswith("strings/") else (DATA / name).read_text("utf-8")
    data = yaml.safe_load(text)
    if isinstance(data, list):
        return data[:2]
    return {**data, "questions": [data["questions"][0], data["questions"][3]]} if "questions" in data else data


def check_places(report: Report, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in report:
        line, column = diagnostic.location.line, diagnostic.location.column
        assert 1 <= line <= len(lines), diagnostic
        assert 1 <= column <= len(lines[line - 1]) + 1, diagnostic


def loaded(name: str, content: bytes) -> Report:
    """Load a data folder in which one file holds this."""
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "_data" / name
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        folder_of = DataFolder(file.parents[name.count("/")], "_data", report)
        load_content(folder_of, frozenset({"index.md"}), "docs", features(), outputs=OUTPUTS)
    return report


def _about(report: Report, name: str) -> Report:
    found = Report()
    found.extend(diagnostic for diagnostic in report if diagnostic.location.path == f"_data/{name}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_may_hold_anything(name: str):
    @given(ANY_BYTES)
    @examples(40)
    def law(content: bytes) -> None:
        check_places(_about(loaded(name, content), name), content.decode("utf-8", "replace").removeprefix("\ufeff"))

    law()


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_may_be_wrong_anywhere(name: str):
    @given(mangled(_seed(name)), st.booleans())
    @examples(NAMES[name])
    def law(data: Any, flow: bool) -> None:
        text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True)
        check_places(_about(loaded(name, text.encode()), name), text)

    law()


@given(ANY_TEXT | ANY_BYTES)
@examples(500)
def test_yaml_may_be_anything(source: str | bytes):
    report = Report()
    document = load(source, "file", report)

    assert document is not None or list(report)
    check_places(
        report, source if isinstance(source, str) else source.decode("utf-8", "replace").removeprefix("\ufeff")
    )


@given(st.text(st.sampled_from("[]{},:\"'-&*!|>?%@ \n\tab1"), max_size=40))
@examples(500)
def test_yaml_may_be_made_of_signs(source: str):
    check_places(said_by(load, source, "file"), source)


def said_by(what: Callable[..., object], *arguments: object) -> Report:
    report = Report()
    what(*arguments, report)
    return report


@given(ANY_BYTES | st.builds(lambda front, text: f"---\n{front}\n---\n{text}".encode(), ANY_TEXT, ANY_TEXT))
@examples(200)
def test_a_page_may_hold_anything(raw: bytes):
    report = Report()
    text = decoded(raw, "docs/page.md", report)
    page, *_ = read_page(text, get_data(text)[0], "page.md", "docs/page.md", NOTHING, features(), report)

    check_places(report, text)
    assert text.endswith(page.markdown)
    assert page.lines_above == text[: len(text) - len(page.markdown)].count("\n")


@given(
    PAGES,
    st.lists(st.sampled_from(["``` quiz", "```", "~~~", "    ``` quiz", "id: x", "id: [", "> ``` quiz", "", "\t"])),
)
@examples(150)
def test_a_page_with_any_fences_can_be_rendered(markdown: str, fences: list[str]):
    page = render("\n".join([markdown, *fences, markdown]), NOTHING)

    for line in page.problems:
        if line.startswith("docs/"):
            number = int(line.split(":")[1])
            assert number <= page.page.markdown.count("\n") + 1


@given(ANY_TEXT)
@examples(100)
def test_a_page_of_any_text_can_be_rendered(markdown: str):
    render(markdown, NOTHING)
