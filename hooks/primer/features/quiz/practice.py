"""What can be practised of all quizzes: their objectives, each with the questions that count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from primer.core.urls import page_url, relative_url
from primer.features.quiz.model import Quiz, quiz_page
from primer.features.quiz.registry import type_of
from primer.features.quiz.view import by_level
from primer.kit.content import Content


@dataclass(frozen=True)
class Topic:
    """What can be practised of a quiz: an objective, or all that has none."""

    text_html: Markup
    questions: tuple[str, ...]


@dataclass(frozen=True)
class PractisedQuiz:
    """A quiz of which a browser may keep answers, with what can be practised of it."""

    id: str
    title: str
    url: str
    topics: tuple[Topic, ...]


def practised(content: Content, src_uri: str) -> tuple[PractisedQuiz, ...]:
    """Return what can be practised, by level and then by title: sensitive quizzes are kept nowhere, so they cannot."""
    base = page_url(src_uri)
    return tuple(
        PractisedQuiz(
            id,
            quiz.title,
            relative_url(page_url(content.own(quiz_page(id))), base),
            tuple(_topics(quiz, content, base)),
        )
        for id, quiz in by_level(content)
        if not quiz.sensitive
    )


def _topics(quiz: Quiz, content: Content, base: str) -> Iterator[Topic]:
    """Yield the objectives that have questions which count, and then what has no objective."""
    scored = [question for question in quiz.questions if type_of(question).graded(question) is not None]
    for objective in quiz.objectives:
        if ids := tuple(question.id for question in scored if question.objective == objective.id):
            yield Topic(content.text.inline(objective.text, base, listed=False), ids)
    if ids := tuple(question.id for question in scored if question.objective is None):
        yield Topic(content.text.inline(quiz.summary, base, listed=False), ids)
