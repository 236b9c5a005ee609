"""What every site has, in the form of a feature: its strings, who publishes it, and the ledger of its addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from markupsafe import Markup

from primer.core.languages import Language, ledger_file
from primer.core.validation import validate
from primer.core.yaml import Document
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.drawing import DRAWING, DRAWINGS, DrawingFiles
from primer.kit.feature import CATALOGUE_STYLE, Feature
from primer.kit.level_cards import STYLE as LEVEL_CARDS
from primer.kit.levels import LevelStrings
from primer.kit.page import CurrentPage
from primer.kit.placement import EmptyPlacement, Placer, only_once, without_settings
from primer.kit.sources import DataFolder, Key, OneFile, Single, Source
from primer.kit.strings import AdmonitionStrings, MarkdownStrings, MissingStrings
from primer.kit.texts import AnchorLink
from primer.publish.contrast import TOKENS
from primer.publish.material import CODE, EVERY_PAGE, WRITTEN
from primer.site.changes import CHANGES_FILE
from primer.site.models import Ledger, Publisher, ledger_model
from primer.site.search import SEARCH_FILE, check_search_words
from primer.site.settings import SETTINGS_FILE, check_settings
from primer.site.strings import (
    ExtrasStrings,
    HelpStrings,
    LeaveStrings,
    NotFoundStrings,
    PageStrings,
    PublisherStrings,
    SiteStrings,
    TokenStrings,
)
from primer.site.tokens import SHEET, tokens_in
from primer.site.wanted import COPYING, FORMULA_STYLE, RIGHT_TO_LEFT, SCROLLING

TOKENS_STYLE = "swatches.css"
WORDS_PAGE = "words"
"""The page to which words beside a text lead, for more of them."""

PUBLISHER: Key[Single[Publisher]] = Key("publisher")
LEDGER: Key[Single[Ledger]] = Key("ledger")
NOT_FOUND = "lost"
"""The drawing of the page that is shown for one that is not there."""


class Basics(Feature):
    """What every site has. ``features`` are the others."""

    name = "site"
    placed = ("publisher", "tokens")
    styles = (LEVEL_CARDS, FORMULA_STYLE, CODE, WRITTEN, CATALOGUE_STYLE, TOKENS_STYLE, RIGHT_TO_LEFT)
    styles_below: ClassVar = {EVERY_PAGE: (TOKENS, "base.css", "parts.css", "layout.css", "print.css")}
    scripts = (SCROLLING, COPYING)
    drawings = (NOT_FOUND,)
    pages = (WORDS_PAGE,)
    strings = (
        SiteStrings,
        PageStrings,
        HelpStrings,
        LeaveStrings,
        NotFoundStrings,
        PublisherStrings,
        ExtrasStrings,
        TokenStrings,
        AdmonitionStrings,
        MarkdownStrings,
        MissingStrings,
        LevelStrings,
    )

    def __init__(self, features: tuple[Feature, ...], languages: tuple[Language, ...] = ()) -> None:
        self._features = features
        self._sources: list[Source[Any]] = [
            SETTINGS_FILE,
            OneFile(PUBLISHER, "publisher.yml", Publisher, "publisher"),
            OneFile(LEDGER, "permalinks.yml", ledger_model(features), "ledger"),
            CHANGES_FILE,
            SEARCH_FILE,
            DrawingFiles(DRAWINGS, "drawings"),
        ]
        for one in languages[1:]:
            self._sources.append(OneFile(ledger_of(one), ledger_file(one), Ledger, "ledger", has_schema=False))

    @property
    def sources(self) -> Sequence[Source[Any]]:  # type: ignore[override]  # the ledger depends on the features
        """The files of the site."""
        return self._sources

    @property
    def folder(self) -> Path:
        """The folder of this module."""
        return Path(__file__).parent

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what the settings name and is not there."""
        check_settings(content, (*self._features, self), folder.report)
        for file in content[DRAWINGS].values():
            folder.report.extend(file.report)
        yield from check_search_words(content, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``publisher`` and ``tokens``."""

        def place(page: CurrentPage, document: Document) -> Markup:
            validate(EmptyPlacement, document, "placement", page.report)
            if context.content[PUBLISHER] == Single():
                hint = "write publisher.yml in the data folder, with 'name: …'; 'name: null' says that nobody is named"
                page.report.add(
                    document.location_of(), "nobody says who publishes this site", "publisher-missing", hint
                )
            return context.templates.render("site/publisher.html", publisher=publisher_of(context.content))

        def show_tokens(page: CurrentPage) -> Markup:
            page.assets |= {TOKENS_STYLE}
            own = context.overrides / "assets" / TOKENS if context.overrides else SHEET
            found = tokens_in(own if own.is_file() else SHEET)
            return context.templates.render("site/tokens.html", tokens=found)

        return {"publisher": place, "tokens": only_once("tokens", context.templates, without_settings(show_tokens))}

    def notes(self, context: Context) -> Iterator[str]:
        """Yield the drawings that stand nowhere."""
        asked = {name for feature in (self, *self._features) for name in feature.drawings}
        used = asked | context.pages.used(DRAWING)
        if unused := [name for name in context.content[DRAWINGS] if name not in used]:
            yield f"Drawings that stand nowhere: {', '.join(unused)}"


def ledger_of(language: Language) -> Key[Single[Ledger]]:
    """Return the key to the ledger of addresses of a language."""
    return Key(f"{LEDGER.name} {language.root}".strip())


def publisher_of(content: Content) -> Publisher:
    """Return who publishes the site; without a readable file, nobody is named."""
    return content[PUBLISHER].item or Publisher()


def leave_to(content: Content) -> str | None:
    """Return the neutral page to which readers leave the site; None where nobody names one."""
    return content.settings.leave_to or publisher_of(content).leave_to
