"""Choices of a story lead to steps by their numbers."""

from __future__ import annotations

from primer.features.quiz.types.scenario.type import TYPE
from tests.question_types import example, maker


def test_a_choice_leads_to_the_number_of_its_step() -> None:
    body = TYPE.body(example(TYPE), "q", maker())

    assert [(choice.to_dom, choice.to_number) for choice in body.steps[0].choices] == [("q--said", 3), ("q--hidden", 2)]
    assert [step.outcome for step in body.steps] == [None, None, "good", "mixed", "poor"]
