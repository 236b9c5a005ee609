"""What of a data folder is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.kit.content import DataFolder
from primer.core.diagnostics import Report
from primer.features.glossary.model import Term
from primer.features.directory.help_lines import Place, Service

QUIZ = """\
title: Tides
summary: One.
level: introductory
minutes: 1
questions:
  - {id: one, type: true-false, prompt: The moon pulls., answer: true, feedback: {wrong: No.}, explanation: So.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    (tmp_path / "quizzes").mkdir()
    return DataFolder(tmp_path, "docs/_data", Report())


def problems(folder: DataFolder) -> list[str]:
    return [f"{diagnostic.location.path}: {diagnostic.code}" for diagnostic in folder.report]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path):
    folder = DataFolder(tmp_path / "nothing", "docs/_data", Report())

    assert folder.quizzes().items == {}
    assert folder.guides().items == {}
    assert folder.many("glossary.yml", Term, "glossary").items == {}
    assert problems(folder) == []
    assert folder.strings("en").quiz.check == "quiz.check"
    assert folder.publisher().name is None
    assert problems(folder) == [
        "docs/_data/publisher.yml: publisher-missing",
        "docs/_data/strings/en.yml: strings-missing",
    ]


def test_files_of_editors_and_what_is_no_yaml_are_passed_over(folder: DataFolder):
    (folder.root / "quizzes/tides.yml").write_text(QUIZ)
    for name in (".tides.yml.swp", ".hidden.yml", "tides.yml~", "notes.txt", "tides.yml.bak"):
        (folder.root / "quizzes" / name).write_text("not: [a quiz")
    (folder.root / "quizzes/.#tides.yml").symlink_to("someone@somewhere")
    (folder.root / "quizzes/folder.yml").mkdir()

    assert list(folder.quizzes().items) == ["tides"]
    assert problems(folder) == []


def test_a_quiz_may_be_a_link_to_a_file(folder: DataFolder, tmp_path: Path):
    (tmp_path / "elsewhere").write_text(QUIZ)
    (folder.root / "quizzes/tides.yml").symlink_to(tmp_path / "elsewhere")

    assert list(folder.quizzes().items) == ["tides"]


@pytest.mark.parametrize(
    "name", ["Tides.yml", "tides!.yml", "my quiz.yml", "tides.yaml", "Ünder.yml", "-tides.yml", "sea/tides.yml"]
)
def test_a_quiz_with_a_name_that_is_no_id_is_not_passed_over_in_silence(folder: DataFolder, name: str):
    (folder.root / "quizzes" / name).parent.mkdir(exist_ok=True)
    (folder.root / "quizzes" / name).write_text(QUIZ)

    assert folder.quizzes().items == {}
    assert problems(folder) == [f"docs/_data/quizzes/{name}: quiz-file-name"]


def test_a_bad_item_does_not_take_the_others_with_it(folder: DataFolder):
    (folder.root / "glossary.yml").write_text(
        "- {id: a, term: A, definition: Good.}\n- {id: b, term: B}\n- {id: c, term: C, definition: Good.}\n- nothing\n"
    )
    found = folder.many("glossary.yml", Term, "glossary")

    assert list(found.items) == ["a", "c"]
    assert found.broken == {"b"}


def test_a_bad_service_does_not_take_its_place_with_it(folder: DataFolder):
    good = "{id: two, name: Two, for: Anyone., kind: other, site: https://a.test, evidence: universal}"
    bad = "{id: one, name: One, for: Anyone., kind: other, call: '1', evidence: recalled}"
    north = f"- {{id: north, name: North, services: [{bad}, text, {good}]}}"
    south = f"- {{id: south, name: South, services: [{bad}]}}"
    (folder.root / "help-lines.yml").write_text(f"{north}\n{south}\n")
    places = folder.many("help-lines.yml", Place, "help-lines", parts=("services", Service))

    assert {id: [service.id for service in place.services] for id, place in places.items.items()} == {"north": ["two"]}
    assert places.broken == {"south"}
    assert problems(folder) == [
        "docs/_data/help-lines.yml: help-lines-unseen-number",
        "docs/_data/help-lines.yml: help-lines-wrong-type",
        "docs/_data/help-lines.yml: help-lines-unseen-number",
    ]


def test_what_an_unreadable_file_may_have_said_is_known(folder: DataFolder):
    (folder.root / "glossary.yml").write_text("- {id: [\n")
    found = folder.many("glossary.yml", Term, "glossary")

    assert found.items == {}
    assert "anything at all" in found.broken
