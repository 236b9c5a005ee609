"""Write quizzes as Moodle XML.

What Moodle's importer reads: https://docs.moodle.org/405/en/Moodle_XML_format, and its own code, question/format/xml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2s
from typing import assert_never
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Story, TextAnswer
from primer.kit.shapes import Sequence as Ordered
from primer.outputs.exports.composing import (
    around,
    explained,
    marked,
    model_answer,
    paragraph,
    said_of,
    story,
)
from primer.outputs.exports.formats import Answered, Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.moodle_answers import LONGEST_UNIT, add_answers, add_html
from primer.outputs.exports.moodle_gaps import with_gaps, without_gaps
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.xml import child, written
from primer.text.rich import Rich, placed

FILE, FILE_OF_ALL = "moodle.xml", "moodle.xml"
LONGEST_ID = 100
"""Characters that Moodle keeps of an idnumber."""
GRADES = (*range(1, 11), 20)
"""Into how many equal parts Moodle's list of grades can part 100: nothing that is not on it is imported."""


def export(writing: Writing) -> Files:
    """Return the file of one quiz."""
    return {FILE: _file([writing], top="")}


def export_all(writings: Sequence[Writing]) -> Files:
    """Return one file of all quizzes, with a category for each."""
    top = writings[0].quiz.origin.name if writings else ""
    return {FILE_OF_ALL: _file(writings, top=top)}


def _refuses(shape: Item) -> bool:
    if isinstance(shape, ManyOf):
        return sum(option.correct for option in shape.options) not in GRADES
    return isinstance(shape, Pairs) and len(shape.pairs) < 2


def _long_units(shape: Item) -> tuple[Loss, ...]:
    is_long = isinstance(shape, NumberAnswer) and any(len(unit) > LONGEST_UNIT for unit in shape.units)
    return (Loss.UNITS,) if is_long else ()


MOODLE = Format(
    id="moodle",
    platform=Platform.MOODLE,
    files=(FILE,),
    writes={
        OneOf: (),
        ManyOf: (),
        Pairs: (Loss.FEEDBACK_TOGETHER,),
        Ordered: (Loss.FEEDBACK_TOGETHER,),
        Gaps: (Loss.NEAR_SPELLING, Loss.GAPS_COUNT),
        TextAnswer: (Loss.NEAR_SPELLING,),
        NumberAnswer: _long_units,
        Essay: (Loss.HINTS,),
        Story: (Loss.HINTS, Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    loses=(Loss.DRAW,),
    export=export,
    export_all=export_all,
    files_of_all=(FILE_OF_ALL,),
    refuses=_refuses,
)


def _file(writings: Iterable[Writing], top: str) -> bytes:
    root = Element("quiz")
    for writing in writings:
        _category(root, writing, top)
        for answered in writing.questions:
            _question(root, answered, writing.quiz)
    return written(root, laid_out=True)


def _category(root: Element, writing: Writing, top: str) -> None:
    """Add the category in which a quiz's questions are, besides what stands before them, as a text to show."""
    quiz = writing.quiz
    said = around(quiz, writing.left_out)
    path = "/".join(["$course$", "top", *(_named(name) for name in (top, quiz.title) if name)])
    question = child(root, "question", type="category")
    child(child(question, "category"), "text", path)
    info = child(question, "info", format="html")
    child(info, "text", placed(said))
    child(question, "idnumber", idnumber(quiz.id))
    shown = child(root, "question", type="description")
    child(child(shown, "name"), "text", quiz.title)
    add_html(shown, "questiontext", said, quiz)
    add_html(shown, "generalfeedback", Markup(), quiz)
    child(shown, "defaultgrade", "0")
    child(shown, "penalty", "0")
    child(shown, "hidden", "0")
    child(shown, "idnumber", idnumber(quiz.id))


def _question(root: Element, answered: Answered, quiz: ExportedQuiz) -> None:
    question, shape, words = answered.question, answered.shape, quiz.strings[ExportStrings]
    kind, prompt, said, grade = _begun(question, shape, words)
    element = child(root, "question", type=kind)
    child(child(element, "name"), "text", question.name)
    add_html(element, "questiontext", prompt, quiz)
    add_html(element, "generalfeedback", said, quiz)
    if grade is not None:
        child(element, "defaultgrade", str(grade))
    child(element, "penalty", "0.3333333")
    child(element, "hidden", "0")
    child(element, "idnumber", idnumber(question.id))
    add_answers(element, shape, quiz)
    for hint in question.hints:
        _hint(element, hint, quiz, shape)
    tags = child(element, "tags")
    for tag in (f"quiz:{quiz.id}", *([f"objective:{question.objective.id}"] if question.objective else [])):
        child(child(tags, "tag"), "text", tag)
    for tag in (f"level:{quiz.level}", f"type:{question.type}", f"version:{question.version}", f"lang:{quiz.language}"):
        child(child(tags, "tag"), "text", tag)


def _begun(question: ExportedQuestion, shape: Item, words: ExportStrings) -> tuple[str, Markup, Markup, int | None]:  # noqa: PLR0911 - one for each shape
    """Return what Moodle calls a question, its text, its general feedback and what it is worth."""
    prompt, weight = paragraph(question.prompt), question.weight
    match shape:
        case OneOf(is_statement=True):
            return "truefalse", prompt, explained(question, words), weight
        case OneOf() | ManyOf():
            return "multichoice", prompt, explained(question, words), weight
        case Pairs():
            return "matching", prompt, explained(question, words, said_of(shape, words)), weight
        case Ordered():
            return "ordering", prompt, explained(question, words, said_of(shape, words)), weight
        case Gaps():
            return "cloze", without_gaps(prompt) + with_gaps(shape, weight), explained(question, words), None
        case TextAnswer():
            return "shortanswer", prompt, explained(question, words), weight
        case NumberAnswer():
            return "numerical", prompt, explained(question, words), weight
        case Essay():
            return "essay", prompt, model_answer(shape, words) + explained(question, words), 0
        case Story():
            told, outcomes = story(shape, words)
            return "essay", prompt + told, outcomes + explained(question, words), weight
        case Groups():
            raise TypeError("Moodle sorts by matching")
        case _:
            assert_never(shape)


def _hint(element: Element, hint: Rich, quiz: ExportedQuiz, shape: Item) -> None:
    added = add_html(element, "hint", marked(hint), quiz)
    if isinstance(shape, ManyOf | Pairs | Ordered | Gaps) or (isinstance(shape, OneOf) and not shape.is_statement):
        child(added, "shownumcorrect")


def idnumber(id: str) -> str:
    """Return an id as long as Moodle keeps it."""
    if len(id) <= LONGEST_ID:
        return id
    end = blake2s(id.encode(), digest_size=4).hexdigest()
    return f"{id[: LONGEST_ID - len(end) - 1]}-{end}"


def _named(category: str) -> str:
    return category.replace("/", "//")
