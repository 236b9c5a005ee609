"""What the fragments of all data by country share: places, sites, and where a row was seen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.core.dates import Day, day, partial_day
from primer.core.urls import Link, page_url, relative_url
from primer.kit.content import Content

ROUTES_PAGE = "routes"
"""The name of the page that lists all routes, for sites that have it elsewhere than at ``/routes.md``."""

Anchor = Callable[[str], str]
"""Gives the id under which something stands on a page; it is another where the page has that id already."""

Prose = Callable[[Element], Markup]
"""Gives what stands for a parsed text on a page, which may link terms in it."""


class Row(Protocol):
    """What every row of data by country says about itself."""

    @property
    def evidence(self) -> str: ...
    @property
    def seen_by(self) -> str | None: ...
    @property
    def seen_on(self) -> datetime.date | None: ...
    @property
    def source_date(self) -> str | None: ...


@dataclass(frozen=True)
class SeenView:
    """Where a row was seen, and when; ``source_date`` is that page's own."""

    evidence: str
    seen_by: str | None
    source_date: Day | None
    seen_on: Day | None


@dataclass(frozen=True)
class SiteView:
    """Someone's own site."""

    url: str
    host: str


def seen_view(row: Row, locale: str) -> SeenView:
    """Return where and when a row was seen."""
    return SeenView(
        evidence=row.evidence,
        seen_by=row.seen_by,
        source_date=partial_day(row.source_date, locale) if row.source_date else None,
        seen_on=day(row.seen_on, locale) if row.seen_on else None,
    )


def site_view(url: str | None) -> SiteView | None:
    """Return a site with its host as readers know it."""
    if url is None:
        return None
    host = url.partition("//")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return SiteView(url, host.removeprefix("www."))


def help_page(content: Content) -> str | None:
    """Return the page that lists all help lines; None where there is none."""
    page = content.page((content.settings.help or "").removeprefix("/"))
    return page if page in content.pages else None


def routes_page(content: Content) -> str | None:
    """Return the page that lists all routes; None where there is none."""
    page = content.page(content.settings.page(ROUTES_PAGE, "/routes.md"))
    return page if page in content.pages else None


def link_to_place(page: str | None, place: str, title: str, base: str) -> Link | None:
    """Return the way to a place on another page, or None where there is no such page or it is this one."""
    if page is None or page_url(page) == base:
        return None
    return Link(relative_url(f"{page_url(page)}#{place}", base), title)
