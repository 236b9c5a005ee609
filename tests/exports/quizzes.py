"""Quizzes as exports get them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from primer.features.quiz.model import QUIZZES, Quiz
from primer.kit.content import Content
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.content import quizzes_of

from tests.building import ROOT
from tests.rendering import content_of, features, load_site

ADDRESS = "https://example.org/base/"


def exported(quiz: Quiz, *, site_url: str | None = ADDRESS, content: Content | None = None) -> ExportedQuiz:
    """A quiz as it leaves a site."""
    [found] = quizzes_of(features(), content or content_of(quizzes={"moon": quiz}), site_url, "A site")
    return found


@cache
def content_in(docs: Path) -> Content:
    """The content of a docs folder."""
    return load_site(docs, site_url=ADDRESS).context.content


@cache
def our_quizzes() -> dict[str, tuple[Quiz, ExportedQuiz]]:
    """Each quiz of our own site, as it was written and as it leaves the site."""
    content = content_in(ROOT / "docs")
    found = quizzes_of(features(), content, ADDRESS, "Our site")
    return {quiz.id: (content[QUIZZES].items[quiz.id], quiz) for quiz in found}
