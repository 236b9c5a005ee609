"""What a quiz file holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, Text, broken_dates
from primer.features.quiz.registry import AnyQuestion
from primer.kit.sources import Key, Loaded

QuizId = str
Level = Literal["introductory", "intermediate", "professional"]


class Objective(Model):
    """Something a learner can do afterwards. ``see`` is what to read for it."""

    noun: ClassVar[str] = "an objective"

    hover: ClassVar = {"text": "something a learner can do afterwards: Say what …"}

    id: Slug
    text: MarkdownText
    see: Text | None = Field(None, description="what to read for it: /folder/page.md#anchor")


class Section(Model):
    """A part of a quiz, with its own heading."""

    noun: ClassVar[str] = "a section"

    hover: ClassVar = {"title": "the heading of the section", "text": "what stands below the heading"}

    id: Slug
    title: Text
    text: MarkdownText | None = None


class Shuffle(Model):
    """What is put in another order for each reader; with a ``seed``, in the same other order for all."""

    noun: ClassVar[str] = "the shuffling of a quiz"

    hover: ClassVar = {
        "questions": "true puts questions in another order for each reader",
        "options": "true puts options in another order for each reader",
        "seed": "a number: the order is then the same for all",
    }

    questions: bool = False
    options: bool = False
    seed: Annotated[int, Field(ge=0, le=999_999)] | None = None


class Pool(Model):
    """How many of an objective's questions are asked, drawn anew for each reader."""

    noun: ClassVar[str] = "a draw"

    hover: ClassVar = {"objective": "the id of an objective", "number": "how many of its questions are asked"}

    objective: Slug
    number: Annotated[int, Field(ge=1)]


class Quiz(Model):
    """One quiz. Its id is the name of its file."""

    noun: ClassVar[str] = "a quiz"

    hover: ClassVar = {
        "title": "what the quiz is about",
        "summary": "one sentence on what is asked, for lists",
        "level": "for whom it is",
        "minutes": "how long it takes",
        "sensitive": "true adds 'Leave this site', and answers are not remembered",
        "sources_checked": "when the quiz was last compared with its references",
        "review_by": "when it has to be compared again",
        "objectives": "what a learner can do afterwards",
        "introduction": "what stands above the first question",
        "sections": "parts of the quiz with headings of their own",
        "questions": "the questions in their order",
        "closing": "what stands below the results",
        "shuffle": "what is put in another order for each reader",
        "draw": "how many questions of an objective are asked",
    }

    title: Text
    summary: MarkdownText
    level: Level
    minutes: Annotated[int, Field(ge=1, le=120)]
    sensitive: bool = False
    sources_checked: datetime.date | None = None
    review_by: datetime.date | None = None
    objectives: tuple[Objective, ...] = ()
    introduction: MarkdownText | None = None
    sections: tuple[Section, ...] = ()
    questions: Annotated[tuple[AnyQuestion, ...], AtLeast(1, "questions")]
    closing: MarkdownText | None = None
    shuffle: Shuffle = Shuffle()
    draw: tuple[Pool, ...] = ()
    pass_mark: Annotated[int, Field(ge=1, le=100, description="per cent of what can be scored")] | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from broken_dates(self.sources_checked, self.review_by)


def quiz_page(id: QuizId) -> str:
    """Return the path of the page that is made for a quiz."""
    return f"quizzes/{id}.md"


QUIZZES: Key[Loaded[Quiz]] = Key("quizzes")
