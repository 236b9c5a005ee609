"""What a format says that it can write decides what happens to each question, and is said where it happens."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from primer.kit.shapes import Essay, ManyOf, OneOf, Pairs
from primer.outputs.exports.archives import packed, repacked
from primer.outputs.exports.exporting import files_of
from primer.outputs.exports.formats import Files, Format, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings

from tests.exports.quizzes import exported, our_quizzes
from tests.exports.test_reading_back import quiz_of
from tests.exports.types_carried import Table, table
from tests.question_types import STRINGS, every_type


def ids(writing: Writing) -> Files:
    """Write the ids of all questions, one a line."""
    return {"ids.txt": "\n".join(one.question.id for one in writing.questions).encode()}


def a_format(**changes: Any) -> Format:
    fields: dict[str, Any] = {
        "id": "ids",
        "files": ("ids.txt",),
        "writes": {OneOf: [Loss.OPTION_FEEDBACK], ManyOf: [Loss.OPTION_FEEDBACK], Pairs: []},
        "export": ids,
        "loses": [Loss.HINTS],
    }
    return Format(**{**fields, **changes})


QUIZ = exported(quiz_of(every_type()))


def table_of(*formats: Format) -> Table:
    """The table by a quiz of all types."""
    return table(formats, QUIZ)


def test_a_question_is_written_in_the_first_shape_that_the_format_knows():
    writing = a_format().writing(QUIZ)

    assert {one.question.type: type(one.shape) for one in writing.questions} == {
        "choice": ManyOf,
        "true-false": OneOf,
        "highlight": ManyOf,
        "categorise": Pairs,
        "match": Pairs,
        "order": Pairs,
    }


def test_what_a_format_cannot_write_is_left_out_and_listed():
    files = files_of(QUIZ, [a_format()])
    listed = files["README.txt"].decode().split("Questions that this file cannot hold:\n")[1].splitlines()

    written = files["ids.txt"].decode().split()
    left_out = [line.removeprefix("- ").partition(":")[0] for line in listed]
    assert sorted([*written, *left_out]) == sorted(question.id for question in QUIZ.questions)
    assert "moon.type-a-number" in left_out


def test_what_is_lost_is_said_with_the_questions_that_lose_it():
    text = files_of(QUIZ, [a_format()])["README.txt"].decode()

    assert "- Hints are left out. (moon.pick-one)" in text
    assert "- Putting in order becomes matching each step with its place. (moon.put-in-order)" in text


def test_what_no_question_has_is_not_lost():
    assert "Hints" not in files_of(QUIZ.only(QUIZ.questions[0]), [a_format()])["README.txt"].decode()


def test_a_format_can_refuse_what_is_more_than_it_holds():
    small = a_format(refuses=lambda shape: isinstance(shape, Pairs) and len(shape.pairs) > 2)

    assert {one.type for one in QUIZ.questions if small.shape_for(one) is None} >= {"order"}


def test_the_table_follows_from_shapes_and_formats():
    found = table_of(a_format())
    [format] = found.formats

    assert found.cell("order", format).losses == (Loss.ORDER_AS_MATCHING,)
    assert found.cell("match", format).is_whole
    assert not found.cell("numeric", format).is_carried
    assert found.losses(format) == (Loss.HINTS, Loss.OPTION_FEEDBACK, Loss.ORDER_AS_MATCHING, Loss.SORTING_AS_MATCHING)


def test_a_new_format_is_in_the_table_and_no_type_has_to_know():
    found = table_of(a_format(id="new", writes={Essay: []}))

    assert {type for type in found.types if found.cell(type, found.formats[0]).is_carried} == {"reflect"}


@pytest.mark.parametrize("loss", Loss)
def test_every_loss_has_words(loss: Loss):
    assert STRINGS[ExportStrings].loss(loss).endswith(".")


def test_moodle_and_what_programs_read_hold_every_type():
    found = table_of(*FORMATS)

    for format in found.formats:
        if format.id in ("moodle", "canvas", "canvas_new", "csv", "json"):
            assert [type for type in found.types if not found.cell(type, format).is_carried] == [], format.id


def test_nothing_of_our_bank_is_left_out():
    writings = [format.writing(quiz) for format in FORMATS for _, quiz in our_quizzes().values()]

    whole = ("moodle", "canvas", "canvas_new", "csv", "json")
    assert [one.left_out for one in writings if one.format.id in whole and one.left_out] == []


def test_an_archive_is_sorted_and_says_no_time():
    with zipfile.ZipFile(BytesIO(packed({"b.txt": b"2", "a/c.txt": b"1"}))) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries] == ["a/c.txt", "b.txt"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o100644)}


def test_what_a_library_packed_is_packed_again_without_its_clock():
    made = []
    for hour in (1, 2):
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w") as writer:
            writer.writestr(zipfile.ZipInfo("x.xml", (2026, 11, 26, hour, 0, 0)), "<x/>")
        made.append(archive.getvalue())

    assert made[0] != made[1]
    assert repacked(made[0]) == repacked(made[1]) == packed({"x.xml": b"<x/>"})
