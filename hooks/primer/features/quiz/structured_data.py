"""Describe a quiz to machines, in the vocabulary of schema.org."""

from __future__ import annotations

from primer.features.quiz.model import Quiz
from primer.features.quiz.view import answers
from primer.kit.content import Content
from primer.kit.feature import Item

_EDU_TYPES = {
    "match": "Matching",
    "order": "Ordering",
    "categorise": "Matching",
    "cloze": "Fill in the blank",
    "short-answer": "Short answer",
    "numeric": "Numeric response",
    "reflect": "Open ended",
    "scenario": "Scenario",
}
"""What schema.org's eduQuestionType, a free text, is for question types that are not a choice of options."""


def described(quiz: Quiz, content: Content) -> Item:
    """Return a quiz with its questions and their answers."""
    plain = content.text.plain
    return {
        "@type": "Quiz",
        "description": plain(quiz.summary),
        "educationalLevel": quiz.level,
        "timeRequired": f"PT{quiz.minutes}M",
        "assesses": [plain(objective.text) for objective in quiz.objectives],
        "hasPart": [
            {
                "@type": "Question",
                "eduQuestionType": _EDU_TYPES.get(question.type, "Checkbox" if len(right) > 1 else "Multiple choice"),
                "text": plain(question.prompt),
                "acceptedAnswer": [{"@type": "Answer", "text": text} for text in right],
                **({"suggestedAnswer": [{"@type": "Answer", "text": text} for text in wrong]} if wrong else {}),
            }
            for question in quiz.questions
            for right, wrong in [answers(question, content)]
        ],
    }
