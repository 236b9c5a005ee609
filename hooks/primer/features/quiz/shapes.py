"""The small closed set of shapes that every question is reduced to, for all that knows no types.

Structured data, the lint and exports read shapes. A text that may hold inline Markdown is a ``Markdown``; any other is
plain. Ids are those by which answers are saved. ``at`` leads from the question to what its author wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from primer.core.yaml import Path
from primer.features.quiz.ids import digest
from primer.features.quiz.question import Mistake, Option, Verdicts


class Markdown(str):
    """A text that may hold inline Markdown, with links and citations."""

    __slots__ = ()


@dataclass(frozen=True)
class Feedback:
    """What is said to a right answer, and to a wrong one."""

    right: Markdown | None
    wrong: Markdown | None
    at: Path

    @classmethod
    def of(cls, verdicts: Verdicts | None, *at: str | int) -> Feedback:
        """Return the verdicts of a question, which stand ``at``."""
        if verdicts is None:
            return cls(None, None, at)
        return cls(Markdown(verdicts.right) if verdicts.right else None, Markdown(verdicts.wrong), at)


@dataclass(frozen=True)
class Choosable:
    """Something to choose, and what is said to whoever does."""

    id: str
    text: str
    """``Markdown``, or plain text."""
    correct: bool
    feedback: Markdown | None
    at: Path


@dataclass(frozen=True)
class OneOf:
    """Choose one; exactly one is right."""

    options: tuple[Choosable, ...]
    is_statement: bool = False
    """Whether the prompt is a statement to judge: the options are then ``true`` and ``false`` by their ids."""


@dataclass(frozen=True)
class ManyOf:
    """Choose all that are right."""

    options: tuple[Choosable, ...]


@dataclass(frozen=True)
class Pair:
    """An item, what belongs to it, and what is said to whoever was right or wrong about that."""

    id: str
    text: Markdown
    match: str
    """Plain text, or ``Markdown``."""
    feedback: Markdown


@dataclass(frozen=True)
class Distractor:
    """Something that belongs to no item."""

    text: str
    at: Path


@dataclass(frozen=True)
class Pairs:
    """Choose for each item what belongs to it. Several items can have the same match."""

    pairs: tuple[Pair, ...]
    distractors: tuple[Distractor, ...] = ()


@dataclass(frozen=True)
class Item:
    """Something to put in order, and what is said of where it stands."""

    id: str
    text: Markdown
    feedback: Markdown


@dataclass(frozen=True)
class Sequence:
    """Put items in order. They are listed in the right one."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Group:
    """A group that items are sorted into."""

    id: str
    text: Markdown


@dataclass(frozen=True)
class Sorted:
    """An item to sort, the id of its group, and what is said to whoever was right or wrong about that."""

    id: str
    text: Markdown
    group: str
    feedback: Markdown


@dataclass(frozen=True)
class Groups:
    """Sort items into groups."""

    groups: tuple[Group, ...]
    items: tuple[Sorted, ...]


@dataclass(frozen=True)
class WrongText:
    """A wrong answer that is likely to be typed, and what is said to it."""

    text: str
    feedback: Markdown


@dataclass(frozen=True)
class TextAnswer:
    """Type a word or a few. ``accepted`` begins with the best answer."""

    accepted: tuple[str, ...]
    mistakes: tuple[WrongText, ...]
    feedback: Feedback


@dataclass(frozen=True)
class WrongNumber:
    """A wrong number that is likely to be given, and what is said to it."""

    value: float
    feedback: Markdown


@dataclass(frozen=True)
class NumberAnswer:
    """Give a number, right within ``tolerance`` on either side. ``units`` are other spellings of ``unit``."""

    value: float
    tolerance: float
    unit: str | None
    units: tuple[str, ...]
    mistakes: tuple[WrongNumber, ...]
    feedback: Feedback


@dataclass(frozen=True)
class Gap:
    """A gap in a text, what it is called, and how it is filled."""

    id: str
    label: str
    filling: OneOf | ManyOf | TextAnswer


@dataclass(frozen=True)
class Gaps:
    """Fill the gaps in a text, in which each stands as ``{its-id}``. They are listed as they stand.

    ``primer.text.inline_markdown`` tells gaps from code and addresses.
    """

    text: Markdown
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Essay:
    """Write freely, then compare with a model answer. Never scored."""

    model_answer: Markdown


@dataclass(frozen=True)
class StoryChoice:
    """Something to do at a step, the id of the step that it leads to, and what comes of it."""

    id: str
    text: Markdown
    to: str
    feedback: Markdown


@dataclass(frozen=True)
class StoryStep:
    """A step: with choices that lead on, or an ending with an outcome."""

    id: str
    text: Markdown
    choices: tuple[StoryChoice, ...]
    outcome: Literal["good", "mixed", "poor"] | None


@dataclass(frozen=True)
class Story:
    """Go through a story that branches. It begins with its first step."""

    steps: tuple[StoryStep, ...]


Shape = OneOf | ManyOf | Pairs | Sequence | Groups | Gaps | NumberAnswer | TextAnswer | Essay | Story


def picked(options: Iterable[Option], *at: str | int) -> OneOf | ManyOf:
    """Return the shape of options of which one is right, or several. They are listed ``at``."""
    found = tuple(
        Choosable(
            id=digest(option.text),
            text=Markdown(option.text),
            correct=option.correct,
            feedback=Markdown(option.feedback) if option.feedback else None,
            at=(*at, index),
        )
        for index, option in enumerate(options)
    )
    return ManyOf(found) if sum(option.correct for option in found) > 1 else OneOf(found)


def typed(
    accepted: tuple[str, ...], mistakes: Iterable[Mistake], verdicts: Verdicts | None, *at: str | int
) -> TextAnswer:
    """Return the shape of a text to type. Its verdicts stand ``at``."""
    wrong = tuple(WrongText(mistake.text, Markdown(mistake.feedback)) for mistake in mistakes)
    return TextAnswer(accepted, wrong, Feedback.of(verdicts, *at))
