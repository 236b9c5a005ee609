"""Place the conversation planner where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.kit.placement import EmptyPlacement, Placer
from primer.features.planner.view import planner_anchors, planner_view
from primer.core.validation import validate
from primer.core.yaml import Document


def place_planner(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``planner``."""

    def place(page: CurrentPage, document: Document) -> Markup:
        validate(EmptyPlacement, document, "placement", page.report)
        planner = content.planner
        if planner is None:
            if not content.broken_planner:
                hint = "write planner.yml in the data folder"
                page.report.say(document.place(), "there is no planner", "planner-missing", hint)
            return fragments.render("missing.html", message=content.strings.missing.planner)
        page.use.planner = True
        page.use.anchors |= planner_anchors(planner)
        page.cite(planner, content.text)
        return page.promise(
            lambda: fragments.render("planner.html", guide=planner_view(planner, content, page.src_uri))
        )

    return place
