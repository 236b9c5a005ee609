"""True comes before false, whatever is right and whatever they are called."""

from __future__ import annotations

import pytest

from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.true_false.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of

SAID = {"right": "Yes.", "wrong": "No."}


@pytest.mark.parametrize("answer", [True, False])
def test_true_comes_before_false_whatever_is_right(answer: bool) -> None:
    [part] = TYPE.body(example(TYPE, answer=answer, feedback=SAID), "q", maker()).parts

    assert [str(option.text_html) for option in part.options] == ["True", "False"]
    assert [option.correct for option in part.options] == [answer, not answer]
    said = [str(part.said_to(option.id)) for option in part.options]
    assert said == (["Yes.", "No."] if answer else ["No.", "Yes."])


def test_the_two_have_the_same_ids_in_every_language() -> None:
    [part] = TYPE.body(example(TYPE), "q", maker()).parts
    [shape] = TYPE.shapes(example(TYPE), STRINGS)

    assert [option.id for option in part.options] == [option.id for option in shape.options] == ["true", "false"]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["False"],
        ["True"],
    )
