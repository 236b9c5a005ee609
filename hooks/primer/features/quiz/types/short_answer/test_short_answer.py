"""Expected mistakes have feedback of their own."""

from __future__ import annotations

from primer.features.quiz.types.short_answer.type import TYPE
from tests.question_types import example, maker


def test_an_expected_mistake_has_its_own_feedback() -> None:
    [part] = TYPE.body(example(TYPE), "q", maker()).parts

    assert part.mistakes == ("permission",)
    assert str(part.said_to("mistake-0")).startswith("That is near.")
    assert str(part.said_to("wrong")).startswith("It is two words")
