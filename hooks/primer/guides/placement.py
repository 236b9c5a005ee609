"""Place a guide, or the list of all guides, where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.diagnostics import Problem, did_you_mean
from primer.fragments import Fragments
from primer.guides.model import GuidePlacement
from primer.guides.view import guide_anchors, guide_summaries, guide_texts, guide_view
from primer.placement import Placer, settings, without_settings
from primer.source.yaml import Document


def place_guide(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``guide``."""
    words = content.strings.missing

    def place(page: CurrentPage, document: Document) -> Markup:
        placement = settings(GuidePlacement, "guide", page, document)
        if placement is None:
            return fragments.render("missing.html", message=words.settings)
        id = placement.id
        if id not in content.guides:
            if id not in content.broken_guides:
                problem = Problem(f"there is no guide '{id}'", "guide-unknown", did_you_mean(id, content.guides))
                page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.guide.format(id=id))
        if id in page.use.guides:
            problem = Problem(
                f"the guide '{id}' is on this page already", "guide-twice", "remove one of the two fences"
            )
            page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.guide_twice.format(id=id))
        page.use.guides[id] = None
        page.use.anchors |= guide_anchors(id, content.guides[id])
        page.cite(guide_texts(content.guides[id]), content.text)
        return page.promise(lambda: fragments.render("guide.html", guide=guide_view(id, content, page.src_uri)))

    return place


def place_guides(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``guides``."""

    def place(page: CurrentPage) -> Markup:
        page.use.anchors |= set(content.guides)
        return fragments.render("guides.html", guides=guide_summaries(content, page.src_uri))

    return without_settings(place)
