"""What a feature gets to know of one build when it renders."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from primer.core.cache import Cache
from primer.core.languages import Language, language_of
from primer.core.sorting import sort_key
from primer.core.urls import Link, page_url, relative_url
from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Templates

T = TypeVar("T")


@dataclass
class RenderedPages:
    """Every page rendered so far, by its path below the docs folder."""

    by_path: dict[str, CurrentPage] = field(default_factory=dict)
    languages: tuple[Language, ...] = ()
    """The languages in which there are pages, the default one first."""

    def __getitem__(self, path: str) -> CurrentPage:
        return self.by_path[path]

    def __iter__(self) -> Iterator[CurrentPage]:
        return iter(self.by_path.values())

    def add(self, page: CurrentPage) -> None:
        """Keep a page that is about to be rendered."""
        self.by_path[page.src_uri] = page

    def used(self, kind: str) -> set[str]:
        """Return the ids of all things of a kind that some page uses."""
        return {id for page in self for id in page.used(kind)}

    def links_to_users(self, kinds: tuple[str, ...], src_uri: str, language: str) -> dict[str, list[Link]]:
        """Return for each thing of these kinds links to the pages that use it, for the page ``src_uri`` to list.

        Those are pages in its own language.
        """
        base = page_url(src_uri)
        found: dict[str, list[Link]] = {}
        for page in sorted(self._beside(src_uri), key=lambda page: (sort_key(page.title, language), page.src_uri)):
            for id in dict.fromkeys(id for kind in kinds for id in page.used(kind)):
                found.setdefault(id, []).append(Link(relative_url(page.url, base), page.title))
        return found

    def _beside(self, src_uri: str) -> Iterator[CurrentPage]:
        """Yield the pages in the language of another."""
        if len(self.languages) < 2:
            return iter(self)
        own = language_of(src_uri, self.languages)
        return (page for page in self if language_of(page.src_uri, self.languages) == own)


@dataclass(frozen=True)
class Context:
    """One build, as features see it. ``site_url`` is where readers will find the site; None where nobody knows.

    ``today`` is the day of the build: what a page says of something's age holds for that day.
    """

    content: Content
    templates: Templates
    today: datetime.date
    site_url: str | None = None
    overrides: Path | None = None
    """The folder of what the site puts in place of the engine's templates and assets."""
    cache: Cache = field(default_factory=Cache, repr=False)
    """What earlier builds made."""
    pages: RenderedPages = field(default_factory=RenderedPages)
    made: dict[Callable[[Content], Any], Any] = field(default_factory=dict, repr=False)
    """What was made of the content so far, by what makes it."""
    site_name: str = ""
    """What the site is called."""
    others: Mapping[Language, Context] = field(default_factory=dict, repr=False)
    """The same build in each language but the default one; the default one's context alone holds them."""

    def of(self, src_uri: str) -> Context:
        """Return the build as a page sees it: in its language."""
        return self.others.get(self.content.language_of(src_uri), self) if self.others else self

    def once(self, make: Callable[[Content], T]) -> T:
        """Return what ``make`` makes of the content; it is asked once a build."""
        if make not in self.made:
            self.made[make] = make(self.content)
        result: T = self.made[make]
        return result
