"""The closed set of what a format may lose of a question."""

from __future__ import annotations

from enum import StrEnum

from primer.kit.exported import ExportedQuestion, Item
from primer.kit.shapes import (
    Choosable,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Sequence,
    Story,
    TextAnswer,
)
from primer.text.rich import Rich


class Loss(StrEnum):
    """What does not arrive as it left. Each is worded by the string ``loss_…`` of its name."""

    # what is said
    HINTS = "hints"
    EXPLANATION = "explanation"
    OPTION_FEEDBACK = "option_feedback"
    """Feedback to options or parts is left out."""
    FEEDBACK_TOGETHER = "feedback_together"
    """Feedback to options or parts is said all at once, after the answer."""
    MISTAKE_FEEDBACK = "mistake_feedback"
    # how it looks
    FORMATTING = "formatting"
    PICTURES = "pictures"
    # how it is answered
    ORDER_AS_MATCHING = "order_as_matching"
    SORTING_AS_MATCHING = "sorting_as_matching"
    GAPS_AS_TYPING = "gaps_as_typing"
    NUMBER_AS_TEXT = "number_as_text"
    UNITS = "units"
    SPEAKERS = "speakers"
    LAST_OPTION = "last_option"
    BRANCHING = "branching"
    # how it is marked
    PARTIAL_CREDIT = "partial_credit"
    TICKING_ALL = "ticking_all"
    """Moodle gives part of the points for each right option, and takes none for a wrong one."""
    NEAR_SPELLING = "near_spelling"
    MARKED_BY_HAND = "marked_by_hand"
    WEIGHT = "weight"
    LEARNER_MARKS = "learner_marks"
    """Nothing is marked: learners compare."""
    DRAW = "draw"
    GAPS_COUNT = "gaps_count"


FALLBACKS: dict[type, Loss] = {
    Sequence: Loss.ORDER_AS_MATCHING,
    Groups: Loss.SORTING_AS_MATCHING,
    NumberAnswer: Loss.NUMBER_AS_TEXT,
}
"""What is lost of a question in another shape than its first, by that first shape."""


def is_felt(loss: Loss, question: ExportedQuestion, shape: Item) -> bool:  # noqa: PLR0911, PLR0912 - one for each loss
    """Tell whether a question in this shape has what a loss takes away."""
    match loss:
        case Loss.HINTS:
            return bool(question.hints)
        case Loss.WEIGHT:
            return question.weight != 1
        case Loss.DRAW:
            return question.objective is not None and question.objective.draw is not None
        case Loss.FORMATTING:
            return not question.is_plain
        case Loss.PICTURES:
            return question.has_pictures
        case Loss.OPTION_FEEDBACK | Loss.FEEDBACK_TOGETHER:
            return _has_feedback(shape)
        case Loss.MISTAKE_FEEDBACK:
            return any(isinstance(one, TextAnswer | NumberAnswer) and bool(one.mistakes) for one in _answers(shape))
        case Loss.NEAR_SPELLING:
            return any(isinstance(one, TextAnswer) for one in _answers(shape))
        case Loss.UNITS:
            return isinstance(shape, NumberAnswer) and shape.unit is not None
        case Loss.SPEAKERS:
            return any(option.speaker for option in _options(shape))
        case Loss.LAST_OPTION:
            return any(option.is_last for option in _options(shape))
        case Loss.GAPS_COUNT:
            return isinstance(shape, Gaps) and len(shape.gaps) > 1
        case Loss.GAPS_AS_TYPING:
            return isinstance(shape, Gaps) and any(not isinstance(gap.filling, TextAnswer) for gap in shape.gaps)
        case _:
            return True


def _answers(shape: Item) -> list[Item]:
    """Return all that is answered: of a text with gaps, what fills them."""
    return [gap.filling for gap in shape.gaps] if isinstance(shape, Gaps) else [shape]


def _options(shape: Item) -> list[Choosable[Rich]]:
    return [option for one in _answers(shape) if isinstance(one, OneOf | ManyOf) for option in one.options]


def _has_feedback(shape: Item) -> bool:
    if isinstance(shape, OneOf | ManyOf | Gaps):
        typed = any(isinstance(one, TextAnswer) for one in _answers(shape))
        return typed or any(option.feedback for option in _options(shape))
    return not isinstance(shape, Story) or any(step.choices for step in shape.steps)
