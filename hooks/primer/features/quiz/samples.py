"""A quiz that has the example of each type of question, to be looked at and tried."""

from __future__ import annotations

from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz, QuizId
from primer.features.quiz.registry import TYPES

SAMPLES: QuizId = "question-samples"


def sample_quiz(title: str) -> Quiz:
    """Return the quiz, of which no browser keeps an answer."""
    examples = [(type, load(type.read("example.yml"), type.name, Report())) for type in TYPES.values()]
    questions = [validate(type.model, document, "quiz", Report()) for type, document in examples if document]
    made = tuple(question for question in questions if question)
    return Quiz(title=title, summary=title, level="introductory", minutes=1, sensitive=True, questions=made)
