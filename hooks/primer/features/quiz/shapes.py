"""Make shapes of what questions of several types have, and name all shapes where types look for them.

The set itself stands in ``kit/shapes.py``, because what knows no quiz reads it too.
"""

from __future__ import annotations

from collections.abc import Iterable

from primer.features.quiz.ids import digest
from primer.features.quiz.question import Mistake, Option, Verdicts
from primer.kit.shapes import (
    Choosable,
    Distractor,
    Essay,
    Feedback,
    Gap,
    Gaps,
    Group,
    Groups,
    Item,
    ManyOf,
    Markdown,
    NumberAnswer,
    OneOf,
    Pair,
    Pairs,
    Sequence,
    Shape,
    ShapeOf,
    Sorted,
    Story,
    StoryChoice,
    StoryStep,
    TextAnswer,
    WrongNumber,
    WrongText,
)

__all__ = [
    "Choosable",
    "Distractor",
    "Essay",
    "Feedback",
    "Gap",
    "Gaps",
    "Group",
    "Groups",
    "Item",
    "ManyOf",
    "Markdown",
    "NumberAnswer",
    "OneOf",
    "Pair",
    "Pairs",
    "Sequence",
    "Shape",
    "ShapeOf",
    "Sorted",
    "Story",
    "StoryChoice",
    "StoryStep",
    "TextAnswer",
    "WrongNumber",
    "WrongText",
    "picked",
    "typed",
    "verdict",
]


def verdict(verdicts: Verdicts | None, *at: str | int) -> Feedback[str]:
    """Return the verdicts of a question, which stand ``at``."""
    if verdicts is None:
        return Feedback(None, None, at)
    return Feedback(Markdown(verdicts.right) if verdicts.right else None, Markdown(verdicts.wrong), at)


def picked(options: Iterable[Option], *at: str | int) -> OneOf[str] | ManyOf[str]:
    """Return the shape of options of which one is right, or several. They are listed ``at``."""
    found = tuple(
        Choosable(
            id=digest(option.text),
            text=Markdown(option.text),
            correct=option.correct,
            feedback=Markdown(option.feedback) if option.feedback else None,
            at=(*at, index),
            is_last=option.last,
        )
        for index, option in enumerate(options)
    )
    return ManyOf(found) if sum(option.correct for option in found) > 1 else OneOf(found)


def typed(
    accepted: tuple[str, ...], mistakes: Iterable[Mistake], verdicts: Verdicts | None, *at: str | int
) -> TextAnswer[str]:
    """Return the shape of a text to type. Its verdicts stand ``at``."""
    wrong = tuple(WrongText(mistake.text, Markdown(mistake.feedback)) for mistake in mistakes)
    return TextAnswer(accepted, wrong, verdict(verdicts, *at))
