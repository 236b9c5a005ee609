"""Right and wrong answers in words, for any shape."""

from __future__ import annotations

import pytest
from primer.features.quiz.registry import TYPES
from primer.features.quiz.structured_data import right_and_wrong

from tests.question_types import STRINGS, example
from tests.rendering import content_of


@pytest.mark.parametrize("name", TYPES)
def test_each_way_to_put_a_question_has_an_answer(name: str):
    type = TYPES[name]
    for shape in type.shapes(example(type), STRINGS):
        right, _ = right_and_wrong(shape, content_of())
        assert all(right)
        assert right


def test_one_gap_is_answered_by_what_fills_it():
    type = TYPES["cloze"]
    gap = {"id": "one", "options": [{"text": "a", "correct": True}, {"text": "b", "feedback": "No."}]}
    [shape] = type.shapes(example(type, text="It is {one}.", gaps=[gap]), STRINGS)

    assert right_and_wrong(shape, content_of()) == (["a"], ["b"])
