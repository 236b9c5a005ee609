"""Turn every text of a shape into something else, and leave all that decides what is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, assert_never

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

T = TypeVar("T")


@dataclass(frozen=True)
class TextsOf(Generic[T]):
    """What becomes of each kind of text."""

    line: Callable[[str], T]
    """Of a text that stands in a line, or ``Markdown``."""
    paragraphs: Callable[[str], T]
    """Of a text that may be several paragraphs."""
    around_gaps: Callable[[str], T]
    """Of a text in which gaps stand as ``{their-id}``."""


def mapped(shape: Shape, to: TextsOf[T]) -> ShapeOf[T]:  # noqa: PLR0911 - one for each shape
    """Return ``shape`` with other texts."""
    match shape:
        case OneOf() | ManyOf() | TextAnswer():
            return _filling(shape, to)
        case Pairs(pairs, distractors):
            return Pairs(
                tuple(Pair(one.id, to.line(one.text), to.line(one.match), to.line(one.feedback)) for one in pairs),
                tuple(Distractor(to.line(one.text), one.at) for one in distractors),
            )
        case Sequence(items):
            return Sequence(tuple(Item(one.id, to.line(one.text), to.line(one.feedback)) for one in items))
        case Groups(groups, sorted_items):
            return Groups(
                tuple(Group(one.id, to.line(one.text)) for one in groups),
                tuple(Sorted(one.id, to.line(one.text), one.group, to.line(one.feedback)) for one in sorted_items),
            )
        case Gaps(text, gaps):
            return Gaps(to.around_gaps(text), tuple(Gap(one.id, one.label, _filling(one.filling, to)) for one in gaps))
        case NumberAnswer(mistakes=numbers, feedback=said):
            return NumberAnswer(
                shape.value,
                shape.tolerance,
                shape.unit,
                shape.units,
                tuple(WrongNumber(one.value, to.line(one.feedback)) for one in numbers),
                _verdicts(said, to),
            )
        case Essay(model_answer):
            return Essay(to.paragraphs(model_answer))
        case Story(steps):
            return Story(tuple(_step(step, to) for step in steps))
        case _:
            assert_never(shape)


def _filling(shape: OneOf[str] | ManyOf[str] | TextAnswer[str], to: TextsOf[T]) -> OneOf[T] | ManyOf[T] | TextAnswer[T]:
    if isinstance(shape, TextAnswer):
        wrong = tuple(WrongText(one.text, to.line(one.feedback)) for one in shape.mistakes)
        return TextAnswer(shape.accepted, wrong, _verdicts(shape.feedback, to))
    options = tuple(_option(one, to) for one in shape.options)
    if isinstance(shape, OneOf):
        return OneOf(options, shape.is_statement, shape.is_passage)
    return ManyOf(options, shape.is_passage)


def _option(one: Choosable[str], to: TextsOf[T]) -> Choosable[T]:
    said = to.line(one.feedback) if one.feedback is not None else None
    return Choosable(one.id, to.paragraphs(one.text), one.correct, said, one.at, one.is_last, one.speaker)


def _verdicts(said: Feedback[str], to: TextsOf[T]) -> Feedback[T]:
    right = to.line(said.right) if said.right is not None else None
    return Feedback(right, to.line(said.wrong) if said.wrong is not None else None, said.at)


def _step(step: StoryStep[str], to: TextsOf[T]) -> StoryStep[T]:
    choices = tuple(StoryChoice(one.id, to.line(one.text), one.to, to.paragraphs(one.feedback)) for one in step.choices)
    return StoryStep(step.id, to.paragraphs(step.text), choices, step.outcome)
