"""The sheets for Brightspace, Blackboard and Wayground hold what their formats say, by readers of ours alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from primer.kit.shapes import ManyOf, OneOf, Pairs
from primer.outputs.exports.archives import packed, unpacked
from primer.outputs.exports.blackboard import BLACKBOARD, LONGEST
from primer.outputs.exports.brightspace import BRIGHTSPACE
from primer.outputs.exports.formats import Format, Writing
from primer.outputs.exports.wayground import WAYGROUND

from tests.exports.kept import AWKWARD, has_to_arrive, letters, our_writings, squeezed, writing_of
from tests.exports.quizzes import exported, our_quizzes
from tests.exports.readers.spreadsheets import RefusedError, Row, blackboard, brightspace, wayground
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

READERS: list[tuple[Format, Callable[[bytes], list[Row]]]] = [
    (BRIGHTSPACE, brightspace),
    (BLACKBOARD, blackboard),
    (WAYGROUND, wayground),
]
EACH = pytest.mark.parametrize(("format", "read"), READERS, ids=[format.id for format, _ in READERS])


def file_of(writing: Writing) -> bytes:
    return writing.format.export(writing)[writing.format.files[0]]


def words_of(row: Row, format: Format) -> str:
    """All that is said in a question, without white space."""
    cells = [row.prompt, *row.said, *(cell for answer in row.answers for cell in answer)]
    as_html = format is BRIGHTSPACE
    found = [squeezed(cell) for cell in cells]
    return " ".join([*found, *map(letters, cells)] if as_html else found)


def differences(writing: Writing, rows: list[Row]) -> list[object]:
    """What differs between a quiz and what was read of its sheet."""
    found: list[object] = [] if len(rows) == len(writing.questions) else [(len(rows), len(writing.questions))]
    is_html = writing.format is BRIGHTSPACE
    for number, (answered, row) in enumerate(zip(writing.questions, rows, strict=False)):
        shape, text = answered.shape, words_of(row, writing.format)
        needed = {*has_to_arrive(writing.format, writing, number, as_html=is_html)}
        if is_html:  # what is said to an option is plain there
            plain = has_to_arrive(writing.format, writing, number, as_html=False)
            needed = {one for one in needed if one not in text} and {
                one
                for one, other in zip(_ordered(writing, number), plain, strict=True)
                if not {one, other} & _in(text, one, other)
            }
        else:
            needed = {one for one in needed if one not in text}
        text_of_brackets = text.replace("(", "[").replace(")", "]")
        found += [
            (answered.question.id, one)
            for one in needed
            if one.replace("(", "[").replace(")", "]") not in text_of_brackets
        ]
        if isinstance(shape, OneOf | ManyOf) and not (isinstance(shape, OneOf) and shape.is_statement):
            right = [one.correct for one in shape.options]
            if right != [_is_right(answer, writing.format) for answer in row.answers]:
                found.append((answered.question.id, right, row.answers))
        if isinstance(shape, OneOf) and shape.is_statement:
            is_true = next(one.correct for one in shape.options if one.id == "true")
            if is_true is not _is_true(row):
                found.append((answered.question.id, is_true, row.answers))
        if isinstance(shape, Pairs) and writing.format is BRIGHTSPACE:
            choices = {number: letters(text) for kind, number, text, *_ in row.answers if kind == "Choice"}
            pairs = [(letters(text), choices[number]) for kind, number, text, *_ in row.answers if kind == "Match"]
            expected = [(letters(one.text.marked), letters(one.match.marked)) for one in shape.pairs]
            found += [(answered.question.id, pairs)] if pairs != expected else []
    return found


def _ordered(writing: Writing, number: int) -> list[str]:
    return has_to_arrive(writing.format, writing, number, as_html=True)


def _in(text: str, *ways: str) -> set[str]:
    return {way for way in ways if way in text}


def _is_right(answer: tuple[str, ...], format: Format) -> bool:
    return answer[1] not in ("0", "incorrect", "False")


def _is_true(row: Row) -> bool:
    if row.kind == "Multiple Choice":
        return row.answers[0][1] == "True"
    return row.answers[0][0] == "true" if row.kind == "TF" and len(row.answers) == 1 else row.answers[0][1] == "100"


@EACH
def test_every_type_that_it_knows_is_read_as_it_was_written(format: Format, read: Callable[[bytes], list[Row]]):
    writing = writing_of(format)

    assert differences(writing, read(file_of(writing))) == []


@EACH
def test_every_sign_arrives(format: Format, read: Callable[[bytes], list[Row]]):
    writing = writing_of(format, AWKWARD, AWKWARD)

    assert differences(writing, read(file_of(writing))) == []


@EACH
def test_nothing_is_computed(format: Format, read: Callable[[bytes], list[Row]]):
    for sign in "=+-@":
        writing = writing_of(format, f"{sign}1+1", f"{sign}1+1")

        assert differences(writing, read(file_of(writing))) == []


@EACH
def test_our_quizzes_are_read_as_they_were_written(format: Format, read: Callable[[bytes], list[Row]]):
    for writing in our_writings(format):
        if writing.questions:
            assert differences(writing, read(file_of(writing))) == []


@given(TEXTS, TEXTS)
@examples(15)
def test_any_text_arrives(text: str, feedback: str):
    quiz = quiz_with("Moon", text, feedback)
    if quiz is None:
        return
    made = exported(quiz, content=content_of(quizzes={"moon": quiz}))
    for format, read in READERS:
        writing = format.writing(made)

        assert differences(writing, read(file_of(writing))) == []
        assert file_of(writing) == file_of(writing)


# ---- what each can hold, and what breaks it


def test_nobody_has_tried_them():
    assert not any(format.is_tried for format, _ in READERS)


@EACH
def test_what_may_upset_people_begins_with_a_note_in_the_first_question(
    format: Format, read: Callable[[bytes], list[Row]]
):
    """None of them keeps what stands above the questions."""
    first, *others = read(file_of(format.writing(our_quizzes()["warning-signs-quiz"][1])))
    note = "Before you start: some of these questions describe harm in therapy."

    assert first.prompt.removeprefix("<p>").startswith(note)
    assert "https://example.org/base/help-now/" in first.prompt
    assert not any(note in row.prompt for row in others)


def test_blackboard_gets_no_more_lines_than_it_takes():
    writing = writing_of(BLACKBOARD)
    many = replace(writing, questions=(writing.questions[0],) * (LONGEST + 1))
    files = BLACKBOARD.export(many)

    assert [len(blackboard(content)) for content in files.values()] == [LONGEST, 1]


def test_wayground_gets_questions_with_five_options_at_most():
    writing = writing_of(WAYGROUND)
    question = writing.quiz.questions[0]
    shape = question.shapes[0]
    assert isinstance(shape, OneOf)
    long = replace(question, shapes=(replace(shape, options=shape.options * 3),))

    assert WAYGROUND.shape_for(question) is not None
    assert WAYGROUND.shape_for(long) is None


@EACH
def test_a_broken_file_is_seen(format: Format, read: Callable[[bytes], list[Row]]):
    writing = writing_of(format)
    twin = broken(file_of(writing), format, b"A text", b"No text")

    assert differences(writing, read(twin))
    with pytest.raises(RefusedError):
        read(broken(file_of(writing), format, *BREAKS[format.id]))


BREAKS = {
    "brightspace": (b"NewQuestion,MC", b"NewQuestion,FIB"),
    "blackboard": (b"\tcorrect", b"\trichtig"),
    "wayground": (b"<t>Multiple Choice</t>", b"<t>Choice</t>"),
}


def broken(file: bytes, format: Format, old: bytes, new: bytes) -> bytes:
    """A file with something else in it."""
    if format is not WAYGROUND:
        assert old in file
        return file.replace(old, new)
    parts = unpacked(file)
    assert any(old in part for part in parts.values())
    return packed({path: part.replace(old, new) for path, part in parts.items()})
