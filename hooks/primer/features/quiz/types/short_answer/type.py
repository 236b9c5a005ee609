"""A word or a few to type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from markupsafe import Markup

from primer.core.model import AtLeast, BrokenRule, Text
from primer.features.quiz.body import BodyMaker, PartsBody, PartView
from primer.features.quiz.question import Mistake, Question, Verdicts, idle_mistakes
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Shape, typed
from primer.kit.strings import Strings, StringTable


class ShortAnswer(Question):
    """Type a word or two. Case, accents, white space and punctuation make no difference."""

    hover: ClassVar = {
        "accepted": "answers that count as right; case and accents do not matter",
        "mistakes": "wrong answers that readers are likely to type",
        "feedback": "what is said to right and wrong answers",
    }

    type: Literal["short-answer"]
    accepted: Annotated[tuple[Text, ...], AtLeast(1, "accepted answers")]
    mistakes: tuple[Mistake, ...] = ()
    feedback: Verdicts

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from idle_mistakes(self.mistakes, self.accepted)


class ShortAnswerStrings(Strings):
    """Words around the field."""

    section: ClassVar[str] = "quiz_short_answer"

    how: Text
    label: Text


class ShortAnswerType(QuestionType[ShortAnswer]):
    """Type a word or a few."""

    name = "short-answer"
    model = ShortAnswer
    partial_credit = "all or nothing; half for a spelling that is nearly right"
    anchored = ()
    strings = (ShortAnswerStrings,)

    def edu_type(self, question: ShortAnswer) -> str:
        return "Short answer"

    def body(self, question: ShortAnswer, dom: str, maker: BodyMaker) -> PartsBody:
        part = PartView(
            id="answer",
            dom=f"{dom}--answer",
            label_html=Markup(),
            right_html=Markup.escape(question.accepted[0]),
            accepted=question.accepted,
            mistakes=tuple(mistake.text for mistake in question.mistakes),
            feedback=maker.to_typed(question.feedback, question.mistakes),
        )
        return PartsBody((part,))

    def shapes(self, question: ShortAnswer, strings: StringTable) -> tuple[Shape, ...]:
        return (typed(question.accepted, question.mistakes, question.feedback, "feedback"),)

    def graded(self, question: ShortAnswer) -> Graded:
        # an expected mistake is wrong even where its spelling is nearly right
        return question.accepted, tuple(mistake.text for mistake in question.mistakes)


TYPE = ShortAnswerType()
