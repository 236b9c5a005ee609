"""Taking pages along as a feature: what stands at their foot, and a fence that lists the ways to some."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup

from primer.core.diagnostics import did_you_mean
from primer.core.model import Model, Slug
from primer.core.validation import validate
from primer.core.yaml import Document
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer, unreadable
from primer.site.sharing.strings import SharingStrings
from primer.site.sharing.view import link_view


class SharePlacement(Model):
    """The settings of a fence ``share``: the ids of the pages that it lists; without them, the page that it is on."""

    noun: ClassVar[str] = "the settings of pages to share"

    pages: tuple[Slug, ...] = ()


class Sharing(Feature):
    """What readers take along of a page."""

    name = "sharing"
    placed = ("share",)
    strings = (SharingStrings,)

    @property
    def folder(self) -> Path:
        """The folder of this module."""
        return Path(__file__).parent

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``share``."""
        return {"share": lambda page, document: _shared(page, document, context)}


def _shared(page: CurrentPage, document: Document, context: Context) -> Markup:
    """Place a list of pages. What is sensitive among them is known once every page is rendered."""
    content = context.content
    wanted = validate(SharePlacement, document, "placement", page.report)
    if wanted is None:
        return unreadable(context.templates)
    language = content.language_of(page.src_uri)
    ids = {content.id_of(one): one for one in sorted(content.pages) if content.language_of(one) == language}
    for index, id in enumerate(wanted.pages):
        if id not in ids:
            location = document.location_of("pages", index)
            page.report.add(location, f"there is no page '{id}'", "placement-unknown-page", did_you_mean(id, ids))
    found = [ids[id] for id in wanted.pages if id in ids] if wanted.pages else [page.src_uri]

    def part() -> Markup:
        views = [link_view(context.pages[one], context, page.url) for one in found]
        return page.exclude_from_search(context.templates.render("site/sharing/list.html", pages=views))

    return page.defer(part)
