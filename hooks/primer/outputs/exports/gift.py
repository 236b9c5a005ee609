r"""Write quizzes as GIFT, the text format of Moodle.

What Moodle reads: https://docs.moodle.org/405/en/GIFT_format, and its own code, question/format/gift. Each question is
lines without an empty one between them, and each sign that means something stands behind a ``\``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from markupsafe import Markup

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
from primer.outputs.exports.composing import (
    around,
    explained,
    marked,
    model_answer,
    number,
    paragraph,
    said_of,
    spoken,
    story,
)
from primer.outputs.exports.formats import Answered, Files, Format, Platform, Writing
from primer.outputs.exports.inside import with_pictures_inside
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.moodle import GRADES, idnumber
from primer.outputs.exports.moodle_answers import filling, grade
from primer.outputs.exports.strings import ExportStrings
from primer.text.carried import pieces
from primer.text.rich import PICTURES, Rich

FILE = "gift.txt"
_SIGNS = str.maketrans({**{sign: f"\\{sign}" for sign in "\\~=#:{}"}, "\n": r"\n", "\r": ""})


def export(writing: Writing) -> Files:
    """Return the file of one quiz."""
    blocks = [_above(writing), *(_question(answered, writing.quiz) for answered in writing.questions)]
    return {FILE: ("\n\n".join(blocks) + "\n").encode()}


def escaped(text: str) -> str:
    """Return a text that means nothing but itself, in one line."""
    return text.translate(_SIGNS)


def _refuses(shape: Item) -> bool:
    """Tell what cannot be written: an arrow that is typed would make a question of pairs of a short answer."""
    if isinstance(shape, ManyOf):
        return sum(option.correct for option in shape.options) not in GRADES
    if isinstance(shape, Gaps):
        return len(shape.gaps) != 1 or _refuses(shape.gaps[0].filling)
    if isinstance(shape, TextAnswer):
        return any("->" in text for text in (*shape.accepted, *(wrong.text for wrong in shape.mistakes)))
    return isinstance(shape, Pairs) and len(shape.pairs) < 2


GIFT = Format(
    id="gift",
    platform=Platform.MOODLE,
    files=(FILE,),
    writes={
        OneOf: (),
        ManyOf: (),
        Pairs: (Loss.FEEDBACK_TOGETHER,),
        Gaps: (),
        TextAnswer: (),
        NumberAnswer: (),
        Essay: (Loss.MARKED_BY_HAND,),
        Story: (Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    loses=(Loss.HINTS, Loss.LAST_OPTION, Loss.NEAR_SPELLING, Loss.UNITS, Loss.WEIGHT),
    export=export,
    refuses=_refuses,
)


def _above(writing: Writing) -> str:
    """Return the category of the questions, with what stands before them as a text to show."""
    quiz = writing.quiz
    category = quiz.title.replace("/", "//").replace("\\", r"\\")
    shown = f"::{escaped(quiz.title)}::{_html(around(quiz, writing.left_out), quiz)}"
    return f"$CATEGORY: {category}\n\n// [id:{idnumber(quiz.id)}]\n{shown}"


def _question(answered: Answered, quiz: ExportedQuiz) -> str:
    question, shape, words = answered.question, answered.shape, quiz.strings[ExportStrings]
    tags = [f"quiz:{quiz.id}", f"level:{quiz.level}", f"type:{question.type}", f"version:{question.version}"]
    tags += [f"lang:{quiz.language}", *([f"objective:{question.objective.id}"] if question.objective else [])]
    comment = " ".join([f"[id:{idnumber(question.id)}]", *(f"[tag:{tag}]" for tag in tags)])
    prompt, said, before, after = paragraph(question.prompt), explained(question, words), "", ""
    match shape:
        case OneOf(options, is_passage=True) | ManyOf(options, is_passage=True):
            prompt += Markup("").join(Markup("<p>{}</p>").format(_said_by(one)) for one in options)
        case Pairs():
            said = explained(question, words, said_of(shape, words))
        case Essay():
            said = model_answer(shape, words) + said
        case Story():
            told, outcomes = story(shape, words)
            prompt, said = prompt + told, outcomes + said
        case Gaps(text):
            before, _, after = (Markup(piece) for piece in pieces(text, PICTURES))
            prompt += Markup("<p>") + before
            after += Markup("</p>")
        case _:
            pass
    lines = [*_answers(shape, quiz), f"####{_html(said, quiz)}"]
    answers = ("#" if isinstance(shape, NumberAnswer) else "") + "".join(f"\n\t{line}" for line in lines)
    ending = escaped(_with_pictures(Markup(after), quiz))
    return f"// {comment}\n::{escaped(question.name)}::{_html(prompt, quiz)}{{{answers}\n}}{ending}"


def _answers(shape: Item, quiz: ExportedQuiz) -> Iterator[str]:
    match shape:
        case OneOf(options, is_statement=True):
            yield _verdict(options, quiz)
        case OneOf(options):
            yield from (_option(one, "=" if one.correct else "~", quiz) for one in options)
        case ManyOf(options):
            part = grade(sum(one.correct for one in options))
            yield from (_option(one, f"~%{part}%" if one.correct else f"~%-{part}%", quiz) for one in options)
        case Pairs(pairs, distractors):
            others = (*(one.text.text for one in distractors), *filling(shape))
            yield from (f"={_html(marked(one.text), quiz)} -> {escaped(one.match.text)}" for one in pairs)
            yield from (f"= -> {escaped(text)}" for text in others)
        case Gaps(gaps=(gap,)):
            yield from _filling(gap.filling, quiz)
        case TextAnswer():
            yield from _typed(shape, quiz)
        case NumberAnswer():
            yield from _numbers(shape, quiz)
        case Essay() | Story():
            return
        case Gaps() | Sequence() | Groups():
            raise TypeError(f"GIFT has no {type(shape).__name__}")
        case _:
            assert_never(shape)


def _filling(shape: OneOf[Rich] | ManyOf[Rich] | TextAnswer[Rich], quiz: ExportedQuiz) -> Iterator[str]:
    """Yield what fills a gap, where each right option is right by itself."""
    if isinstance(shape, TextAnswer):
        yield from _typed(shape, quiz)
    else:
        yield from (_option(one, "=" if one.correct else "~", quiz) for one in shape.options)


def _verdict(options: tuple[Choosable[Rich], ...], quiz: ExportedQuiz) -> str:
    """Return whether a statement is true, with what is said to a wrong answer before what is said to a right one."""
    [right], [wrong] = ([one for one in options if one.correct is state] for state in (True, False))
    return f"{right.id.upper()}{_said(wrong.feedback, quiz) or '#'}{_said(right.feedback, quiz)}"


def _option(one: Choosable[Rich], sign: str, quiz: ExportedQuiz) -> str:
    return f"{sign}{_html(_said_by(one), quiz)}{_said(one.feedback, quiz)}"


def _typed(shape: TextAnswer[Rich], quiz: ExportedQuiz) -> Iterator[str]:
    """Yield answers to type, in which a star stands for anything unless a backslash stands before it."""
    said = shape.feedback
    yield from (f"={_plain(text)}{_said(said.right, quiz)}" for text in shape.accepted)
    yield from (f"=%0%{_plain(one.text)}{_said(one.feedback, quiz)}" for one in shape.mistakes)
    if said.wrong:
        yield f"=%0%*{_said(said.wrong, quiz)}"


def _numbers(shape: NumberAnswer[Rich], quiz: ExportedQuiz) -> Iterator[str]:
    said = shape.feedback
    yield f"={_number(shape.value)}:{_number(shape.tolerance)}{_said(said.right, quiz)}"
    yield from (f"=%0%{_number(one.value)}:0{_said(one.feedback, quiz)}" for one in shape.mistakes)
    if said.wrong:
        yield f"~{_said(said.wrong, quiz)}"


def _said(feedback: Rich | None, quiz: ExportedQuiz) -> str:
    return f"#{_html(marked(feedback), quiz)}" if feedback else ""


def _said_by(one: Choosable[Rich]) -> Markup:
    return spoken(one.speaker, marked(one.text))


def _html(html: Markup, quiz: ExportedQuiz) -> str:
    """Return HTML; where it does not begin with a tag, too, it says that it is HTML."""
    return f"[html]{escaped(_with_pictures(html, quiz))}"


def _plain(text: str) -> str:
    return ("[plain]" if text.startswith("[") else "") + escaped(text.replace("*", r"\*"))


def _with_pictures(html: Markup, quiz: ExportedQuiz) -> str:
    """Return HTML with its pictures inside. No arrow is left in it, which would split an item from its match."""
    return with_pictures_inside(html, quiz).replace("->", "-&gt;")


def _number(value: float) -> str:
    """Return a number without an exponent, which the format does not know."""
    return f"{Decimal(number(value)):f}"
