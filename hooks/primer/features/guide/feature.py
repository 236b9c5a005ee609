"""Guides as a feature: a page each, a fence to place one, and a list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from markupsafe import Markup

from primer.features.guide.check import check_guide
from primer.features.guide.model import GUIDES, Guide, guide_page
from primer.features.guide.strings import GuideStrings
from primer.features.guide.view import guide_anchors, guide_summaries, guide_view
from primer.kit.content import Content, GeneratedPage
from primer.kit.context import Context
from primer.kit.due import Due, due_for_review
from primer.kit.feature import CATALOGUE_STYLE, Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import PlacedKind, Placer, place_by_id, without_settings
from primer.kit.sources import DataFolder, Folder, Key
from primer.kit.texts import AnchorLink

FENCE = "guide"
ASSETS = frozenset({"guide.css", "guide.js"})


class Guides(Feature):
    """Questions that lead to next steps."""

    name = "guide"
    translated = sources = (Folder(GUIDES, "guides", Guide, FENCE),)
    strings = (GuideStrings,)
    placed = ("guide", "guides")
    shows: ClassVar = {"guide": GUIDES}
    styles = ("guide.css",)
    scripts = ("guide.js",)

    def generated_pages(self, loaded: Mapping[Key[Any], Any], folder: DataFolder) -> Iterator[GeneratedPage]:
        """Yield a page for each guide."""
        guides = loaded[GUIDES]
        for id in sorted(guides.ids):
            guide = guides.items.get(id)
            file = f"{folder.label}/guides/{id}.yml"
            note = guide.content_note if guide else None
            made = GeneratedPage(guide_page(id), file, guide.title if guide else id, FENCE, id, content_note=note)
            yield made.about(guide)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in each guide."""
        guides = content[GUIDES]
        for id, guide in guides.items.items():
            yield from check_guide(guide, guides.documents[id], content.text, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``guide`` and ``guides``."""
        guides, strings = context.content[GUIDES], context.content.strings[GuideStrings]
        kind = PlacedKind(FENCE, guides.items, guides.broken, strings.missing, strings.twice)
        return {
            FENCE: place_by_id(kind, context.templates, partial(_place, context)),
            "guides": without_settings(lambda page: _catalogue(page, context)),
        }

    def due(self, content: Content) -> Iterator[Due]:
        """Yield each guide on the day by which it has to be reviewed."""
        return due_for_review(content[GUIDES].items, content[GUIDES].documents)


FEATURE = Guides()


def _place(context: Context, page: CurrentPage, id: str) -> Markup:
    content = context.content
    guide = content[GUIDES].items[id]
    page.sensitive |= guide.sensitive
    page.assets |= ASSETS
    page.anchors |= guide_anchors(id, guide)
    page.cite(guide, content.text)
    return page.defer(lambda: context.templates.render("guide/guide.html", guide=guide_view(id, content, page.src_uri)))


def _catalogue(page: CurrentPage, context: Context) -> Markup:
    page.assets |= {CATALOGUE_STYLE}
    page.anchors |= set(context.content[GUIDES].items)
    return context.templates.render("guide/catalogue.html", guides=guide_summaries(context.content, page.src_uri))
