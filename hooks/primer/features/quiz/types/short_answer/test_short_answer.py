"""Expected mistakes have feedback of their own."""

from __future__ import annotations

from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.short_answer.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_an_expected_mistake_has_its_own_feedback() -> None:
    [part] = TYPE.body(example(TYPE), "q", maker()).parts

    assert part.mistakes == ("permission",)
    assert str(part.said_to("mistake-0")).startswith("That is near.")
    assert str(part.said_to("wrong")).startswith("It is two words")


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["informed consent", "consent"],
        ["permission"],
    )
