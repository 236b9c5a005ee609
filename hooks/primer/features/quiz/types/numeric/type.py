"""A number to give, with or without a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypedDict

from markupsafe import Markup
from pydantic import Field

from primer.core.model import BrokenRule, MarkdownText, Model, Text
from primer.core.numbers import written
from primer.features.quiz.body import BodyMaker, PartView
from primer.features.quiz.question import Question, Verdicts, repeated_mistake
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import (
    Markdown,
    NumberAnswer,
    Shape,
    TextAnswer,
    WrongNumber,
    WrongText,
    verdict,
)
from primer.kit.strings import Strings, StringTable, holds


class NumericMistake(Model):
    """A wrong number that readers are likely to give, and what is said to it."""

    noun: ClassVar[str] = "a numeric mistake"

    hover: ClassVar = {
        "value": "a wrong number that readers are likely to type",
        "feedback": "what is said to it; it teaches",
    }

    value: Annotated[float, Field(allow_inf_nan=False)]
    feedback: MarkdownText


class Numeric(Question):
    """Give a number, right within ``tolerance`` on either side. ``units`` are other spellings of ``unit``."""

    hover: ClassVar = {
        "answer": "the right number",
        "tolerance": "how far off an answer may be",
        "unit": "the unit, shown behind the field",
        "units": "other ways to write the unit",
        "mistakes": "wrong numbers that readers are likely to type",
        "feedback": "what is said to right and wrong numbers",
    }

    type: Literal["numeric"]
    answer: Annotated[float, Field(allow_inf_nan=False)]
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    unit: Text | None = None
    units: tuple[Text, ...] = ()
    mistakes: tuple[NumericMistake, ...] = ()
    feedback: Verdicts

    def broken_rules(self) -> Iterator[BrokenRule]:
        values = [mistake.value for mistake in self.mistakes]
        for index, value in enumerate(values):
            if is_within(value, self.answer, self.tolerance):
                message = f"{_written(value)} is right, so it is no mistake"
                yield BrokenRule("mistake-is-right", message, "remove it, or narrow 'tolerance'", ("mistakes", index))
            elif any(is_within(value, other, 0) for other in values[:index]):
                yield repeated_mistake(_written(value), index)


class NumericStrings(Strings):
    """Words around the field."""

    section: ClassVar[str] = "quiz_numeric"

    how: Text
    how_unit: Annotated[Text, holds("unit")]
    label: Text
    per_hundred: Text
    """All spellings of a share of a hundred, with ``|`` between them: whoever writes one may be answered in any."""
    about: Text
    """All words for 'about' and 'I think', with ``|`` between them, which somebody may write beside a number."""
    minus: Text
    half: Text
    joined: Text
    hundred: Text
    thousand: Text
    million: Text


class NumericScriptStrings(Strings):
    """What is said of something that is no number, or has another unit."""

    section: ClassVar[str] = "quiz_numeric_script"

    unit: Text
    not_a_number: Text
    one_number: Text


class ReadBy(TypedDict):
    """What a number that was typed is read by."""

    units: tuple[str, ...]
    """All spellings of the unit."""
    shares: list[str]
    """All spellings of a share of a hundred."""
    signs: list[tuple[str, str]]
    """Words, each with the sign that it stands for."""


@dataclass(frozen=True)
class NumericBody:
    """The field, and what is right in it."""

    parts: tuple[PartView]
    answer: float
    tolerance: float
    unit: str | None
    read: ReadBy


class NumericType(QuestionType[Numeric]):
    """Give a number."""

    name = "numeric"
    model = Numeric
    partial_credit = "all or nothing"
    anchored = ()
    told = ("mistakes",)  # a wrong number is wrong with or without a feedback of its own
    strings = (NumericStrings,)
    script_strings = (NumericScriptStrings,)

    def edu_type(self, question: Numeric) -> str:
        return "Numeric response"

    def body(self, question: Numeric, dom: str, maker: BodyMaker) -> NumericBody:
        part = PartView(
            id="answer",
            dom=f"{dom}--answer",
            label_html=Markup(),
            right_html=Markup.escape(
                _with_unit(written(_written(question.answer), maker.content.locale), question.unit)
            ),
            mistakes=tuple(_written(mistake.value) for mistake in question.mistakes),
            feedback=maker.to_typed(question.feedback, question.mistakes),
        )
        words = maker.strings[NumericStrings]
        read = ReadBy(units=_units(question, maker.strings), shares=_spellings(words.per_hundred), signs=_signs(words))
        return NumericBody((part,), question.answer, question.tolerance, question.unit, read)

    def shapes(self, question: Numeric, strings: StringTable) -> tuple[Shape, ...]:
        said = verdict(question.feedback, "feedback")
        wrong = tuple(WrongNumber(mistake.value, Markdown(mistake.feedback)) for mistake in question.mistakes)
        units = _units(question, strings)
        number = NumberAnswer(question.answer, question.tolerance, question.unit, units, wrong, said)
        mistakes = tuple(WrongText(_written(mistake.value), mistake.feedback) for mistake in wrong)
        return number, TextAnswer(_right_texts(question, units), mistakes, said)

    def graded(self, question: Numeric) -> Graded:
        return question.answer, question.tolerance, question.unit, question.units


TYPE = NumericType()


def _units(question: Numeric, strings: StringTable) -> tuple[str, ...]:
    """Return all spellings of the unit."""
    units = list(filter(None, [question.unit, *question.units]))
    shares = _spellings(strings[NumericStrings].per_hundred)
    if {unit.lower() for unit in units} & {share.lower() for share in shares}:
        units += shares
    return tuple(dict.fromkeys(units))


def _signs(words: NumericStrings) -> list[tuple[str, str]]:
    """Return each word that is read as a sign with that, longer ones before those that begin them."""
    signs = [
        *((word, "~") for word in _spellings(words.about)),
        *((word, "-") for word in _spellings(words.minus)),
        *((word, " 1/2") for word in _spellings(words.half)),
        *((word, "&") for word in _spellings(words.joined)),
        *((word, "×100") for word in _spellings(words.hundred)),
        *((word, "×1000") for word in _spellings(words.thousand)),
        *((word, "×1000000") for word in _spellings(words.million)),
    ]
    return sorted(signs, key=lambda sign: -len(sign[0]))


def _spellings(text: str) -> list[str]:
    return [one.strip() for one in text.split("|")]


def _right_texts(question: Numeric, units: tuple[str, ...]) -> tuple[str, ...]:
    """Return the right answer as readers can type it, with and without these units; the best comes first."""
    number = _written(question.answer)
    return tuple(dict.fromkeys([_with_unit(number, question.unit), number, *(f"{number} {unit}" for unit in units)]))


def _with_unit(number: str, unit: str | None) -> str:
    return f"{number} {unit}" if unit else number


def _written(value: float) -> str:
    return f"{value:.15g}"


def is_within(value: float, other: float, tolerance: float) -> bool:
    """Tell whether two numbers are the same to ``isWithin`` of ``number-answers.js``."""
    return abs(value - other) <= tolerance + 1e-9 * abs(other)
