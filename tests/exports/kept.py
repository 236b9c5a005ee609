"""What has to arrive of a question, unless its format says that it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import lxml.html
from primer.kit.shapes import Gaps, OneOf, TextAnswer
from primer.outputs.exports.formats import Format, Writing
from primer.outputs.exports.losses import Loss
from primer.text.carried import pieces
from primer.text.rich import Rich, plain_words

from tests.exports.quizzes import exported, our_quizzes
from tests.property.test_quiz_text import quiz_with

#: What means something to some format, and letters that some programs cannot hold.
AWKWARD = "{ } ~ = # : \\ < & > \" ' -> [x] * % | ; ,\t$ \U0001f600 \u05e9\u05dc\u05d5\u05dd e\u0301 " + "long " * 400

#: Where a loss is said, no text in these fields need arrive.
LOST_FIELDS = {Loss.OPTION_FEEDBACK: {"feedback"}, Loss.MISTAKE_FEEDBACK: {"mistakes"}, Loss.SPEAKERS: {"speaker"}}


def letters(html: str) -> str:
    """What a piece of HTML says, without white space, which formats may lay out as they like."""
    if not html.strip():
        return ""
    return squeezed(lxml.html.fragment_fromstring(html, create_parent="div").text_content())


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def has_to_arrive(format: Format, writing: Writing, number: int, *, as_html: bool) -> list[str]:
    """The letters of each text of a question that its format does not give up."""
    answered = writing.questions[number]
    lost = set(format.lost(answered))
    question = answered.question
    texts = [question.prompt, *_texts(answered.shape, lost)]
    texts += [] if Loss.HINTS in lost else question.hints
    texts += [] if Loss.EXPLANATION in lost else [question.explanation]
    return [_letters(text, as_html=as_html) for text in texts]


def _letters(text: Rich | str, *, as_html: bool) -> str:
    if isinstance(text, str):
        return squeezed(text)
    return letters(text.marked) if as_html else squeezed(text.text)


def _texts(item: object, lost: set[Loss]) -> Iterator[Rich | str]:
    """Each text of a shape, as far as readers see it."""
    if isinstance(item, Rich):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from _texts(part, lost)
    elif isinstance(item, OneOf) and item.is_statement:  # every platform has words of its own for true and false
        if Loss.OPTION_FEEDBACK not in lost:
            yield from (option.feedback for option in item.options if option.feedback)
    elif isinstance(item, Gaps):
        yield from (Rich(piece, plain_words(piece)) for piece in pieces(item.text)[::2])
        yield from _texts(item.gaps, lost)
    elif is_dataclass(item):
        given_up = {name for loss in lost for name in LOST_FIELDS.get(loss, ())}
        if isinstance(item, TextAnswer):
            yield from item.accepted
        for one in fields(item):
            if one.name not in given_up:
                value = getattr(item, one.name)
                yield from [value] if one.name == "speaker" and value else _texts(value, lost)


def writing_of(format: Format, text: str = "A text", feedback: str = "What is said") -> Writing:
    """A quiz with every type of question, with this text in all its places, as a format writes it."""
    quiz = quiz_with("Moon: a quiz", text, feedback)
    assert quiz is not None
    return format.writing(exported(quiz))


def our_writings(format: Format) -> list[Writing]:
    """Every quiz of our own site, as a format writes it."""
    return [format.writing(quiz) for _, quiz in our_quizzes().values()]
