"""Write quizzes as the spreadsheet that Wayground, once Quizizz, makes live games of.

Its sample sheet is at https://support.wayground.com. Nobody has tried ours there.
"""

from __future__ import annotations

import datetime
from io import BytesIO

from primer.kit.exported import Item
from primer.kit.shapes import ManyOf, OneOf
from primer.outputs.exports.archives import repacked
from primer.outputs.exports.composing import explained, said_of
from primer.outputs.exports.formats import Answered, Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.plain import line, line_of, passage, spoken_line
from primer.outputs.exports.readme import about_lines, note_before, note_lines
from primer.outputs.exports.strings import ExportStrings

FILE = "wayground.xlsx"
MOST_OPTIONS = 5
SECONDS = 300
"""It asks for a time. Nobody should have to hurry."""
HEADS = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, MOST_OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)


def export(writing: Writing) -> Files:
    """Return the spreadsheet of one quiz."""
    # a build without the extra packages can load this module, because others ask what the format loses
    from xlsxwriter import Workbook

    quiz, made = writing.quiz, BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties(
        {
            "title": quiz.title,
            "comments": "\n".join([*note_lines(quiz), *about_lines(quiz)]),
            "created": datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC),
        }
    )
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADS, *(_row(answered, writing) for answered in writing.questions)]):
        for column, text in enumerate(row):
            if isinstance(text, int):
                sheet.write_number(number, column, text)
            else:
                sheet.write_string(number, column, text)  # never a formula, whatever it begins with
    book.close()
    return {FILE: repacked(made.getvalue())}


def _refuses(shape: Item) -> bool:
    return isinstance(shape, OneOf | ManyOf) and len(shape.options) > MOST_OPTIONS


WAYGROUND = Format(
    id="wayground",
    platform=Platform.GAME,
    files=(FILE,),
    writes={
        OneOf: (Loss.FEEDBACK_TOGETHER,),
        ManyOf: (Loss.FEEDBACK_TOGETHER, Loss.PARTIAL_CREDIT),
    },
    loses=(Loss.HINTS, Loss.FORMATTING, Loss.PICTURES, Loss.LAST_OPTION, Loss.WEIGHT, Loss.DRAW),
    export=export,
    refuses=_refuses,
    libraries=("XlsxWriter",),
    is_tried=False,
)


def _row(answered: Answered, writing: Writing) -> tuple[str | int, ...]:
    question, shape, words = answered.question, answered.shape, writing.quiz.strings[ExportStrings]
    if not isinstance(shape, OneOf | ManyOf):
        raise TypeError(f"Wayground has no {type(shape).__name__}")
    right = [str(number) for number, one in enumerate(shape.options, start=1) if one.correct]
    asked = " ".join([*note_before(answered, writing), line(question.prompt)])
    options = [spoken_line(one) for one in shape.options]
    return (
        f"{asked} {passage(shape.options)}" if shape.is_passage else asked,
        "Multiple Choice" if isinstance(shape, OneOf) else "Checkbox",
        *options,
        *[""] * (MOST_OPTIONS - len(options)),
        ",".join(right),
        SECONDS,
        "",
        line_of(explained(question, words, said_of(shape, words))),
    )
