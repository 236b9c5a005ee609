"""Write questions as the items of QTI 1.2 that Canvas reads.

White space in a text is part of it, so nothing here is laid out. Options are known by numbers alone: of any other
ident, Canvas takes the first digits for its id, so that two options can share one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, Story, TextAnswer
from primer.outputs.exports.canvas_answers import (
    add_choice,
    add_groups,
    add_number,
    add_order,
    add_pairs,
    add_text,
    add_writing,
)
from primer.outputs.exports.canvas_gaps import add_gaps, is_picked
from primer.outputs.exports.canvas_parts import GENERAL, add_feedback
from primer.outputs.exports.composing import explained, model_answer, paragraph, said_of, story
from primer.outputs.exports.formats import Answered
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.xml import child
from primer.text.rich import plain_words


def points(answered: Answered) -> int:
    """Return what a question is worth; nothing where it is never scored."""
    return 0 if isinstance(answered.shape, Essay) else answered.question.weight


def add_item(section: Element, answered: Answered, quiz: ExportedQuiz, *, is_new: bool) -> None:
    """Add a question, for New Quizzes or for both engines."""
    question, shape, words = answered.question, answered.shape, quiz.strings[ExportStrings]
    item = child(section, "item", ident=question.id, title=question.name)
    fields = child(child(item, "itemmetadata"), "qtimetadata")
    for label, entry in _fields(answered, words):
        field = child(fields, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)
    presentation = child(item, "presentation")
    _add_answers(item, presentation, question, shape, words, is_new=is_new)
    add_feedback(item, GENERAL, _said(question, shape, words))


def _fields(answered: Answered, words: ExportStrings) -> Iterator[tuple[str, str]]:
    question, shape = answered.question, answered.shape
    yield "question_type", _kind(shape)
    yield "points_possible", f"{points(answered):.1f}"
    yield "assessment_question_identifierref", f"{question.id}.{question.version}"
    if isinstance(shape, Essay):
        yield "grading_notes", plain_words(model_answer(shape, words))


def _kind(shape: Item) -> str:
    match shape:
        case OneOf(is_statement=True):
            kind = "true_false"
        case OneOf():
            kind = "multiple_choice"
        case ManyOf():
            kind = "multiple_answers"
        case Pairs():
            kind = "matching"
        case Gaps():
            kind = "multiple_dropdowns" if is_picked(shape) else "fill_in_multiple_blanks"
        case TextAnswer():
            kind = "short_answer"
        case NumberAnswer():
            kind = "numerical"
        case Essay() | Story():
            kind = "essay"
        case Sequence():
            kind = "ordering"
        case Groups():
            kind = "categorization"
        case _:
            assert_never(shape)
    return f"{kind}_question"


def _add_answers(
    item: Element,
    presentation: Element,
    question: ExportedQuestion,
    shape: Item,
    words: ExportStrings,
    *,
    is_new: bool,
) -> None:
    """Add what is asked, how it is answered and what is right."""
    prompt, first = paragraph(question.prompt), question.number * 1000
    match shape:
        case OneOf() | ManyOf():
            add_choice(item, presentation, prompt, shape, first)
        case Pairs():
            add_pairs(item, presentation, prompt, shape, first, is_new=is_new)
        case Gaps():
            add_gaps(item, presentation, prompt, shape, first, words)
        case TextAnswer():
            add_text(item, presentation, prompt, shape)
        case NumberAnswer():
            unit = Markup("<p>({})</p>").format(shape.unit) if shape.unit else Markup()
            add_number(item, presentation, prompt + unit, shape)
        case Essay():
            add_writing(item, presentation, prompt)
        case Story():
            add_writing(item, presentation, prompt + story(shape, words)[0])
        case Sequence():
            add_order(item, presentation, prompt, shape, first)
        case Groups():
            add_groups(item, presentation, prompt, shape, first)
        case _:
            assert_never(shape)


def _said(question: ExportedQuestion, shape: Item, words: ExportStrings) -> Markup:
    """Return what is said to everybody."""
    if isinstance(shape, OneOf | ManyOf):
        return explained(question, words)
    before = Markup()
    if isinstance(shape, Essay):
        before = model_answer(shape, words)
    elif isinstance(shape, Story):
        before = story(shape, words)[1]
    return before + explained(question, words, said_of(shape, words))
