"""Right and wrong answers in words, for any shape."""

from __future__ import annotations

import pytest
from primer.features.quiz.registry import TYPES
from primer.features.quiz.structured_data import right_and_wrong

from tests.question_types import STRINGS, example
from tests.rendering import content_of

ANSWERS = {
    "categorise": (
        [
            "Sessions end on time: A usual limit",
            "They ask you to keep a secret: A warning sign",
            "They do not answer at night: A usual limit",
        ],
        [],
    ),
    "choice": (
        ["They keep to the times you agreed"],
        ["They seem kind", "They say that you can trust them"],
    ),
    "cloze": (["Gap 1: rupture", "Gap 2: repair"], []),
    "match": (
        ["What you want from therapy: goals", "What you do to get there: tasks", "How you get on: bond"],
        [],
    ),
    "numeric": (["12 sessions"], ["4"]),
    "order": (
        ["Ask yourself whether you are safe", "Write down what was said", "Decide whether to raise it"],
        [],
    ),
    "reflect": (
        ["Some people write it down first. Others bring it up at the start, when there is time."],
        [],
    ),
    "scenario": (["Your therapist thanks you, and asks what would help."], []),
    "short-answer": (["informed consent", "consent"], ["permission"]),
    "true-false": (["False"], ["True"]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_right_and_wrong_answers_in_words(name: str):
    type = TYPES[name]
    [shape, *_] = type.shapes(example(type), STRINGS)

    assert right_and_wrong(shape, content_of()) == ANSWERS[name]


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
