"""Place a guide, or the list of all guides, where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.features.guide.view import guide_anchors, guide_summaries, guide_view
from primer.kit.placement import Named, Placer, by_id, without_settings


def place_guide(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``guide``."""
    words = content.strings.missing
    guides = Named(
        noun="guide",
        known=content.guides,
        broken=content.broken_guides,
        used=lambda use: use.guides,
        missing=words.guide,
        again=words.guide_twice,
    )

    def place(page: CurrentPage, id: str) -> Markup:
        guide = content.guides[id]
        page.sensitive |= guide.sensitive
        page.cite(guide, content.text)
        page.use.anchors |= guide_anchors(id, guide)
        return page.promise(lambda: fragments.render("guide.html", guide=guide_view(id, content, page.src_uri)))

    return by_id(guides, fragments, words.settings, place)


def place_guides(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``guides``."""

    def place(page: CurrentPage) -> Markup:
        page.use.anchors |= set(content.guides)
        return fragments.render("guides.html", guides=guide_summaries(content, page.src_uri))

    return without_settings(place)
