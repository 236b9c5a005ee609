"""What templates show around the text of a page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.fragments import Fragments
from primer.glossary.view import WordView, words_used
from primer.guides.model import Guide
from primer.pages.addresses import page_id, page_url, relative_url
from primer.pages.lead import parts
from primer.pages.model import FrontMatter
from primer.pages.structured_data import Item, structured_data
from primer.quizzes.model import Quiz
from primer.references.view import SourceView, sources_of
from primer.view import Day, day


@dataclass(frozen=True)
class DatesView:
    """How far a page has been checked."""

    sources_checked: Day
    review_by: Day
    overdue: bool
    reviewer: str | None
    reviewed: Day | None


@dataclass(frozen=True)
class ExtrasView:
    """What a page ends with. Parts that are empty are not shown."""

    words: tuple[WordView, ...]
    sources: tuple[SourceView, ...]
    dates: DatesView | None
    short_url: str
    short_address: str
    """The same, to be read and copied: whole where the site knows its own address."""


@dataclass(frozen=True)
class PageView:
    """A page, for the templates of the theme. ``styles`` and ``scripts`` are what it needs beyond the site's own."""

    id: str
    title: str
    description: str
    sensitive: bool
    content_note: str | None
    canonical: str | None
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    lead_html: Markup
    """The text before the first heading, which answers the title."""
    rest_html: Markup
    searched_html: str
    """The text as far as it is searched."""
    extras_html: Markup
    structured_data: tuple[Item, ...]
    citation_meta: tuple[tuple[str, str], ...]
    """Names and contents of the ``<meta>`` elements that reference managers read."""


def page_view(
    page: CurrentPage,
    front: FrontMatter | None,
    content: Content,
    fragments: Fragments,
    today: datetime.date,
    site_url: str | None,
    trail: Sequence[tuple[str, str]],
    html: tuple[str, str],
) -> PageView:
    """Return what the templates need of a page that was rendered.

    ``html`` is its text as readers and as the search get it, and ``trail`` holds the title and the address below the
    site's root of each page above it.
    """
    whole, searched = html
    lead, rest = parts(page, whole)
    base, id, use = page_url(page.src_uri), page_id(page.src_uri), page.use
    made = content.behind(page.src_uri)
    both = {
        "quiz": use.quizzes,
        "guide": use.guides or use.planner,
        "planner": use.planner,
        "places": use.places,
        "assignment": use.assignments,
    }
    styles = {**both, "figure": use.figures}
    scripts = {**both, "glossary": use.terms or use.glossary, "quizzes": use.catalogue}
    extras = ExtrasView(
        words=words_used(content, page.src_uri, use.terms),
        sources=sources_of(content, page.src_uri, use),
        dates=_dates(front or made, today, content.strings.site.locale),
        short_url=relative_url(short_url(id), base),
        short_address=f"{(site_url or '').rstrip('/')}/{short_url(id)}",
    )
    return PageView(
        id=id,
        title=page.title,
        description=front.description if front else _description(made, content),
        sensitive=page.sensitive,
        content_note=front.content_note if front else _content_note(made),
        canonical=f"{site_url.rstrip('/')}/{base}" if site_url else None,
        styles=tuple(f"assets/{part}.css" for part, wanted in styles.items() if wanted),
        scripts=(
            *_question_types(page, content),
            *(f"assets/{part}.js" for part, wanted in scripts.items() if wanted),
        ),
        lead_html=Markup(lead),
        rest_html=Markup(rest),
        searched_html=searched,
        extras_html=fragments.render("page-extras.html", extras=extras),
        structured_data=structured_data(page, front, content, site_url, trail),
        citation_meta=_citation_meta(page, front, content, site_url),
    )


def short_url(id: str) -> str:
    """Return the permanent short address of a page, below the site's root."""
    return f"go/{id}/"


def _question_types(page: CurrentPage, content: Content) -> tuple[str, ...]:
    """Return the script of each type of question on a page. They come before ``quiz.js``, which asks them."""
    types = {question.type for id in page.use.quizzes for question in content.quizzes[id].questions}
    return tuple(f"assets/quiz/types/{type}/type.js" for type in sorted(types))


def _citation_meta(
    page: CurrentPage, front: FrontMatter | None, content: Content, site_url: str | None
) -> tuple[tuple[str, str], ...]:
    """Return the tags that Google Scholar and Zotero read; there is no author to name."""
    found = {
        "citation_title": page.title,
        "citation_online_date": front.sources_checked.strftime("%Y/%m/%d") if front else None,
        "citation_language": content.strings.site.language,
        "citation_publisher": content.publisher.name,
        "citation_public_url": f"{site_url.rstrip('/')}/{page_url(page.src_uri)}" if site_url else None,
    }
    return tuple((name, text) for name, text in found.items() if text)


def _description(made: Quiz | Guide | None, content: Content) -> str:
    return content.text.inline(made.summary, "").striptags() if made else ""


def _content_note(made: Quiz | Guide | None) -> str | None:
    return made.content_note if isinstance(made, Guide) else None


def _dates(checked: FrontMatter | Quiz | Guide | None, today: datetime.date, locale: str) -> DatesView | None:
    if checked is None or checked.sources_checked is None or checked.review_by is None:
        return None
    front = checked if isinstance(checked, FrontMatter) and checked.status == "clinically-reviewed" else None
    return DatesView(
        sources_checked=day(checked.sources_checked, locale),
        review_by=day(checked.review_by, locale),
        overdue=checked.review_by < today,
        reviewer=front.reviewer if front else None,
        reviewed=day(front.reviewed, locale) if front and front.reviewed else None,
    )
