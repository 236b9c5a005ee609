"""What is never graded has nothing that a change could spoil."""

from __future__ import annotations

from primer.features.quiz.shapes import Essay
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.reflect.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_the_model_answer_is_shown_as_paragraphs() -> None:
    body = TYPE.body(example(TYPE, model_answer="One.\n\nTwo."), "q", maker())

    assert body.model_answer_html == "<p>One.</p>\n<p>Two.</p>"


def test_it_is_an_essay_and_grades_nothing() -> None:
    [shape] = TYPE.shapes(example(TYPE), STRINGS)

    assert isinstance(shape, Essay)
    assert TYPE.graded(example(TYPE)) is None


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["Some people write it down first. Others bring it up at the start, when there is time."],
        [],
    )
