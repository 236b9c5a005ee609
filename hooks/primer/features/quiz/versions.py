"""Versions of quizzes and questions: digests of what is graded, by which saved answers are known to fit still.

Rewording a title, feedback, explanations or hints changes no version.
"""

from __future__ import annotations

import json

from primer.features.quiz.ids import digest
from primer.features.quiz.model import Quiz
from primer.features.quiz.question import Question
from primer.features.quiz.question_type import Graded
from primer.features.quiz.registry import type_of


def question_version(question: Question) -> str:
    """Return the version of a question: another one once its prompt, its type or what grades it is another."""
    return _version((question.type, question.prompt, type_of(question).graded(question)))


def quiz_version(quiz: Quiz) -> str:
    """Return the version of a quiz: another once a question, its weight, the pass mark or what is drawn is another."""
    questions = tuple((question.id, question_version(question)) for question in quiz.questions)
    weights = tuple((question.id, question.weight) for question in quiz.questions if question.weight != 1)
    draw = tuple(
        (pool.number, tuple(question.id for question in quiz.questions if question.objective == pool.objective))
        for pool in quiz.draw
    )
    return _version((questions, quiz.pass_mark, draw, *([weights] if weights else [])))


def _version(graded: Graded) -> str:
    return digest(json.dumps(graded))
