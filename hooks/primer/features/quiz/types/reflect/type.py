"""Something to write about freely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from markupsafe import Markup

from primer.core.model import BrokenRule, MarkdownText, Text
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question import Question
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Essay, Markdown, Shape
from primer.kit.strings import Strings, StringTable


class Reflect(Question):
    """Write freely, then compare with ``model_answer``. Never scored."""

    hover: ClassVar = {"model_answer": "a good answer, to compare with; nothing is scored"}

    type: Literal["reflect"]
    model_answer: MarkdownText

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.weight != 1:
            message = "this question is never scored, so its weight says nothing"
            yield BrokenRule("no-score", message, "remove 'weight'", ("weight",))


class ReflectStrings(Strings):
    """Words around the field."""

    section: ClassVar[str] = "quiz_reflect"

    how: Text
    label: Text
    model_answer: Text


class ReflectScriptStrings(Strings):
    """What is said to whoever wrote something."""

    section: ClassVar[str] = "quiz_reflect_script"

    reflected: Text


@dataclass(frozen=True)
class ReflectBody:
    """What a reader compares their own words with."""

    model_answer_html: Markup


class ReflectType(QuestionType[Reflect]):
    """Write freely."""

    name = "reflect"
    model = Reflect
    partial_credit = "nothing, because it is never scored"
    anchored = ()
    told = ("model_answer",)
    strings = (ReflectStrings,)
    script_strings = (ReflectScriptStrings,)

    def edu_type(self, question: Reflect) -> str:
        return "Open ended"

    def body(self, question: Reflect, dom: str, maker: BodyMaker) -> ReflectBody:
        return ReflectBody(maker.paragraphs(question.model_answer))

    def shapes(self, question: Reflect, strings: StringTable) -> tuple[Shape, ...]:
        return (Essay(Markdown(question.model_answer)),)

    def graded(self, question: Reflect) -> Graded:
        return None


TYPE = ReflectType()
