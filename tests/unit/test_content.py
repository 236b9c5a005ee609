"""What of a data folder is read."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from primer.core.cache import Cache
from primer.core.diagnostics import Report
from primer.core.model import Model
from primer.features.directory.feature import FEATURE as DIRECTORY
from primer.features.directory.help_lines import HELP_LINES
from primer.features.glossary.feature import FEATURE as GLOSSARY
from primer.features.glossary.model import TERMS
from primer.features.guide.model import GUIDES
from primer.features.quiz.feature import FEATURE as QUIZ_FEATURE
from primer.features.quiz.model import QUIZZES
from primer.features.quiz.strings import QuizStrings
from primer.kit.feature import Feature
from primer.kit.loading import load_other_strings, load_sources, load_strings
from primer.kit.sources import DataFolder, Key, Loaded
from primer.outputs.registry import OUTPUTS
from primer.site.feature import publisher_of
from primer.site.loading import load_content

from tests.rendering import content_of, context_of, features

M = TypeVar("M", bound=Model)

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


def loaded(folder: DataFolder, feature: Feature, key: Key[Loaded[M]]) -> Loaded[M]:
    found: Loaded[M] = load_sources([feature], folder)[key]
    return found


def problems(folder: DataFolder) -> list[str]:
    return [f"{diagnostic.location.path}: {diagnostic.code}" for diagnostic in folder.report]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path):
    folder = DataFolder(tmp_path / "nothing", "docs/_data", Report())
    content, links = load_content(folder, frozenset(), "docs", features(), outputs=OUTPUTS)

    assert (content[QUIZZES].items, content[GUIDES].items, content[TERMS].items, links) == ({}, {}, {}, ())
    assert content.strings[QuizStrings].check == "Check my answer"
    assert publisher_of(content).name is None
    assert problems(folder) == []


def test_a_language_that_nobody_wrote_is_shown_in_english(tmp_path: Path):
    folder = DataFolder(tmp_path, "docs/_data", Report())

    assert load_strings(features(), folder, "xx")[QuizStrings].check == "Check my answer"
    assert problems(folder) == ["docs/_data/strings/xx.yml: strings-missing"]


def test_a_site_may_replace_some_strings_and_keep_the_others(tmp_path: Path):
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings/en.yml").write_text("quiz:\n  check: Look\n")
    folder = DataFolder(tmp_path, "docs/_data", Report())
    strings = load_strings(features(), folder, "en")

    assert (strings[QuizStrings].check, strings[QuizStrings].retry) == ("Look", "Try again")
    assert problems(folder) == []


def test_files_of_editors_and_what_is_no_yaml_are_passed_over(folder: DataFolder):
    (folder.root / "quizzes/tides.yml").write_text(QUIZ)
    for name in (".tides.yml.swp", ".hidden.yml", "tides.yml~", "notes.txt", "tides.yml.bak"):
        (folder.root / "quizzes" / name).write_text("not: [a quiz")
    (folder.root / "quizzes/.#tides.yml").symlink_to("someone@somewhere")
    (folder.root / "quizzes/folder.yml").mkdir()

    assert list(loaded(folder, QUIZ_FEATURE, QUIZZES).items) == ["tides"]
    assert problems(folder) == []


def test_a_quiz_may_be_a_link_to_a_file(folder: DataFolder, tmp_path: Path):
    (tmp_path / "elsewhere").write_text(QUIZ)
    (folder.root / "quizzes/tides.yml").symlink_to(tmp_path / "elsewhere")

    assert list(loaded(folder, QUIZ_FEATURE, QUIZZES).items) == ["tides"]


@pytest.mark.parametrize(
    "name", ["Tides.yml", "tides!.yml", "my quiz.yml", "tides.yaml", "Ünder.yml", "-tides.yml", "sea/tides.yml"]
)
def test_a_quiz_with_a_name_that_is_no_id_is_not_passed_over_in_silence(folder: DataFolder, name: str):
    (folder.root / "quizzes" / name).parent.mkdir(exist_ok=True)
    (folder.root / "quizzes" / name).write_text(QUIZ)

    assert loaded(folder, QUIZ_FEATURE, QUIZZES).items == {}
    assert problems(folder) == [f"docs/_data/quizzes/{name}: quiz-file-name"]


def test_a_bad_item_does_not_take_the_others_with_it(folder: DataFolder):
    (folder.root / "glossary.yml").write_text(
        "- {id: a, term: A, definition: Good.}\n- {id: b, term: B}\n- {id: c, term: C, definition: Good.}\n- nothing\n"
    )
    found = loaded(folder, GLOSSARY, TERMS)

    assert list(found.items) == ["a", "c"]
    assert found.broken == {"b"}


def test_a_bad_service_does_not_take_its_place_with_it(folder: DataFolder):
    good = "{id: two, name: Two, for: Anyone., kind: other, site: https://a.test, evidence: universal}"
    bad = "{id: one, name: One, for: Anyone., kind: other, call: '1', evidence: recalled}"
    north = f"- {{id: north, name: North, services: [{bad}, text, {good}]}}"
    south = f"- {{id: south, name: South, services: [{bad}]}}"
    (folder.root / "help-lines.yml").write_text(f"{north}\n{south}\n")
    places = loaded(folder, DIRECTORY, HELP_LINES)

    assert {id: [service.id for service in place.services] for id, place in places.items.items()} == {"north": ["two"]}
    assert places.broken == {"south"}
    assert problems(folder) == [
        "docs/_data/help-lines.yml: help-lines-unseen-number",
        "docs/_data/help-lines.yml: help-lines-wrong-type",
        "docs/_data/help-lines.yml: help-lines-unseen-number",
    ]


def test_what_an_unreadable_file_may_have_said_is_known(folder: DataFolder):
    (folder.root / "glossary.yml").write_text("- {id: [\n")
    found = loaded(folder, GLOSSARY, TERMS)

    assert found.items == {}
    assert "anything at all" in found.broken


def test_a_feature_names_the_fences_that_it_answers():
    context = context_of(content_of())

    assert {feature.name: set(feature.placed) for feature in features()} == {
        feature.name: set(feature.fences(context)) for feature in features()
    }


def test_strings_that_an_earlier_build_found_right_are_not_judged_again(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    (folder.root / "strings").mkdir()
    for language, said in (("en", "quiz: {check: Look}"), ("cy", "quiz: {check: Edrych}")):
        (folder.root / f"strings/{language}.yml").write_text(said)
    kept, about = Cache(), {"language": "cy", "locale": "cy_GB"}
    first = load_strings(features(), folder, "en", kept), load_other_strings(features(), folder, "cy", about, kept)
    monkeypatch.setattr("primer.kit.loading.validate", None)
    again = load_strings(features(), folder, "en", kept), load_other_strings(features(), folder, "cy", about, kept)

    assert [*map(repr, again)] == [*map(repr, first)]
    assert [one[QuizStrings].counted("questions", 2, total=3) for one in again] == [
        one[QuizStrings].counted("questions", 2, total=3) for one in first
    ]
    assert [one[QuizStrings].check for one in again] == ["Look", "Edrych"]
    assert problems(folder) == []


@pytest.mark.parametrize("said", ["quiz: {chekc: Look}", "quiz: {questions_two: Two}", "- a"])
def test_strings_with_a_mistake_are_judged_by_every_build(folder: DataFolder, said: str):
    (folder.root / "strings").mkdir()
    (folder.root / "strings/en.yml").write_text(said)
    kept = Cache()
    found = []
    for _ in range(2):
        again = DataFolder(folder.root, folder.label, Report())
        load_strings(features(), again, "en", kept)
        found.append(problems(again))

    assert found[0] == found[1] != []
