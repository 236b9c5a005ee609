"""What a quiz file holds."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from primer.model import AtLeast, Model, Slug, Text, broken_rule

QuizId = str
Level = Literal["introductory", "intermediate", "professional"]


class Objective(Model):
    """Something a learner can do afterwards."""

    noun: ClassVar[str] = "an objective"

    id: Slug
    text: Text


class Option(Model):
    """One answer to choose. ``feedback`` is shown to whoever chooses it."""

    noun: ClassVar[str] = "an option"

    text: Text
    correct: bool = False
    feedback: Text | None = None

    @model_validator(mode="after")
    def _wrong_options_teach(self) -> Option:
        if not self.correct and self.feedback is None:
            raise broken_rule(
                "no-feedback", f"the wrong option '{self.text}' has no feedback", "add 'feedback: …' that teaches"
            )
        return self


class Question(Model):
    """What all types of question have."""

    noun: ClassVar[str] = "a question"

    id: Slug
    objective: Slug | None = None
    prompt: Text
    hints: tuple[Text, ...] = ()
    explanation: Text
    see: Text | None = Field(None, description="the passage that teaches it: /folder/page.md#anchor")


class Choice(Question):
    """Choose one option, or several when more than one is correct."""

    type: Literal["choice"]
    options: Annotated[tuple[Option, ...], AtLeast(2, "options")]

    @property
    def many(self) -> bool:
        """Whether more than one option is correct."""
        return sum(option.correct for option in self.options) > 1

    @model_validator(mode="after")
    def _has_an_answer(self) -> Choice:
        if not any(option.correct for option in self.options):
            raise broken_rule("no-answer", "no option is marked 'correct: true'", "add 'correct: true' to one option")
        text, count = Counter(option.text for option in self.options).most_common(1)[0]
        if count > 1:
            raise broken_rule("repeated-option", f"the option '{text}' is there {count} times", "reword one of them")
        return self


class Verdicts(Model):
    """What is said to a reader who judged a statement rightly or wrongly."""

    noun: ClassVar[str] = "the feedback of a true-false question"

    right: Text | None = None
    wrong: Text


class TrueFalse(Question):
    """Judge a statement."""

    type: Literal["true-false"]
    answer: bool
    feedback: Verdicts


# A new type of question: a model here, overrides/fragments/quiz/<type>.html, an entry in `types` of
# overrides/assets/quiz.js, and a function in each export.
AnyQuestion = Annotated[Choice | TrueFalse, Field(discriminator="type")]


class Quiz(Model):
    """One quiz. Its id is the name of its file."""

    noun: ClassVar[str] = "a quiz"

    title: Text
    summary: Text
    level: Level
    minutes: Annotated[int, Field(ge=1, le=120)]
    sensitive: bool = False
    sources_checked: datetime.date | None = None
    review_by: datetime.date | None = None
    objectives: tuple[Objective, ...] = ()
    questions: Annotated[tuple[AnyQuestion, ...], AtLeast(1, "questions")]


class QuizPlacement(Model):
    """The fence on a page that says which quiz stands there."""

    noun: ClassVar[str] = "a quiz fence"

    id: Slug
