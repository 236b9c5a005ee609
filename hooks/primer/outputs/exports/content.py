"""Gather the quizzes of all features, as every format gets them."""

from __future__ import annotations

from collections.abc import Iterable

from primer.core.urls import Link, absolute_url
from primer.kit.content import Content
from primer.kit.exported import ExportedQuiz, Origin
from primer.kit.feature import Feature
from primer.site.around import around


def quizzes_of(
    features: Iterable[Feature], content: Content, site_url: str | None, site_name: str
) -> tuple[ExportedQuiz, ...]:
    """Return every quiz of a site. Without ``site_url``, they are drafts."""
    origin = origin_of(content, site_url, site_name)
    return tuple(quiz for feature in features for quiz in feature.exported(content, origin))


def origin_of(content: Content, site_url: str | None, site_name: str) -> Origin:
    """Return what files say of the site they come from."""
    help = around(content).help
    page = Link(absolute_url(site_url, help.url) or "", help.title) if help else None
    return Origin(site_name, site_url, page)
