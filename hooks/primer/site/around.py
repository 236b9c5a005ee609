"""What stands around the text of every page, as the settings of the site have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from primer.core.urls import Link, page_url
from primer.kit.content import Content
from primer.kit.settings import Licences, PageLink
from primer.kit.strings import StringTable
from primer.site.strings import HelpStrings, SiteStrings

HOME = "index.md"


@dataclass(frozen=True)
class Around:
    """Links lead to addresses below the site's root; those to pages that are not there are left out."""

    help: Link | None
    """The page to which every page leads those who need help."""
    home: str
    """Where the home page is, or that of the default language."""
    home_language: str | None
    """What HTML calls the language of that page, where it is another one."""
    default_language: str | None
    """What HTML calls the default language, in which pages are that nobody wrote; None where it is this one."""
    notice: str | None
    footer: tuple[Link, ...]
    not_found: tuple[Link, ...]
    licences: Licences


def around(content: Content) -> Around:
    """Return what stands around every page in the language of ``content``."""
    settings, site = content.settings, content.strings[SiteStrings]
    help = PageLink(page=settings.help, text=_help(content.strings)) if settings.help else None
    return Around(
        help=next(_links(content, [help] if help else [], is_called_so=True), None),
        home=page_url(content.page(HOME)),
        home_language=content.other_language(content.page(HOME)),
        default_language=None if content.is_default else content.names.get(content.languages[0]),
        notice=site.notice or settings.footer.notice,
        footer=tuple(_links(content, settings.footer.links)),
        not_found=tuple(_links(content, settings.not_found.links)),
        licences=settings.licences,
    )


def _help(strings: StringTable) -> str:
    return strings[HelpStrings].link


def _links(content: Content, links: Iterable[PageLink], *, is_called_so: bool = False) -> Iterator[Link]:
    """Yield links to pages in the language of the content, or in the default one.

    The text of a link is in the default language, unless it ``is_called_so`` in that of the content.
    """
    for link in links:
        page = content.page(link.page.removeprefix("/"))
        if page not in content.pages:
            continue
        other = content.other_language(page)
        text = link.text if content.is_default or is_called_so or other else None
        yield Link(page_url(page), text or content.titles.of(page), other)
