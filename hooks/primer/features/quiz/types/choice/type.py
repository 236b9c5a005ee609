"""A choice of options, of which one is right, or several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from primer.core.model import AtLeast, BrokenRule, Text
from primer.features.quiz.body import BodyMaker, PartView
from primer.features.quiz.question import Option, Question, misplaced_options, unfit_options
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Shape, picked
from primer.kit.strings import Strings, StringTable


class Choice(Question):
    """Choose one option, or several when more than one is correct."""

    hover: ClassVar = {"options": "the answers; one or several are correct"}

    type: Literal["choice"]
    options: Annotated[tuple[Option, ...], AtLeast(2, "options")]

    @property
    def many(self) -> bool:
        """Whether more than one option is correct."""
        return sum(option.correct for option in self.options) > 1

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from unfit_options(self.options)
        yield from misplaced_options(self.options)


class ChoiceStrings(Strings):
    """Words around the options."""

    section: ClassVar[str] = "quiz_choice"

    choose_one: Text
    choose_many: Text


class ChoiceScriptStrings(Strings):
    """What is said when several options were chosen."""

    section: ClassVar[str] = "quiz_choice_script"
    plurals: ClassVar = {"partly_extra": ("extra", "found", "total")}


@dataclass(frozen=True)
class ChoiceBody:
    """One part with all options."""

    parts: tuple[PartView]
    many: bool


class ChoiceType(QuestionType[Choice]):
    """Choose one option, or several."""

    name = "choice"
    model = Choice
    partial_credit = "right options chosen, less wrong ones, of all right options; never below nothing"
    anchored = ()
    strings = (ChoiceStrings,)
    script_strings = (ChoiceScriptStrings,)

    def edu_type(self, question: Choice) -> str:
        return "Checkbox" if question.many else "Multiple choice"

    def body(self, question: Choice, dom: str, maker: BodyMaker) -> ChoiceBody:
        return ChoiceBody((maker.picked("answer", dom, question.options),), question.many)

    def shapes(self, question: Choice, strings: StringTable) -> tuple[Shape, ...]:
        return (picked(question.options, "options"),)

    def graded(self, question: Choice) -> Graded:
        return tuple((option.text, option.correct) for option in question.options)


TYPE = ChoiceType()
