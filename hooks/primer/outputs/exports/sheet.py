"""Write quizzes as sheets for spreadsheets and programs: a row for each thing that a quiz says."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from io import StringIO
from typing import assert_never

from primer.core.urls import Link
from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import (
    Choosable,
    Essay,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    TextAnswer,
)
from primer.outputs.exports.composing import number
from primer.outputs.exports.formats import Files, Format, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.readme import about_lines, note_lines
from primer.text.rich import Rich

FILE = "quiz.csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of something to compute, wherever the file comes from."""
KEPT = "'"
"""What stands before such a cell, so that it stays text: https://owasp.org/www-community/attacks/CSV_Injection."""


@dataclass(frozen=True)
class Row:
    """One thing that a quiz says. The names are the heads of the columns."""

    quiz: str
    version: str
    language: str
    question: str = ""
    type: str = ""
    name: str = ""
    weight: str = ""
    objective: str = ""
    section: str = ""
    row: str = ""
    """What it is: ``option``, ``hint``."""
    id: str = ""
    text: str = ""
    belongs_to: str = ""
    """What an item, an option in a gap, or a choice in a story belongs to."""
    leads_to: str = ""
    """The step of a story, or the page, to which this leads."""
    right: str = ""
    feedback: str = ""
    speaker: str = ""


def export(writing: Writing) -> Files:
    """Return the sheet of one quiz."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(one.name for one in fields(Row))
    for row in _rows(writing):
        writer.writerow(cell(text) for text in astuple(row))
    return {FILE: sheet.getvalue().encode("utf-8-sig")}  # without the mark, Excel takes it for another encoding


CSV = Format(
    id="csv",
    files=(FILE,),
    writes=dict.fromkeys((OneOf, ManyOf, Pairs, Sequence, Groups, Gaps, TextAnswer, NumberAnswer, Essay, Story), ()),
    loses=(Loss.FORMATTING, Loss.PICTURES),
    export=export,
)


def cell(text: str) -> str:
    """Return a text as a cell that nothing computes. What already begins with the mark gets one more."""
    return KEPT + text if text.startswith((*FORMULA, KEPT)) else text


def _rows(writing: Writing) -> Iterator[Row]:
    quiz = writing.quiz
    blank = Row(quiz.id, quiz.version, quiz.language)
    yield from (replace(blank, row=row, id=id, text=text) for row, id, text in _around(quiz))
    for answered in writing.questions:
        question = answered.question
        here = replace(
            blank,
            question=question.id,
            type=question.type,
            name=question.name,
            weight=str(question.weight),
            objective=question.objective.id if question.objective else "",
            section=question.section.id if question.section else "",
        )
        yield replace(here, row="prompt", text=question.prompt.text)
        yield from _answers(answered.shape, here)
        yield from (replace(here, row="hint", text=hint.text) for hint in question.hints)
        yield replace(here, row="explanation", text=question.explanation.text)
        yield from _see(question.see, here)


def _around(quiz: ExportedQuiz) -> Iterator[tuple[str, str, str]]:
    """Yield what stands around the questions: what it is, its id, its text."""
    yield from (("note", "", line) for line in note_lines(quiz))
    yield "title", quiz.id, quiz.title
    yield "summary", "", quiz.summary.text
    yield "level", "", quiz.level
    yield "minutes", "", str(quiz.minutes)
    if quiz.pass_mark is not None:
        yield "pass mark", "", str(quiz.pass_mark)
    if quiz.introduction:
        yield "introduction", "", quiz.introduction.text
    for objective in quiz.objectives:
        yield "objective", objective.id, objective.text.text
        if objective.draw is not None:
            yield "draw", objective.id, str(objective.draw)
    for section in quiz.sections:
        yield "section", section.id, section.title
        if section.text:
            yield "section text", section.id, section.text.text
    if quiz.closing:
        yield "closing", "", quiz.closing.text
    yield from (("about", "", line) for line in about_lines(quiz))


def _see(see: Link | None, here: Row) -> Iterator[Row]:
    if see:
        yield replace(here, row="read more", text=see.title, leads_to=see.url)


def _answers(shape: Item, here: Row) -> Iterator[Row]:  # noqa: PLR0912 - one for each shape
    match shape:
        case OneOf(options) | ManyOf(options):
            yield from _options(options, here)
        case Pairs(pairs, distractors):
            for pair in pairs:
                yield _row(here, "pair", pair.text, pair.feedback, id=pair.id, belongs_to=pair.match.text)
            yield from (_row(here, "distractor", one.text) for one in distractors)
        case Sequence(items):
            for place, item in enumerate(items, start=1):
                yield _row(here, "item", item.text, item.feedback, id=item.id, right=str(place))
        case Groups(groups, sorted_items):
            yield from (_row(here, "group", group.text, id=group.id) for group in groups)
            for one in sorted_items:
                yield _row(here, "item", one.text, one.feedback, id=one.id, belongs_to=one.group)
        case Gaps(text, gaps):
            yield _row(here, "text with gaps", text)
            for gap in gaps:
                yield replace(here, row="gap", id=gap.id, text=gap.label)
                yield from (replace(row, belongs_to=gap.id) for row in _answers(gap.filling, here))
        case TextAnswer(accepted, mistakes, said):
            yield from (replace(here, row="accepted", text=text, right="yes") for text in accepted)
            yield from (
                replace(here, row="mistake", text=one.text, right="no", feedback=one.feedback.text) for one in mistakes
            )
            yield from _verdicts(said.right, said.wrong, here)
        case NumberAnswer():
            yield from _number(shape, here)
        case Essay(model_answer):
            yield _row(here, "model answer", model_answer)
        case Story(steps):
            for step in steps:
                yield _row(here, "step", step.text, id=step.id, right=step.outcome or "")
                for choice in step.choices:
                    row = _row(here, "choice", choice.text, choice.feedback, id=choice.id, belongs_to=step.id)
                    yield replace(row, leads_to=choice.to)
        case _:
            assert_never(shape)


def _options(options: Iterable[Choosable[Rich]], here: Row) -> Iterator[Row]:
    for option in options:
        right = "yes" if option.correct else "no"
        row = _row(here, "option", option.text, option.feedback, id=option.id, right=right)
        yield replace(row, speaker=option.speaker or "")


def _number(shape: NumberAnswer[Rich], here: Row) -> Iterator[Row]:
    yield replace(here, row="number", text=number(shape.value), right="yes")
    yield replace(here, row="tolerance", text=number(shape.tolerance))
    yield from (replace(here, row="unit", text=unit) for unit in shape.units)
    for wrong in shape.mistakes:
        yield replace(here, row="mistake", text=number(wrong.value), right="no", feedback=wrong.feedback.text)
    yield from _verdicts(shape.feedback.right, shape.feedback.wrong, here)


def _verdicts(right: Rich | None, wrong: Rich | None, here: Row) -> Iterator[Row]:
    for name, said in (("yes", right), ("no", wrong)):
        if said:
            yield replace(here, row="verdict", right=name, feedback=said.text)


def _row(
    here: Row,
    row: str,
    text: Rich,
    feedback: Rich | None = None,
    *,
    id: str = "",
    belongs_to: str = "",
    right: str = "",
) -> Row:
    said = feedback.text if feedback else ""
    return replace(here, row=row, text=text.text, feedback=said, id=id, belongs_to=belongs_to, right=right)
