"""What every site has, in the form of a feature: its strings, who publishes it, and the ledger of its addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from primer.core.diagnostics import Location
from primer.core.languages import Language, ledger_file
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer, without_settings
from primer.kit.sources import DataFolder, Key, OneFile, Single, Source
from primer.kit.strings import MissingStrings
from primer.kit.texts import AnchorLink
from primer.site.models import Ledger, Publisher, ledger_model
from primer.site.strings import (
    ExtrasStrings,
    HelpStrings,
    LeaveStrings,
    NotFoundStrings,
    PageStrings,
    PublisherStrings,
    SiteStrings,
)

NEUTRAL_PAGE = "https://www.bbc.co.uk/weather"  # where GOV.UK's "Exit this page" goes by default

PUBLISHER: Key[Single[Publisher]] = Key("publisher")
LEDGER: Key[Single[Ledger]] = Key("ledger")


class Basics(Feature):
    """What every site has. ``features`` are the others."""

    name = "site"
    strings = (
        SiteStrings,
        PageStrings,
        HelpStrings,
        LeaveStrings,
        NotFoundStrings,
        PublisherStrings,
        ExtrasStrings,
        MissingStrings,
    )

    def __init__(self, features: tuple[Feature, ...], languages: tuple[Language, ...] = ()) -> None:
        self._sources: list[Source[Any]] = [
            OneFile(PUBLISHER, "publisher.yml", Publisher, "publisher"),
            OneFile(LEDGER, "permalinks.yml", ledger_model(features), "ledger"),
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
        """Report a site of which nobody says who publishes it."""
        if not folder.exists("publisher.yml"):
            folder.report.add(
                Location(f"{folder.label}/publisher.yml"),
                "nobody says who publishes this site",
                "publisher-missing",
                f"write 'leave_to: {NEUTRAL_PAGE}' and, once known, 'name: …'",
            )
        yield from ()

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``publisher``."""

        def place(_: CurrentPage) -> Markup:
            return context.templates.render("site/publisher.html", publisher=publisher_of(context.content))

        return {"publisher": without_settings(place)}


def ledger_of(language: Language) -> Key[Single[Ledger]]:
    """Return the key to the ledger of addresses of a language."""
    return Key(f"{LEDGER.name} {language.root}".strip())


def publisher_of(content: Content) -> Publisher:
    """Return who publishes the site; without a readable file, nobody is named."""
    return content[PUBLISHER].item or Publisher(leave_to=NEUTRAL_PAGE)
