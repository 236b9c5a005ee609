"""What a platform reads is what an author wrote, whatever signs are in it; a broken file is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz
from primer.kit.content import Content
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.canvas import CLASSIC, NEW
from primer.outputs.exports.exporting import written as files_written
from primer.outputs.exports.formats import Format
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.sheet import CSV
from primer.text.block_markdown import has_blocks

from tests.building import ROOT
from tests.exports.expected import Written, in_canvas, in_moodle, in_rows, written
from tests.exports.quizzes import content_in, exported, our_quizzes
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


def check(name: str, quiz: Quiz, content: Content) -> None:
    """Read a quiz back and compare it with what its author wrote."""
    compare(name, quiz, exported(quiz, content=content), content)


def compare(name: str, quiz: Quiz, made: ExportedQuiz, content: Content) -> None:
    """The same of a quiz as it leaves a site."""
    format, read, expected = READERS[name]
    found = {id: without_addresses(one) for id, one in read(data_of(format, made)).items()}
    wanted = written(quiz, made.id, content)
    is_for_programs = format in (CSV, JSON)

    same("questions", {*found}, {*wanted})
    for id, one in wanted.items():
        kind, right, said = expected(one)
        read_back = found[id]
        same(f"{id} kind", read_back.kind, kind)
        if kind != "essay":
            same(f"{id} right", with_written_units(read_back.right, right), right)
        same(f"{id} said", {**read_back.said}, said)
        same(f"{id} weight", read_back.weight, 0 if one.type == "reflect" and not is_for_programs else one.weight)
        lost = format.lost(next(a for a in format.writing(made).questions if a.question.id == id))
        same(f"{id} hints", read_back.hints, () if Loss.HINTS in lost else tuple(map(one.plain, one.hints)))
        everything = words_of(read_back)
        missing = [text for text in one.told() if text not in everything]
        same(f"{id} missing", missing, [])


def same(what: str, found: object, wanted: object) -> None:
    """Compare, and say what differs in short: pytest takes minutes to explain how two long texts differ."""
    if found != wanted:
        pytest.fail(f"{what}: {found!r:.2000} is not {wanted!r:.2000}")


def words_of(one: Read) -> str:
    """All that a platform shows of a question."""
    return plain(" ".join([one.prompt, *one.said.values(), *one.said, one.general, *texts_in(one.right)]))


def texts_in(right: Right) -> list[str]:
    """All texts in what is right."""
    if isinstance(right, str):
        return [right]
    inner = [*right, *right.values()] if isinstance(right, Mapping) else [] if isinstance(right, float | int) else right
    return [text for one in inner for text in texts_in(one)]


def with_written_units(found: Right, wanted: Right) -> Right:
    """A number without the other spellings of a share of a hundred, which a page takes too and nobody wrote."""
    if isinstance(found, dict) and isinstance(wanted, dict) and "units" in wanted:
        return {**found, "units": found["units"][: len(wanted["units"])]}
    return found


def without_addresses(one: Read) -> Read:
    """A question without where to read what it cites and links to, which a page does not write out."""
    said = {plain(answer): plain(text) for answer, text in one.said.items()}
    return replace(
        one, prompt=plain(one.prompt), said=said, general=plain(one.general), hints=tuple(map(plain, one.hints))
    )


def plain(text: str) -> str:
    return ADDRESSES.sub("", text)


#: As they stand behind the year in a citation, and in brackets behind the words of a link.
ADDRESSES = re.compile(r", https?://[^\s;)]+(?=[;)])| \((?:https?|mailto|tel|sms):[^\s)]+\)")


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


#: Tables and fenced code are read as such in some places alone, and have tests of their own.
IN_LINES = TEXTS.filter(lambda text: not has_blocks(text))


@every_reader
@given(IN_LINES, IN_LINES, IN_LINES)
@examples(10)
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


@every_reader
def test_our_whole_bank_is_read_back(name: str):
    for quiz, made in our_quizzes().values():
        compare(name, quiz, made, content_in(ROOT / "docs"))
