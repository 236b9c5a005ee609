"""What CONTRIBUTING shows works as it stands there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import load_types
from primer.features.quiz.strings import QuizStrings
from primer.features.quiz.structured_data import right_and_wrong
from primer.kit.exported import Item
from primer.kit.shapes import Essay, OneOf
from primer.kit.strings import StringTable
from primer.kit.templates import Templates
from primer.outputs.exports.exporting import files_of
from primer.outputs.exports.readme import README

from tests.building import made_once
from tests.contributed import FILES, FORMAT, TYPES, changed, copy_with_type, run_tests, write_type
from tests.exports.quizzes import our_quizzes
from tests.question_types import STRINGS, example
from tests.rendering import content_of


@pytest.fixture
def type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QuestionType[Any]]:
    """The type of question that is shown, from the files that are shown."""
    package = tmp_path / "quiz/types"
    write_type(package)
    (package / "__init__.py").touch()
    (tmp_path / "shown_types").symlink_to(package)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield load_types(import_module("shown_types"))["odd-one-out"]
    for name in [name for name in sys.modules if name.startswith("shown_types")]:
        del sys.modules[name]


def test_the_type_of_question_that_is_shown_works(type: QuestionType[Any], tmp_path: Path):
    [group] = type.strings
    texts = yaml.safe_load((type.folder / "strings/en.yml").read_text("utf-8"))[group.section]
    strings = StringTable([STRINGS[QuizStrings], group.model_validate(texts)])
    question = example(type)
    [shape] = type.shapes(question, strings)
    body = type.body(question, "q", BodyMaker(content_of(), ""))

    assert type.scripts == ("quiz-types-odd-one-out-type.js",)
    assert right_and_wrong(shape, content_of()) == (
        ["You keep a secret for them"],
        ["Sessions end on time", "They do not answer at night"],
    )
    (tmp_path / "shown.html").write_text(
        f"{{% import '{type.template}' as type %}}"
        "{{ type.how(question) }}{{ type.answer(question) }}{{ type.key(question) }}"
    )
    html = Templates(strings, [tmp_path]).render("shown.html", question={"body": body})
    assert html.startswith("Choose the one that does not belong.")
    assert html.count('type="radio"') == 3
    assert html.count("data-correct") == 1
    assert "A secret protects the wrong person." in html


def test_the_format_that_is_shown_writes_our_quizzes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "shown_format.py").write_text(FORMAT, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    format = import_module("shown_format").ALOUD
    monkeypatch.delitem(sys.modules, "shown_format")

    for _, quiz in our_quizzes().values():
        writing = format.writing(quiz)
        files = files_of(quiz, [format])
        text = files["aloud.txt"].decode()

        for one in writing.questions:
            assert f"\n{one.question.number}. {one.question.prompt.text}\n" in text
            assert f": {_answer(one.shape)}\n{one.question.explanation.text}\n" in text
        assert ("Questions that this file cannot hold" in files[README].decode()) is bool(writing.left_out)


def _answer(shape: Item) -> str:
    if isinstance(shape, Essay):
        return shape.model_answer.text
    assert isinstance(shape, OneOf)
    return next(option.text.text for option in shape.options if option.correct)


OF_QUIZ = "hooks/primer/features/quiz"
#: What commands write, by the beginning of its path; none of it is written by hand.
WRITTEN_BY_COMMANDS = ("docs/_data/schemas/", "tests/promises/")


@pytest.fixture(scope="module")
def project(shared_folder: Path) -> Path:
    """A copy of this project with the folder that is shown, and the commands that are named."""
    return made_once(shared_folder / "contributed", copy_with_type)


def test_a_new_type_is_its_folder_and_what_commands_write(project: Path):
    added = {f"{TYPES}{name}" for name in FILES}
    written = changed(project) - added

    assert added <= changed(project)
    assert {name for name in written if not name.startswith(WRITTEN_BY_COMMANDS)} == set()
    assert "docs/_data/schemas/quiz.json" in written
    assert "tests/promises/pages/quizzes/every-type.html" in written


def test_a_new_type_passes_what_every_type_has_to_pass(project: Path):
    run_tests(project, *(f"tests/test_{name}.py" for name in ("examples", "schemas", "strings")), "tests/node", OF_QUIZ)
    run_tests(project, "tests/unit/quizzes", "-k", "odd-one-out or odd_one_out or names_a_type")
