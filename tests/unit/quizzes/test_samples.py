"""The questions to be tried are those of the folders of the types."""

from __future__ import annotations

from primer.features.quiz.registry import TYPES
from primer.features.quiz.samples import sample_quiz

from tests.question_types import example


def test_there_is_a_question_of_each_type_and_no_answer_is_kept():
    quiz = sample_quiz("A question of each type")
    assert list(quiz.questions) == [example(type) for type in TYPES.values()]
    assert quiz.sensitive
