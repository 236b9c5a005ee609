"""What our exports write comes back as it was, but for what they say that they lose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from primer.features.quiz.model import Quiz
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.formats import Format
from primer.outputs.exports.gift import GIFT
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.sheet import CSV
from primer.text.block_markdown import has_blocks
from primer.text.rich import Rich

from tests.exports.quizzes import exported, our_quizzes
from tests.exports.test_reading_back import AWKWARD, quiz_of
from tests.importing.reading import as_quiz, differences, kept, read_back
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.question_types import every_type
from tests.rendering import content_of

FORMATS = pytest.mark.parametrize("format", [MOODLE, GIFT, CSV], ids=lambda one: one.id)
#: Tables come back as paragraphs, which the import says.
IN_LINES = TEXTS.filter(lambda text: not has_blocks(text))


def leaving(quiz: Quiz) -> ExportedQuiz:
    return exported(quiz, content=content_of(quizzes={"moon": quiz}))


def distinct(quiz: Quiz) -> Quiz:
    """A quiz without the question whose groups have the same words: as pairs, these leave nothing to choose from."""
    questions = tuple(question for question in quiz.questions if question.type != "categorise")
    return quiz.model_copy(update={"questions": questions})


@FORMATS
def test_a_quiz_of_every_type_comes_back(format: Format):
    assert differences(format, leaving(quiz_of(every_type()))) == []


@FORMATS
@pytest.mark.parametrize("name", ["signs", "right to left", "long", "quote"])
def test_awkward_text_comes_back(format: Format, name: str):
    quiz = quiz_with("A title", AWKWARD[name], f"{AWKWARD[name]} said")
    assert quiz

    assert differences(format, leaving(distinct(quiz))) == []


@FORMATS
@given(IN_LINES, IN_LINES)
@examples(10)
def test_any_text_comes_back(format: Format, text: str, feedback: str):
    quiz = quiz_with("A title", text, feedback)
    if quiz is not None:
        assert differences(format, leaving(distinct(quiz))) == []


@FORMATS
def test_our_own_quizzes_come_back_as_quizzes(format: Format):
    for quiz, made in our_quizzes().values():
        back = as_quiz(read_back(format, made))

        assert back.sensitive == (quiz.sensitive and format is CSV)
        assert [question.id for question in back.questions] == [
            answered.question.id.partition(".")[2] for answered in format.writing(made).questions
        ]
        assert {question.type for question in back.questions} <= {question.type for question in quiz.questions} | {
            "choice",
            "match",
            "reflect",
        }


@FORMATS
def test_what_differs_is_seen(format: Format):
    made = leaving(quiz_of(every_type()))
    answered = format.writing(made).questions[0]
    other = replace(answered.question, prompt=Rich.plain("Another question"))

    was, now = kept(format, answered), kept(format, replace(answered, question=other))

    assert {name for name in was if was[name] != now[name]} == {"prompt"}
