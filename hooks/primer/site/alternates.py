"""Lead from a page to the same page in other languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from primer.core.languages import Language
from primer.core.urls import Link, absolute_url, page_url, relative_url
from primer.kit.content import Content
from primer.site.around import HOME
from primer.site.languages import name_of

ANY = "x-default"
"""What search engines call the version for readers whose language a page is not in."""


class Alternate(NamedTuple):
    """A page in a language, as HTML names that, at a whole address."""

    language: str
    address: str


def alternates(page: str, content: Content, site_url: str | None) -> tuple[Alternate, ...]:
    """Return the page in each language that has it, itself included, and the one for everybody else.

    Nothing is returned of a page in one language alone, nor where the address of the site is not known. ``content`` is
    that in the default language.
    """
    versions = content.versions_of(page)
    if site_url is None or len(versions) < 2:
        return ()
    found = [
        Alternate(_in(language, content).language, absolute_url(site_url, page_url(path)) or "")
        for language, path in versions.items()
    ]
    return (*found, found[0]._replace(language=ANY)) if content.languages[0] in versions else tuple(found)


def switch(page: str, content: Content) -> tuple[Link, ...]:
    """Return the ways from a page to each other language that has pages: links from the page.

    One leads to the same page and is called by the language; where there is none, to the home page of the language.
    Where there is no such page either, it leads to the page for help and is called like it.
    """
    return tuple(_ways(page, content))


def _ways(page: str, content: Content) -> Iterator[Link]:
    versions, base = content.versions_of(page), page_url(page)
    for language in content.languages:
        if language == content.language_of(page):
            continue
        own, help = _in(language, content), (content.settings.help or HOME).removeprefix("/")
        path = versions.get(language) or own.page(HOME)
        if content.language_of(path) == language:
            yield Link(relative_url(page_url(path), base), name_of(language), own.language)
        elif (path := own.own(help)) in content.pages:
            yield Link(relative_url(page_url(path), base), content.titles.of(path), own.language)


def _in(language: Language, content: Content) -> Content:
    """Return the content in a language."""
    return content.others.get(language, content)
