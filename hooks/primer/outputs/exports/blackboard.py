"""Write quizzes as the text that Blackboard uploads questions from.

https://help.blackboard.com/Learn/Instructor/Ultra/Tests_Pools_Surveys/Reuse_Questions/Upload_Questions: a question a
line, tabs between its fields, no line above them, and no more than 250 in a file. Nobody has tried ours there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from primer.kit.exported import Item
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, Story, TextAnswer
from primer.outputs.exports.composing import number, story
from primer.outputs.exports.formats import Answered, Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.plain import cell, line, line_of, passage, spoken_line
from primer.outputs.exports.readme import note_before
from primer.outputs.exports.strings import ExportStrings
from primer.text.carried import pieces
from primer.text.rich import Rich, one_line, plain_words

FILE = "blackboard.txt"
LONGEST = 250
MOST_GAPS = 10


def export(writing: Writing) -> Files:
    """Return the file of one quiz; further ones where it has more questions than a file may hold."""
    rows = ["\t".join(map(cell, _row(answered, writing))) for answered in writing.questions]
    files = {}
    for count, first in enumerate(range(0, len(rows), LONGEST), start=1):
        name = FILE if count == 1 else f"blackboard-{count}.txt"
        files[name] = ("\r\n".join(rows[first : first + LONGEST]) + "\r\n").encode()
    return files or {FILE: b""}


def _refuses(shape: Item) -> bool:
    """Tell what has no place: a match that belongs to several items or to none, and more gaps than it counts."""
    if isinstance(shape, Pairs):
        return bool(shape.distractors) or len({line(pair.match) for pair in shape.pairs}) < len(shape.pairs)
    return isinstance(shape, Gaps) and len(shape.gaps) > MOST_GAPS


BLACKBOARD = Format(
    id="blackboard",
    platform=Platform.BLACKBOARD,
    files=(FILE,),
    writes={
        OneOf: (),
        ManyOf: (Loss.PARTIAL_CREDIT,),
        Pairs: (),
        Gaps: (Loss.GAPS_AS_TYPING,),
        TextAnswer: (),
        NumberAnswer: (),
        Essay: (),
        Story: (Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    loses=(
        Loss.HINTS,
        Loss.EXPLANATION,
        Loss.OPTION_FEEDBACK,
        Loss.MISTAKE_FEEDBACK,
        Loss.FORMATTING,
        Loss.PICTURES,
        Loss.LAST_OPTION,
        Loss.UNITS,
        Loss.NEAR_SPELLING,
        Loss.WEIGHT,
        Loss.DRAW,
    ),
    export=export,
    refuses=_refuses,
    is_tried=False,
)


def _row(answered: Answered, writing: Writing) -> Iterator[str]:
    """Yield the fields of a question. The words that say what is right are English in every language."""
    shape, words = answered.shape, writing.quiz.strings[ExportStrings]
    prompt = " ".join([*note_before(answered, writing), line(answered.question.prompt)])
    match shape:
        case OneOf(options, is_statement=True):
            yield from ("TF", prompt, next(one.id for one in options if one.correct))
        case OneOf(options, is_passage=is_passage) | ManyOf(options, is_passage=is_passage):
            yield "MC" if isinstance(shape, OneOf) else "MA"
            yield f"{prompt} {passage(options)}" if is_passage else prompt
            for one in options:
                yield from (spoken_line(one), "correct" if one.correct else "incorrect")
        case Pairs(pairs):
            yield from ("MAT", prompt)
            for pair in pairs:
                yield from (line(pair.text), line(pair.match))
        case Gaps():
            yield from _gaps(shape, prompt)
        case TextAnswer(accepted):
            yield from ("FIB", prompt, *accepted)
        case NumberAnswer():
            yield from ("NUM", prompt, number(shape.value), number(shape.tolerance))
        case Essay(text):
            yield from ("ESS", prompt, line(text))
        case Story():
            yield from ("ESS", f"{prompt} {line_of(story(shape, words)[0])}")
        case Sequence() | Groups():
            raise TypeError(f"Blackboard has no {type(shape).__name__}")
        case _:
            assert_never(shape)


def _gaps(shape: Gaps[Rich], prompt: str) -> Iterator[str]:
    """Yield a text with a name in brackets for each gap, and behind it the list that can be picked from."""
    parts = pieces(shape.text)
    names = {gap.id: f"gap{count}" for count, gap in enumerate(shape.gaps, start=1)}
    lists = {
        gap.id: f" ({' / '.join(line(one.text) for one in gap.filling.options)})"
        for gap in shape.gaps
        if not isinstance(gap.filling, TextAnswer)
    }
    text = "".join(
        f"[{names[part]}]{lists.get(part, '')}" if index % 2 else _without_brackets(part)
        for index, part in enumerate(parts)
    )
    yield from ("FIB_PLUS", f"{prompt.translate(_BRACKETS)} {one_line(text)}")
    for count, gap in enumerate(shape.gaps):
        yield from ("", names[gap.id]) if count else (names[gap.id],)
        filling = gap.filling
        if isinstance(filling, TextAnswer):
            yield from filling.accepted
        else:
            yield from (line(one.text) for one in filling.options if one.correct)


_BRACKETS = str.maketrans("[]", "()")


def _without_brackets(html: str) -> str:
    """Return what a piece of a text says, with the spaces at its ends, and with no bracket that names a gap."""
    words = plain_words(f"<p>.{html}.</p>")[1:-1]
    return _in_one_line(words.translate(_BRACKETS))


def _in_one_line(text: str) -> str:
    """Return a text in one line, with one space at an end that has some."""
    return one_line(f".{text}.")[1:-1]
