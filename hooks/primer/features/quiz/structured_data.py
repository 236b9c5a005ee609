"""Describe a quiz to machines, in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from markupsafe import Markup

from primer.features.quiz.model import Quiz
from primer.features.quiz.registry import type_of
from primer.features.quiz.shapes import (
    Essay,
    Gap,
    Gaps,
    Groups,
    ManyOf,
    Markdown,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Shape,
    Story,
    TextAnswer,
)
from primer.kit.content import Content
from primer.kit.feature import Item

Plain = Callable[[str], str]
"""Returns what a text of a shape says, without markup."""


def described(quiz: Quiz, content: Content) -> Item:
    """Return a quiz with its questions and their answers."""
    plain = content.text.plain
    return {
        "@type": "Quiz",
        "description": plain(quiz.summary),
        "educationalLevel": quiz.level,
        "timeRequired": f"PT{quiz.minutes}M",
        "assesses": [plain(objective.text) for objective in quiz.objectives],
        "hasPart": [
            {
                "@type": "Question",
                "eduQuestionType": type.edu_type(question),
                "text": plain(question.prompt),
                "acceptedAnswer": [{"@type": "Answer", "text": text} for text in right],
                **({"suggestedAnswer": [{"@type": "Answer", "text": text} for text in wrong]} if wrong else {}),
            }
            for question in quiz.questions
            for type in [type_of(question)]
            for right, wrong in [right_and_wrong(type.shapes(question, content.strings)[0], content)]
        ],
    }


def right_and_wrong(shape: Shape, content: Content) -> tuple[list[str], list[str]]:
    """Return the right and the wrong answers of a shape as plain text, as far as there are any."""

    def plain(text: str) -> str:
        if isinstance(text, Markdown):
            return content.text.plain(text)
        return Markup.escape(text).striptags()

    right: list[str]
    wrong: list[str] = []
    match shape:
        case OneOf(options) | ManyOf(options):
            right = [plain(option.text) for option in options if option.correct]
            wrong = [plain(option.text) for option in options if not option.correct]
        case TextAnswer(accepted, mistakes):
            right, wrong = list(accepted), [mistake.text for mistake in mistakes]
        case NumberAnswer(value, unit=unit, mistakes=mistakes):
            right = [f"{value:.15g} {unit}" if unit else f"{value:.15g}"]
            wrong = [f"{mistake.value:.15g}" for mistake in mistakes]
        case Pairs(pairs):
            right = [f"{plain(pair.text)}: {plain(pair.match)}" for pair in pairs]
        case Groups(groups, items):
            names = {group.id: plain(group.text) for group in groups}
            right = [f"{plain(item.text)}: {names[item.group]}" for item in items]
        case Gaps(gaps=[gap]):
            right, wrong = right_and_wrong(gap.filling, content)
        case Gaps(gaps=gaps):
            right = [f"{gap.label}: {_best(gap, plain)}" for gap in gaps]
        case Sequence(items):
            right = [plain(item.text) for item in items]
        case Essay(model_answer):
            right = [plain(model_answer)]
        case Story(steps):
            right = [plain(step.text) for step in steps if step.outcome == "good"]
        case _:
            assert_never(shape)
    return right, wrong


def _best(gap: Gap[str], plain: Plain) -> str:
    """Return what fills a gap best."""
    if isinstance(gap.filling, TextAnswer):
        return plain(gap.filling.accepted[0])
    return ", ".join(plain(option.text) for option in gap.filling.options if option.correct)
