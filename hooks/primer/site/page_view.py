"""What templates show around the text of a page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from functools import cached_property

from markupsafe import Markup

from primer.core.cache import digest_of
from primer.core.dates import Day, day
from primer.core.languages import Language
from primer.core.urls import Link, absolute_url
from primer.kit.content import Content, GeneratedPage
from primer.kit.context import Context
from primer.kit.feature import Feature, Item, Pack, listed
from primer.kit.lead import parts
from primer.kit.page import CurrentPage, Words
from primer.kit.strings import StringTable
from primer.site.alternates import Alternate, alternates, switch
from primer.site.around import Around, around
from primer.site.changes import CHANGES
from primer.site.feature import WORDS_PAGE, publisher_of
from primer.site.models import FrontMatter
from primer.site.sharing.view import shared_page
from primer.site.strings import ExtrasStrings, SiteStrings
from primer.site.structured_data import structured_data
from primer.site.wanted import RIGHT_TO_LEFT, wanted_assets


@dataclass(frozen=True)
class DatesView:
    """How far a page has been checked."""

    sources_checked: Day
    review_by: Day
    overdue: bool
    reviewer: str | None
    reviewed: Day | None
    law_reviewer: str | None
    law_reviewed: Day | None


@dataclass(frozen=True)
class ChangeView:
    """A change of what a page says."""

    date: Day
    kind: str
    words: str


@dataclass(frozen=True)
class PageView:
    """A page, for the templates of the theme. ``styles`` and ``scripts`` are what it needs beyond the site's own."""

    id: str
    title: str
    description: str
    strings: StringTable
    """Those of its language."""
    around: Around
    """What stands around it, in its language."""
    site_name: str
    """What the site is called in its language."""
    language: Language
    alternates: tuple[Alternate, ...]
    """The page in each language, for search engines; none where it is in one, or nobody knows the site's address."""
    switch: tuple[Link, ...]
    """The ways to other languages, from the page."""
    sensitive: bool
    content_note: str | None
    canonical: str | None
    styles: tuple[str, ...]
    scripts: tuple[str | Pack, ...]
    drawing_html: Markup
    """A picture beside the title."""
    has_own_search: bool
    """Whether the search stands where the lead ends, and not above the page."""
    first_words: Words | None
    """The first words to say, to stand beside the text."""
    more_words: str | None
    """Where there are more of them."""
    lead_html: Markup
    """The text before the first heading, which answers the title."""
    rest_html: Markup
    searched_html: str
    """The text as far as it is searched."""
    beside_html: Markup
    """What stands below the text on the site itself, and in no frame."""
    end_html: Markup
    """What the page ends with."""
    tools_html: Markup
    """What stands below all of that to take the page along, on the site itself."""
    structured_data: tuple[Item, ...]
    citation_meta: tuple[tuple[str, str], ...]
    """Names and contents of the ``<meta>`` elements that reference managers read."""

    @cached_property
    def digest(self) -> bytes:
        """What stands for all of it."""
        values = (getattr(self, one.name) for one in fields(self))
        return digest_of(*(value if isinstance(value, str) else repr(value) for value in values))


def page_view(
    page: CurrentPage,
    front: FrontMatter | None,
    context: Context,
    features: Sequence[Feature],
    *,
    today: datetime.date,
    trail: Sequence[tuple[str, str]],
    html: tuple[str, str],
    material: Mapping[str, AbstractSet[str]],
    site_url: str | None,
    default: Content,
) -> PageView:
    """Return what the templates need of a page that was rendered; ``default`` is the content in the default language.

    ``html`` is its text as readers and as the search get it, and ``trail`` holds the title and the address below the
    site's root of each page above it. ``material`` holds what a page has that needs a style sheet with rules of
    Material's, by its name.
    """
    content, (whole, searched) = context.content, html
    made = content.generated.get(page.src_uri)
    lead, rest = parts(page, whole)
    beside = Markup("").join(feature.beside(page, context) for feature in features)
    wanted = page.assets | set(wanted_assets(whole, material))
    wanted |= {RIGHT_TO_LEFT} if content.strings[SiteStrings].direction == "rtl" else set()
    styles, scripts = listed(features, wanted)
    ends = [end for feature in features if (end := feature.page_end(page, context))]
    end_html = context.templates.render(
        "site/page-end.html",
        asked=front.asked if front else (),
        parts=ends,
        dates=_dates(front or made, today, content.locale),
        shows_review=content.settings.review is not None or (front is not None and front.is_reviewed),
        changes=_changes(content, page),
    )
    shared = shared_page(page, context, checked_on(page, front, content))
    return PageView(
        strings=content.strings,
        around=context.once(around),
        site_name=context.site_name,
        language=content.language_of(page.src_uri),
        alternates=alternates(page.src_uri, default, site_url),
        switch=switch(page.src_uri, default),
        id=content.id_of(page.src_uri),
        title=page.title,
        description=front.description if front else content.text.plain(made.summary) if made else "",
        sensitive=page.sensitive,
        content_note=front.content_note if front else made.content_note if made else None,
        canonical=absolute_url(site_url, page.url),
        styles=styles,
        scripts=scripts,
        drawing_html=next((one for feature in features if (one := feature.beside_title(page, content))), Markup()),
        has_own_search=page.has_own_search,
        # Where nothing is said in short, a quotation may be anything, and on a sensitive page it is what to say.
        first_words=page.first_words if page.sensitive or page.says_in_short else None,
        more_words=_more_words(page, content),
        lead_html=Markup(lead),
        rest_html=Markup(rest),
        searched_html=searched,
        beside_html=beside,
        end_html=end_html,
        tools_html=context.templates.render(
            "site/sharing/tools.html", page=shared, neutral_title=context.site_name if page.sensitive else None
        ),
        structured_data=structured_data(page, front, content, features, site_url, trail),
        citation_meta=_citation_meta(page, front, content, site_url),
    )


def checked_on(page: CurrentPage, front: FrontMatter | None, content: Content) -> datetime.date | None:
    """Return the day on which the text of a page was last checked."""
    checked = front or content.generated.get(page.src_uri)
    return checked.sources_checked if checked else None


def _more_words(page: CurrentPage, content: Content) -> str | None:
    """Return where a reader finds more words to say: on the page for that, or else where the first ones stand."""
    there = content.settings.pages.get(WORDS_PAGE)
    there = there and f"/{content.page(there.removeprefix('/'))}"
    if there and there != f"/{page.src_uri}" and not content.other_language(there.removeprefix("/")):
        return content.text.address(there, page.url)
    return f"#{page.first_words.anchor}" if page.first_words and page.first_words.anchor else None


def _citation_meta(
    page: CurrentPage, front: FrontMatter | None, content: Content, site_url: str | None
) -> tuple[tuple[str, str], ...]:
    """Return the tags that Google Scholar and Zotero read; there is no author to name."""
    found = {
        "citation_title": page.title,
        "citation_online_date": front.sources_checked.strftime("%Y/%m/%d") if front and front.sources_checked else None,
        "citation_language": content.language,
        "citation_publisher": publisher_of(content).name,
        "citation_public_url": absolute_url(site_url, page.url),
    }
    return tuple((name, text) for name, text in found.items() if text)


def _changes(content: Content, page: CurrentPage) -> list[ChangeView]:
    """Return what was changed on a page, the newest first."""
    record, id = content[CHANGES].item if content.is_default else None, content.id_of(page.src_uri)
    found = [change for change in record.changes if change.page == id] if record else []
    kinds = content.strings[ExtrasStrings]
    return [
        ChangeView(day(change.date, content.locale), kinds.kind(change.kind), change.words) for change in found[::-1]
    ]


def _dates(checked: FrontMatter | GeneratedPage | None, today: datetime.date, locale: str) -> DatesView | None:
    if checked is None or checked.sources_checked is None or checked.review_by is None:
        return None
    law = checked if isinstance(checked, FrontMatter) else None
    front = law if law and law.is_reviewed else None
    return DatesView(
        sources_checked=day(checked.sources_checked, locale),
        review_by=day(checked.review_by, locale),
        overdue=checked.review_by < today,
        reviewer=front.reviewer if front else None,
        reviewed=day(front.reviewed, locale) if front and front.reviewed else None,
        law_reviewer=law.law_reviewer if law else None,
        law_reviewed=day(law.law_reviewed, locale) if law and law.law_reviewed else None,
    )
