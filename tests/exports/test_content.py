"""Whatever an author wrote in a quiz is in what every format gets, and needs nothing around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from primer.core.model import Model, prose
from primer.features.quiz.model import Quiz
from primer.features.quiz.registry import TYPES
from primer.kit.exported import ExportedQuiz, every_text
from primer.text.carried import CarriedText
from primer.text.inline_markdown import gaps_in
from primer.text.rich import Rich, one_line

from tests.building import ROOT
from tests.exports.quizzes import ADDRESS, content_in, exported, our_quizzes
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

#: Fields that name things and say nothing, and what a page shows around a quiz.
NAMES = {"id", "type", "section", "objective", "category", "to", "level", "outcome", "see"}


def written(model: Model) -> Iterator[tuple[str, str]]:
    """Each text that somebody wrote, with the name of its field."""
    for name in type(model).model_fields:
        yield from _written(getattr(model, name), name)


def _written(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Model):
        yield from written(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _written(item, name)
    elif isinstance(value, str) and name not in NAMES:
        yield name, value


def missing(quiz: Quiz, made: ExportedQuiz, carried: CarriedText) -> list[tuple[str, str]]:
    """The texts of a quiz that no item holds."""
    held = {text.text if isinstance(text, Rich) else text for text in every_text(made)}
    marked = {text for _, text in prose(quiz)}

    def is_held(name: str, text: str) -> bool:
        ways = {one_line(text), text}
        if text in marked:
            ways |= {carried.whole(text).text, carried.line(text).text}
            ways |= {carried.gapped(text).text} if name == "text" and gaps_in(text) else set()
        return bool(ways & held)

    return [(name, text) for name, text in written(quiz) if not is_held(name, text)]


@given(TEXTS, TEXTS, TEXTS)
@examples(30)
def test_every_text_of_a_quiz_is_in_its_items(title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is None:
        return
    content = content_of(quizzes={"moon": quiz})

    assert missing(quiz, exported(quiz, content=content), CarriedText(content.text, ADDRESS)) == []
    assert {question.type for question in quiz.questions} == set(TYPES)


@pytest.mark.parametrize("id", ["alliance", "rights-and-records", "trust", "warning-signs-quiz"])
def test_every_text_of_our_quizzes_is_in_their_items(id: str):
    quiz, made = our_quizzes()[id]

    assert missing(quiz, made, CarriedText(content_in(ROOT / "docs").text, ADDRESS)) == []
