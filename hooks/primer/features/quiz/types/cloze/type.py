"""A text with gaps, each to pick from a list or to type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from markupsafe import Markup

from primer.core.model import Text
from primer.features.quiz.body import BodyMaker, PartView
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Gap, Gaps, ManyOf, Markdown, OneOf, Shape, TextAnswer, picked, typed
from primer.features.quiz.types.cloze.model import Cloze, ClozeGap
from primer.kit.strings import Strings, StringTable, holds
from primer.text.inline_markdown import gaps_in

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'”’)])\s+")
"""Where a sentence ends and another begins."""


class ClozeStrings(Strings):
    """Words around the text, and what a gap is called."""

    section: ClassVar[str] = "quiz_cloze"

    how: Text
    gap: Annotated[Text, holds("number")]
    gap_in: Annotated[Text, holds("number", "sentence")]


@dataclass(frozen=True)
class ClozeBody:
    """The gaps in the order in which they stand, and the text with each in its place."""

    parts: tuple[PartView, ...]
    pieces: tuple[Markup | PartView, ...]
    names: Mapping[str, str]
    """What each gap is called, by its id: its number and the sentence in which it stands."""


class ClozeType(QuestionType[Cloze]):
    """Fill the gaps in a text."""

    name = "cloze"
    model = Cloze
    partial_credit = "gaps filled rightly, of all gaps; half for a spelling that is nearly right"
    anchored = ("gaps",)
    strings = (ClozeStrings,)

    def edu_type(self, question: Cloze) -> str:
        return "Fill in the blank"

    def body(self, question: Cloze, dom: str, maker: BodyMaker) -> ClozeBody:
        text = maker.content.text.around_gaps(question.text, maker.base)  # every other one is the id of a gap
        gaps = {gap.id: gap for gap in question.gaps}
        parts = {id: _part(gaps[id], dom, number, maker) for number, id in enumerate(text[1::2], start=1)}
        pieces = tuple(parts[piece] if index % 2 else piece for index, piece in enumerate(text))
        return ClozeBody(tuple(parts.values()), pieces, _names(pieces, maker.strings[ClozeStrings]))

    def shapes(self, question: Cloze, strings: StringTable) -> tuple[Shape, ...]:
        numbers = {id: number for number, id in enumerate(gaps_in(question.text), start=1)}
        gaps = {
            gap.id: Gap(gap.id, strings[ClozeStrings].gap.format(number=numbers[gap.id]), _filling(gap, index))
            for index, gap in enumerate(question.gaps)
        }
        return (Gaps(Markdown(question.text), tuple(gaps[id] for id in numbers)),)

    def graded(self, question: Cloze) -> Graded:
        return question.text, tuple(_graded(gap) for gap in question.gaps)


TYPE = ClozeType()


def _names(pieces: Iterable[Markup | PartView], strings: ClozeStrings) -> dict[str, str]:
    """Return what each gap is called: its number, and its sentence with the other gaps by their numbers."""
    pieces = list(pieces)
    gaps = [piece for piece in pieces if isinstance(piece, PartView)]
    marked = Markup("").join(_mark(piece.number) if isinstance(piece, PartView) else piece for piece in pieces)
    sentences = _SENTENCES.split(marked.striptags())
    names = {}
    for gap in gaps:
        sentence = next(sentence for sentence in sentences if _mark(gap.number) in sentence)
        for other in gaps:
            sentence = sentence.replace(
                _mark(other.number), "…" if other is gap else strings.gap.format(number=other.number)
            )
        names[gap.id] = strings.gap_in.format(number=gap.number, sentence=sentence)
    return names


def _mark(number: int) -> str:
    """Return what stands for a gap: signs that no text holds."""
    return f"\ue000{number}\ue001"


def _part(gap: ClozeGap, dom: str, number: int, maker: BodyMaker) -> PartView:
    label = Markup.escape(maker.strings[ClozeStrings].gap.format(number=number))
    if gap.options:
        return maker.picked(gap.id, dom, gap.options, label, number)
    return PartView(
        id=gap.id,
        dom=f"{dom}--{gap.id}",
        label_html=label,
        right_html=Markup.escape(gap.accepted[0]),
        accepted=gap.accepted,
        mistakes=tuple(mistake.text for mistake in gap.mistakes),
        feedback=maker.to_typed(gap.feedback, gap.mistakes),
        number=number,
    )


def _filling(gap: ClozeGap, index: int) -> OneOf[str] | ManyOf[str] | TextAnswer[str]:
    if gap.options:
        return picked(gap.options, "gaps", index, "options")
    return typed(gap.accepted, gap.mistakes, gap.feedback, "gaps", index, "feedback")


def _graded(gap: ClozeGap) -> Graded:
    options = tuple((option.text, option.correct) for option in gap.options)
    return gap.id, options, gap.accepted, tuple(mistake.text for mistake in gap.mistakes)
