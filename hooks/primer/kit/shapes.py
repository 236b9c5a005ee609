"""The small closed set of shapes that every question is reduced to, for all that knows no types.

Structured data, the lint and exports read shapes. A text that may hold inline Markdown is a ``Markdown``; any other is
plain. Ids are those by which answers are saved. ``at`` leads from the question to what its author wrote.
What readers see is of the type ``T_co``: text as its author wrote it, or what ``mapped.py`` makes of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from primer.core.yaml import Path

T_co = TypeVar("T_co", covariant=True)


class Markdown(str):
    """A text that may hold inline Markdown, with links and citations."""

    __slots__ = ()


@dataclass(frozen=True)
class Feedback(Generic[T_co]):
    """What is said to a right answer, and to a wrong one."""

    right: T_co | None
    wrong: T_co | None
    at: Path


@dataclass(frozen=True)
class Choosable(Generic[T_co]):
    """Something to choose, and what is said to whoever does."""

    id: str
    text: T_co
    correct: bool
    feedback: T_co | None
    at: Path
    is_last: bool = False
    """Whether it stays at the end where options are shuffled."""
    speaker: str | None = None
    """Who says it, where it is a sentence of a passage."""


@dataclass(frozen=True)
class OneOf(Generic[T_co]):
    """Choose one; exactly one is right."""

    options: tuple[Choosable[T_co], ...]
    is_statement: bool = False
    """Whether the prompt is a statement to judge: the options are then ``true`` and ``false`` by their ids."""
    is_passage: bool = False
    """Whether the options are the sentences of a passage, which make sense only in their order."""


@dataclass(frozen=True)
class ManyOf(Generic[T_co]):
    """Choose all that are right. In a gap, where one is chosen, each of them is."""

    options: tuple[Choosable[T_co], ...]
    is_passage: bool = False
    """Whether the options are the sentences of a passage, which make sense only in their order."""


@dataclass(frozen=True)
class Pair(Generic[T_co]):
    """An item, what belongs to it, and what is said to whoever was right or wrong about that."""

    id: str
    text: T_co
    match: T_co
    feedback: T_co


@dataclass(frozen=True)
class Distractor(Generic[T_co]):
    """Something that belongs to no item."""

    text: T_co
    at: Path


@dataclass(frozen=True)
class Pairs(Generic[T_co]):
    """Choose for each item what belongs to it. Several items can have the same match."""

    pairs: tuple[Pair[T_co], ...]
    distractors: tuple[Distractor[T_co], ...] = ()


@dataclass(frozen=True)
class Item(Generic[T_co]):
    """Something to put in order, and what is said of where it stands."""

    id: str
    text: T_co
    feedback: T_co


@dataclass(frozen=True)
class Sequence(Generic[T_co]):
    """Put items in order. They are listed in the right one."""

    items: tuple[Item[T_co], ...]


@dataclass(frozen=True)
class Group(Generic[T_co]):
    """A group that items are sorted into."""

    id: str
    text: T_co


@dataclass(frozen=True)
class Sorted(Generic[T_co]):
    """An item to sort, the id of its group, and what is said to whoever was right or wrong about that."""

    id: str
    text: T_co
    group: str
    feedback: T_co


@dataclass(frozen=True)
class Groups(Generic[T_co]):
    """Sort items into groups."""

    groups: tuple[Group[T_co], ...]
    items: tuple[Sorted[T_co], ...]


@dataclass(frozen=True)
class WrongText(Generic[T_co]):
    """A wrong answer that is likely to be typed, and what is said to it."""

    text: str
    feedback: T_co


@dataclass(frozen=True)
class TextAnswer(Generic[T_co]):
    """Type a word or a few. ``accepted`` begins with the best answer."""

    accepted: tuple[str, ...]
    mistakes: tuple[WrongText[T_co], ...]
    feedback: Feedback[T_co]


@dataclass(frozen=True)
class WrongNumber(Generic[T_co]):
    """A wrong number that is likely to be given, and what is said to it."""

    value: float
    feedback: T_co


@dataclass(frozen=True)
class NumberAnswer(Generic[T_co]):
    """Give a number, right within ``tolerance`` on either side. ``units`` are other spellings of ``unit``."""

    value: float
    tolerance: float
    unit: str | None
    units: tuple[str, ...]
    mistakes: tuple[WrongNumber[T_co], ...]
    feedback: Feedback[T_co]


@dataclass(frozen=True)
class Gap(Generic[T_co]):
    """A gap in a text, what it is called, and how it is filled."""

    id: str
    label: str
    filling: OneOf[T_co] | ManyOf[T_co] | TextAnswer[T_co]


@dataclass(frozen=True)
class Gaps(Generic[T_co]):
    """Fill the gaps in a text, in which each stands as ``{its-id}``. They are listed as they stand.

    ``primer.text.inline_markdown`` tells gaps from code and addresses.
    """

    text: T_co
    gaps: tuple[Gap[T_co], ...]


@dataclass(frozen=True)
class Essay(Generic[T_co]):
    """Write freely, then compare with a model answer. Never scored."""

    model_answer: T_co


@dataclass(frozen=True)
class StoryChoice(Generic[T_co]):
    """Something to do at a step, the id of the step that it leads to, and what comes of it."""

    id: str
    text: T_co
    to: str
    feedback: T_co


@dataclass(frozen=True)
class StoryStep(Generic[T_co]):
    """A step: with choices that lead on, or an ending with an outcome."""

    id: str
    text: T_co
    choices: tuple[StoryChoice[T_co], ...]
    outcome: Literal["good", "mixed", "poor"] | None


@dataclass(frozen=True)
class Story(Generic[T_co]):
    """Go through a story that branches. It begins with its first step."""

    steps: tuple[StoryStep[T_co], ...]


ShapeOf = (
    OneOf[T_co]
    | ManyOf[T_co]
    | Pairs[T_co]
    | Sequence[T_co]
    | Groups[T_co]
    | Gaps[T_co]
    | NumberAnswer[T_co]
    | TextAnswer[T_co]
    | Essay[T_co]
    | Story[T_co]
)
Shape = ShapeOf[str]
"""A shape with its texts as they were written."""
