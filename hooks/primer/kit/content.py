"""Everything that authors wrote in data files, loaded and frozen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

from primer.core.diagnostics import Report
from primer.core.frontmatter import front_matter
from primer.core.languages import Language, embed_url, in_language, language_of, page_id, short_url
from primer.core.yaml import load
from primer.kit.settings import SETTINGS, Settings
from primer.kit.sources import Key, Single
from primer.kit.strings import StringTable
from primer.text.inline import DataText

T = TypeVar("T")

PAGE_EMBEDS = "pages"
"""The folder below ``/embed/`` of pages that somebody wrote."""


class HasSummary(Protocol):
    """What an item says of itself, for the page that is made for it."""

    @property
    def summary(self) -> str: ...
    @property
    def sources_checked(self) -> datetime.date | None: ...
    @property
    def review_by(self) -> datetime.date | None: ...


@dataclass(frozen=True)
class GeneratedPage:
    """A page that nobody wrote, made for an item of a feature."""

    path: str
    """Below the docs folder."""
    source: str
    """The file that it is made from, as messages call it."""
    title: str
    fence: str
    """The fence that is all its text, and the id of the item in it."""
    id: str
    embeds: str = PAGE_EMBEDS
    """The folder below ``/embed/`` in which its embed stands."""
    summary: str = ""
    """A description, in inline Markdown."""
    content_note: str | None = None
    sources_checked: datetime.date | None = None
    review_by: datetime.date | None = None

    def about(self, item: HasSummary | None) -> GeneratedPage:
        """Return the page with what its item says of itself; None for an item with mistakes."""
        if item is None:
            return self
        return replace(self, summary=item.summary, sources_checked=item.sources_checked, review_by=item.review_by)


@dataclass(frozen=True)
class Content:
    """What is in the data folder, and which pages there are."""

    loaded: Mapping[Key[Any], Any]
    strings: StringTable
    language: str
    """As HTML names it: ``en-GB``."""
    languages: tuple[Language, ...]
    """The languages in which there are pages, the default one first."""
    locale: str
    """The language and country by which dates are written: ``en_GB``."""
    pages: frozenset[str]
    """The path of each page below the docs folder, generated ones included."""
    generated: Mapping[str, GeneratedPage]
    """The generated pages, by path."""
    embed_folders: tuple[str, ...]
    """The folders below ``/embed/``; written pages are in the first."""
    titles: PageTitles
    text: DataText
    """What renders the texts of data files."""
    names: Mapping[Language, str] = field(default_factory=dict)
    """What HTML calls each language in which there are pages."""
    own_root: str = ""
    """Where pages of the language live in which this is, below the docs folder: empty for the default one, ``mi/``."""
    others: Mapping[Language, Content] = field(default_factory=dict, repr=False)
    """The content in each language but the default one; the default one's content alone holds them."""

    def __getitem__(self, key: Key[T]) -> T:
        """Return what the source of ``key`` loaded. Raises KeyError where its feature is not on."""
        found: T = self.loaded[key]
        return found

    @cached_property
    def settings(self) -> Settings:
        """What the site says of itself."""
        said: Single[Settings] = self.loaded.get(SETTINGS, Single())
        return said.item or Settings()

    def page(self, path: str) -> str:
        """Return where a page of the default language is in the language of this content, as far as it has it."""
        own = f"{self.own_root}{path}"
        return own if own in self.pages else path

    def own(self, path: str) -> str:
        """Return where a page of the default language is, or would be, in the language of this content."""
        return f"{self.own_root}{path}"

    def other_language(self, page: str) -> str | None:
        """Return what HTML calls the language of a page, where it is not the language of this content."""
        language = self.language_of(page)
        return None if language.root == self.own_root else self.names.get(language, language.code)

    @property
    def is_default(self) -> bool:
        """Whether this is in the default language."""
        return not self.own_root

    def versions_of(self, page: str) -> Mapping[Language, str]:
        """Return the pages that say the same in each language in which there is one, itself included."""
        own = self.language_of(page)
        path = page.removeprefix(own.root)
        found = {language: in_language(path, language) for language in self.languages}
        return {language: one for language, one in found.items() if one in self.pages}

    def id_of(self, page: str) -> str:
        """Return the id of a page, given by its path below the docs folder; unique within its language."""
        return page_id(page, self.languages)

    def short_url_of(self, page: str) -> str:
        """Return the permanent short address of a page, below the site's root."""
        return short_url(self.id_of(page), language_of(page, self.languages))

    def language_of(self, page: str) -> Language:
        """Return the language of a page."""
        return language_of(page, self.languages)

    def embed_of(self, page: str) -> str:
        """Return the address of a page's embed, below the site's root."""
        made = self.generated.get(page)
        kind = made.embeds if made else PAGE_EMBEDS
        return embed_url(kind, self.id_of(page), language_of(page, self.languages))


@dataclass
class PageTitles:
    """The titles of pages, read from their front matter when first asked for."""

    docs: Path
    generated: Mapping[str, str]
    """The titles of generated pages, by path."""
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, page: str) -> str:
        """Return the title of a page, given by its path below the docs folder; the path itself when it has none."""
        if page not in self._known:
            self._known[page] = self._read(page)
        return self._known[page]

    def _read(self, page: str) -> str:
        if page in self.generated:
            return self.generated[page]
        path = self.docs / page
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        document = load(front_matter(text) or "", page, Report())  # what is wrong with it is reported with its page
        title = document.data.get("title") if document and isinstance(document.data, Mapping) else None
        return title if isinstance(title, str) else page
