"""How the answer to each question is told to a learning platform, as interactions of SCORM 1.2."""

from __future__ import annotations

from typing import Literal

from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import (
    Essay,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    TextAnswer,
)

Interaction = Literal["true-false", "choice", "matching", "sequencing", "fill-in", "performance"]

_TOLD: dict[type, Interaction | None] = {
    OneOf: "choice",
    ManyOf: "choice",
    Pairs: "matching",
    Groups: "matching",
    Sequence: "sequencing",
    TextAnswer: "fill-in",
    NumberAnswer: "fill-in",
    Gaps: "fill-in",
    Story: "performance",
    Essay: None,  # what somebody writes freely is told to nobody
}


def interactions(quiz: ExportedQuiz) -> dict[str, Interaction]:
    """Return the type of interaction of each question, by its id in the quiz; what is never scored is not there."""
    found = {question.id.removeprefix(f"{quiz.id}."): _told(question.shapes[0]) for question in quiz.questions}
    return {id: told for id, told in found.items() if told}


def _told(shape: Item) -> Interaction | None:
    if isinstance(shape, OneOf) and shape.is_statement:
        return "true-false"
    return _TOLD[type(shape)]
