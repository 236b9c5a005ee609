"""A statement to judge."""

from __future__ import annotations

from typing import ClassVar, Literal

from markupsafe import Markup

from primer.core.model import Text
from primer.features.quiz.body import BodyMaker, FeedbackView, OptionView, PartsBody, PartView
from primer.features.quiz.question import Question, Verdicts
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Choosable, Markdown, OneOf
from primer.kit.strings import Strings, StringTable


class TrueFalse(Question):
    """Judge a statement."""

    hover: ClassVar = {"answer": "whether the statement is true", "feedback": "what is said to right and wrong answers"}

    type: Literal["true-false"]
    answer: bool
    feedback: Verdicts


class TrueFalseStrings(Strings):
    """Words around the two options, and the options themselves."""

    section: ClassVar[str] = "quiz_true_false"

    how: Text
    option_true: Text
    option_false: Text


class TrueFalseType(QuestionType[TrueFalse]):
    """Judge a statement."""

    name = "true-false"
    model = TrueFalse
    partial_credit = "all or nothing"
    anchored = ()
    strings = (TrueFalseStrings,)

    def edu_type(self, question: TrueFalse) -> str:
        return "Multiple choice"

    def body(self, question: TrueFalse, dom: str, maker: BodyMaker) -> PartsBody:
        part = f"{dom}--answer"
        [shape] = self.shapes(question, maker.strings)
        options = tuple(
            OptionView(option.id, f"{part}-{option.id}", Markup.escape(option.text), option.correct)
            for option in shape.options
        )
        said = tuple(
            FeedbackView(option.id, maker.inline(option.feedback)) for option in shape.options if option.feedback
        )
        right = Markup(", ").join(option.text_html for option in options if option.correct)
        return PartsBody((PartView("answer", part, Markup(), right, options, feedback=said),))

    def shapes(self, question: TrueFalse, strings: StringTable) -> tuple[OneOf[str]]:
        words = strings[TrueFalseStrings]
        options = tuple(
            self._option(question, id, text, correct=correct)
            for id, text, correct in (
                ("true", words.option_true, question.answer),
                ("false", words.option_false, not question.answer),
            )
        )
        return (OneOf(options, is_statement=True),)

    def _option(self, question: TrueFalse, id: str, text: str, *, correct: bool) -> Choosable[str]:
        said = question.feedback.right if correct else question.feedback.wrong
        return Choosable(id, text, correct, Markdown(said) if said else None, ("feedback",))

    def graded(self, question: TrueFalse) -> Graded:
        return question.answer


TYPE = TrueFalseType()
