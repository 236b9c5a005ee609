"""What a platform reads is what an author wrote, whatever signs are in it; a broken file is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz
from primer.kit.content import Content
from primer.outputs.exports.canvas import CLASSIC, NEW
from primer.outputs.exports.exporting import written as files_written
from primer.outputs.exports.formats import Format
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.sheet import CSV

from tests.exports.expected import Written, in_canvas, in_moodle, in_rows, written
from tests.exports.quizzes import exported
from tests.exports.readers import canvas, moodle, programs, sheet
from tests.exports.readers.reading import Read, Right
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.question_types import every_type
from tests.rendering import content_of

Expected = tuple[str, Right, dict[str, str]]

READERS: dict[str, tuple[Format, Callable[[bytes], Mapping[str, Read]], Callable[[Written], Expected]]] = {
    "moodle": (MOODLE, moodle.read, in_moodle),
    "canvas": (CLASSIC, canvas.read, lambda one: in_canvas(one, is_new=False)),
    "canvas-new": (NEW, lambda data: canvas.read(data, is_new=True), lambda one: in_canvas(one, is_new=True)),
    "csv": (CSV, sheet.read, in_rows),
    "json": (JSON, programs.read, in_rows),
}
every_reader = pytest.mark.parametrize("name", READERS)


def data_of(format: Format, made: Any) -> bytes:
    [data] = files_written(format.writing(made)).values()
    return data


def check(name: str, quiz: Quiz, content: Content, *, is_cited: bool = False) -> None:
    """Read a quiz back and compare it with what its author wrote."""
    format, read, expected = READERS[name]
    found = read(data_of(format, exported(quiz, content=content)))
    wanted = written(quiz, "moon", content)

    assert {*found} == {*wanted}
    for id, one in wanted.items():
        kind, right, said = expected(one)
        assert (id, found[id].kind) == (id, kind)
        if one.type == "scenario" and kind == "essay":
            feedback = [one.plain(choice.feedback) for step in one.steps for choice in step.choices]
            assert [text for text in feedback if text not in str(found[id].right)] == []
        elif one.type == "reflect" and kind == "essay":
            assert one.plain(one.model_answer) in str(found[id].right)
        else:
            assert (id, found[id].right) == (id, right)
        assert (id, {**found[id].said}) == (id, said)
        assert one.plain(one.prompt) in found[id].prompt
        assert one.plain(one.explanation) in found[id].general
        assert found[id].weight == (0 if one.type == "reflect" and name not in ("csv", "json") else one.weight)
        if format not in (CLASSIC, NEW) and not (name == "moodle" and kind == "essay"):
            assert found[id].hints == tuple(map(one.plain, one.hints))


def quiz_of(fields: dict[str, Any]) -> Quiz:
    report = Report()
    document = load(yaml.safe_dump(fields, allow_unicode=True), "quiz.yml", report)
    quiz = validate(Quiz, document, "quiz", report) if document else None
    assert quiz, list(report)
    return quiz


@every_reader
def test_a_quiz_of_all_types_is_read_back(name: str):
    quiz = quiz_of(every_type())

    check(name, quiz, content_of(quizzes={"moon": quiz}))


@every_reader
@given(TEXTS, TEXTS, TEXTS)
@examples(12)
def test_any_text_is_read_back(name: str, title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is not None:
        check(name, quiz, content_of(quizzes={"moon": quiz}))


AWKWARD = {
    "signs": "{ } ~ = # : \\ < & \" ' %50% {1:SA:=x} {#1} ]]> * --> [gap] [one] $x$ | ; // /* 50%",
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202babc\u202c",
    "combining": "e\u0301 n\u0303 a\u0308\u0323 \u0e01\u0e33",
    "long": "A long story. " * 150,
    "formula": "=1+1",
    "minus": "-1+1",
    "at": "@SUM(A1)",
    "plus": "+44",
    "quote": "'=1",
}


@every_reader
@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_awkward_text_is_read_back(name: str, text: str):
    quiz = quiz_with("A title", text, f"{text} said")
    assert quiz

    check(name, quiz, content_of(quizzes={"moon": quiz}))
