"""What the fragments for people who set quizzes show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from primer.core.urls import page_url, relative_url
from primer.features.assignment.codes import code_file, plain_address
from primer.features.quiz.model import QUIZZES, quiz_page
from primer.features.quiz.view import quiz_summaries
from primer.kit.content import Content


@dataclass(frozen=True)
class TopicView:
    """An objective of a quiz, how many questions it has, and how many of them the quiz draws; None for all."""

    id: str
    text: str
    questions: int
    draw: int | None


@dataclass(frozen=True)
class ChoiceView:
    """A quiz that can be set. ``path`` and ``frame`` are below the site's root, ``url`` is seen from the page."""

    id: str
    title: str
    url: str
    path: str
    frame: str
    minutes: int
    questions: int
    sensitive: bool
    shuffles: str
    seeded: bool
    """Whether it is drawn and shuffled alike for everyone unless the link says otherwise."""
    topics: tuple[TopicView, ...]
    example: str
    """The id of one of its questions."""


@dataclass(frozen=True)
class CodeView:
    """A QR code on a page."""

    title: str
    url: str
    address: str
    picture: str


def choices(content: Content, src_uri: str) -> tuple[ChoiceView, ...]:
    """Return the quizzes that the page ``src_uri`` offers to set, in the order of the list of quizzes."""
    return tuple(_choice(summary.id, summary.url, content) for summary in quiz_summaries(content, src_uri))


def codes(content: Content, src_uri: str, site_url: str) -> tuple[CodeView, ...]:
    """Return the code of each quiz, in the order of the list of quizzes."""
    return tuple(
        CodeView(
            title=quiz.title,
            url=quiz.url,
            address=plain_address(quiz.id, site_url),
            picture=relative_url(code_file(quiz.id), page_url(src_uri)),
        )
        for quiz in quiz_summaries(content, src_uri)
    )


def _choice(id: str, url: str, content: Content) -> ChoiceView:
    quiz = content[QUIZZES].items[id]
    sizes = Counter(question.objective for question in quiz.questions)
    draws = {pool.objective: pool.number for pool in quiz.draw}
    return ChoiceView(
        id=id,
        title=quiz.title,
        url=url,
        path=page_url(content.own(quiz_page(id))),
        frame=content.embed_of(content.own(quiz_page(id))),
        minutes=quiz.minutes,
        questions=len(quiz.questions),
        sensitive=quiz.sensitive,
        shuffles=",".join(name for name in ("questions", "options") if getattr(quiz.shuffle, name)),
        seeded=quiz.shuffle.seed is not None,
        topics=tuple(
            TopicView(
                id=topic.id,
                text=content.text.plain(topic.text),
                questions=sizes[topic.id],
                draw=draws.get(topic.id),
            )
            for topic in quiz.objectives
            if sizes[topic.id]
        ),
        example=quiz.questions[0].id,
    )
