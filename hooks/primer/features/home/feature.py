"""The home page as a feature: a fence that places what its file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from markupsafe import Markup

from primer.core.validation import validate
from primer.core.yaml import Document
from primer.features.home.check import check_home
from primer.features.home.model import HOME, Home
from primer.features.home.strings import HomeStrings
from primer.features.home.view import home_view
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.drawing import DRAWING, DRAWINGS, decoration
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import EmptyPlacement, Placer, missing, only_once
from primer.kit.sources import DataFolder, OneFile
from primer.kit.texts import AnchorLink

FENCE = "home"


class HomePage(Feature):
    """A page that leads readers from their worry to one page."""

    name = "home"
    translated = sources = (OneFile(HOME, "home.yml", Home, FENCE),)
    strings = (HomeStrings,)
    placed = (FENCE,)
    shows: ClassVar = {FENCE: HOME}
    styles = ("home.css",)
    scripts = ("home.js",)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what on the home page leads nowhere, and drawings that are not there."""
        home, drawings = content[HOME], f"{folder.label}/drawings"
        if home.item and home.document:
            yield from check_home(home.item, home.document, content.text, content[DRAWINGS], drawings, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``home``."""
        return {FENCE: only_once(FENCE, context.templates, lambda page, document: _place(page, document, context))}

    def beside_title(self, page: CurrentPage, content: Content) -> Markup:
        """Return the drawing of the card that leads to a page."""
        home = content[HOME].item
        for card in home.worries.cards if home else ():
            if card.at_title and card.page == f"/{page.src_uri}":
                return decoration(content[DRAWINGS], card.drawing, "draw--title")
        return Markup()


FEATURE = HomePage()


def _place(page: CurrentPage, document: Document, context: Context) -> Markup:
    content, templates = context.content, context.templates
    validate(EmptyPlacement, document, "placement", page.report)
    home = content[HOME].item
    if home is None:
        if not content[HOME].is_broken:
            hint = "write home.yml in the data folder"
            page.report.add(document.location_of(), "there is no home page", "home-missing", hint)
        return missing(templates, content.strings[HomeStrings].missing)
    page.assets |= {"home.css", "home.js"}
    page.anchors |= {id for id, _ in home.ids}
    page.has_own_search = True
    for name in (home.drawing, *(card.drawing for card in home.worries.cards)):
        page.use(DRAWING, name or "")
    page.cite(home, content.text)
    view = home_view(home, content, page.src_uri, page.title)
    return templates.render("home/home.html", home=view, lead_end=page.lead_end)
