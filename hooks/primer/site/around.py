"""What stands around the text of every page, as the settings of the site have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from primer.core.urls import Link, page_url
from primer.kit.content import Content
from primer.kit.settings import Licences, PageLink
from primer.kit.strings import StringTable
from primer.site.strings import HelpStrings


@dataclass(frozen=True)
class Around:
    """Links lead to addresses below the site's root; those to pages that are not there are left out."""

    help: Link | None
    """The page to which every page leads those who need help."""
    notice: str | None
    footer: tuple[Link, ...]
    not_found: tuple[Link, ...]
    licences: Licences


def around(content: Content) -> Around:
    """Return what stands around every page."""
    settings = content.settings
    help = PageLink(page=settings.help, text=_help(content.strings)) if settings.help else None
    return Around(
        help=next(_links(content, [help] if help else []), None),
        notice=settings.footer.notice,
        footer=tuple(_links(content, settings.footer.links)),
        not_found=tuple(_links(content, settings.not_found.links)),
        licences=settings.licences,
    )


def _help(strings: StringTable) -> str:
    return strings[HelpStrings].link


def _links(content: Content, links: Iterable[PageLink]) -> Iterator[Link]:
    for link in links:
        page = link.page.removeprefix("/")
        if page in content.pages:
            yield Link(page_url(page), link.text or content.titles.of(page))
