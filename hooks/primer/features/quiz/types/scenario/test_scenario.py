"""Choices of a story lead to steps by their numbers."""

from __future__ import annotations

from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.scenario.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_a_choice_leads_to_the_number_of_its_step() -> None:
    body = TYPE.body(example(TYPE), "q", maker())

    assert [(choice.to_dom, choice.to_number) for choice in body.steps[0].choices] == [("q--said", 3), ("q--hidden", 2)]
    assert [step.outcome for step in body.steps] == [None, None, "good", "mixed", "poor"]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["Your therapist thanks you, and asks what would help."],
        [],
    )
