"""The conversation planner as a feature: a fence that places it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from markupsafe import Markup

from primer.core.validation import validate
from primer.core.yaml import Document
from primer.features.planner.check import check_planner
from primer.features.planner.model import PLANNER, Planner
from primer.features.planner.strings import PlannerStrings
from primer.features.planner.view import planner_anchors, planner_view
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import EmptyPlacement, Placer, missing, only_once
from primer.kit.sources import DataFolder, OneFile
from primer.kit.texts import AnchorLink

FENCE = "planner"
ASSETS = frozenset({"guide.css", "guide.js", "planner.css", "planner.js"})


class ConversationPlanner(Feature):
    """Building blocks of what to say, shown as a guide."""

    name = "planner"
    needs = ("guide",)
    translated = sources = (OneFile(PLANNER, "planner.yml", Planner, FENCE),)
    strings = (PlannerStrings,)
    placed = ("planner",)
    shows: ClassVar = {"planner": PLANNER}
    styles = ("planner.css",)
    scripts = ("planner.js",)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in the planner."""
        planner = content[PLANNER]
        if planner.item and planner.document:
            yield from check_planner(planner.item, planner.document, content.text, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``planner``."""
        return {FENCE: only_once(FENCE, context.templates, lambda page, document: _place(page, document, context))}


FEATURE = ConversationPlanner()


def _place(page: CurrentPage, document: Document, context: Context) -> Markup:
    content, templates = context.content, context.templates
    validate(EmptyPlacement, document, "placement", page.report)
    planner = content[PLANNER].item
    if planner is None:
        if not content[PLANNER].is_broken:
            hint = "write planner.yml in the data folder"
            page.report.add(document.location_of(), "there is no planner", "planner-missing", hint)
        return missing(templates, content.strings[PlannerStrings].missing)
    page.assets |= ASSETS
    page.anchors |= planner_anchors(planner)
    page.cite(planner, content.text)
    return page.defer(
        lambda: templates.render("planner/planner.html", guide=planner_view(planner, content, page.src_uri))
    )
