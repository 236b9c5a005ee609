"""Write quizzes as the sheets that Brightspace imports questions from.

Its own sample says how: https://community.d2l.com/brightspace/kb/articles/3472-import-questions, a line for each thing
that a question says, with HTML where a cell beside says so. Nobody has tried ours there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import assert_never

from markupsafe import Markup

from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import Choosable, Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Story, TextAnswer
from primer.kit.shapes import Sequence as Ordered
from primer.outputs.exports.composing import (
    explained,
    marked,
    model_answer,
    paragraph,
    said_of,
    spoken,
    story,
    verdicts_of,
)
from primer.outputs.exports.formats import Answered, Files, Format, Platform, Writing
from primer.outputs.exports.inside import with_pictures_inside
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.plain import cell, line
from primer.outputs.exports.readme import about_lines, note_before, note_lines
from primer.outputs.exports.strings import ExportStrings
from primer.text.rich import Rich

FILE = "brightspace.csv"
WIDTH = 5
HTML = "HTML"
Row = tuple[str, ...]


def export(writing: Writing) -> Files:
    """Return the sheet of one quiz."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    quiz = writing.quiz
    above = [(f"// {one}",) for one in (quiz.title, *note_lines(quiz), line(quiz.summary), *about_lines(quiz))]
    rows = [*above, *(row for answered in writing.questions for row in _question(answered, writing))]
    for row in rows:
        writer.writerow([*map(cell, row), *[""] * (WIDTH - len(row))])
    return {FILE: sheet.getvalue().encode("utf-8-sig")}  # it asks for the mark


def _of_feedback(shape: Item) -> tuple[Loss, ...]:
    """Return what is lost of what is said to options and items, for which there is no HTML."""
    said: list[Rich | None] = []
    if isinstance(shape, OneOf | ManyOf):
        said += [option.feedback for option in shape.options]
    elif isinstance(shape, Ordered):
        said += [item.feedback for item in shape.items]
    return () if all(one is None or one.is_plain for one in said) else (Loss.FORMATTING,)


BRIGHTSPACE = Format(
    id="brightspace",
    platform=Platform.BRIGHTSPACE,
    files=(FILE,),
    writes={
        OneOf: _of_feedback,
        ManyOf: _of_feedback,
        Pairs: (Loss.FEEDBACK_TOGETHER,),
        Ordered: _of_feedback,
        TextAnswer: (Loss.FEEDBACK_TOGETHER,),
        Essay: (),
        Story: (Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    loses=(Loss.LAST_OPTION, Loss.NEAR_SPELLING, Loss.DRAW),
    export=export,
    is_tried=False,
)


def _question(answered: Answered, writing: Writing) -> Iterator[Row]:
    quiz, question, shape = writing.quiz, answered.question, answered.shape
    words = quiz.strings[ExportStrings]
    note = Markup("").join(Markup("<p>{}</p>").format(one) for one in note_before(answered, writing))
    kind, prompt, said = _KINDS[type(shape)], note + paragraph(question.prompt), explained(question, words)
    match shape:
        case OneOf(is_statement=True):
            kind = "TF"
        case OneOf(options, is_passage=True) | ManyOf(options, is_passage=True):
            prompt += Markup("").join(Markup("<p>{}</p>").format(_said_by(one)) for one in options)
        case Pairs():
            said = explained(question, words, said_of(shape, words))
        case TextAnswer():
            said = explained(question, words, [*verdicts_of(shape, "", words), *said_of(shape, words)])
        case Story():
            told, outcomes = story(shape, words)
            prompt, said = prompt + told, outcomes + said
        case _:
            pass
    yield "NewQuestion", kind
    yield "ID", question.id
    yield "Title", question.name
    yield "QuestionText", _html(prompt, quiz), HTML
    yield "Points", str(question.weight)
    yield from _answers(shape, quiz, words)
    if question.hints:
        yield "Hint", _html(Markup("").join(map(paragraph, question.hints)), quiz), HTML
    yield "Feedback", _html(said, quiz), HTML


_KINDS = {OneOf: "MC", ManyOf: "MS", Pairs: "M", Ordered: "O", TextAnswer: "SA", Essay: "WR", Story: "WR"}


def _answers(shape: Item, quiz: ExportedQuiz, words: ExportStrings) -> Iterator[Row]:
    match shape:
        case OneOf(options, is_statement=True):
            for one in sorted(options, key=lambda option: option.id != "true"):
                yield one.id.upper(), "100" if one.correct else "0", _said(one)
        case OneOf(options):
            yield from _options(options, quiz, right="100")
        case ManyOf(options):
            yield "Scoring", "RightMinusWrong"
            yield from _options(options, quiz, right="1")
        case Pairs(pairs, others):
            yield "Scoring", "EquallyWeighted"
            texts = [pair.match for pair in pairs] + [one.text for one in others]
            choices = {
                text.marked: number for number, text in enumerate({text.marked: text for text in texts}.values(), 1)
            }
            yield from (("Choice", str(number), _html(Markup(text), quiz), HTML) for text, number in choices.items())
            for pair in pairs:
                yield "Match", str(choices[pair.match.marked]), _html(marked(pair.text), quiz), HTML
        case Ordered(items):
            yield "Scoring", "EquallyWeighted"
            yield from (("Item", _html(marked(one.text), quiz), HTML, line(one.feedback)) for one in items)
        case TextAnswer(accepted):
            yield "InputBox", "1", "40"
            yield from (("Answer", "100", text) for text in accepted)
        case Essay():
            yield "AnswerKey", _html(model_answer(shape, words), quiz), HTML
        case Story():
            yield "AnswerKey", _html(story(shape, words)[1], quiz), HTML
        case Groups() | Gaps() | NumberAnswer():
            raise TypeError(f"Brightspace has no {type(shape).__name__}")
        case _:
            assert_never(shape)


def _options(options: Sequence[Choosable[Rich]], quiz: ExportedQuiz, *, right: str) -> Iterator[Row]:
    for one in options:
        yield "Option", right if one.correct else "0", _html(_said_by(one), quiz), HTML, _said(one)


def _said(one: Choosable[Rich]) -> str:
    return line(one.feedback) if one.feedback else ""


def _said_by(one: Choosable[Rich]) -> Markup:
    return spoken(one.speaker, marked(one.text))


def _html(html: Markup, quiz: ExportedQuiz) -> str:
    """Return HTML in one line."""
    return with_pictures_inside(html, quiz).replace("\n", "&#10;")
