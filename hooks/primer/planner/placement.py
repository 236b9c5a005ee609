"""Place the conversation planner where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.diagnostics import Problem
from primer.fragments import Fragments
from primer.placement import EmptyPlacement, Placer, settings
from primer.planner.view import planner_anchors, planner_view
from primer.source.yaml import Document


def place_planner(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``planner``."""
    words = content.strings.missing

    def place(page: CurrentPage, document: Document) -> Markup:
        settings(EmptyPlacement, "placement", page, document)
        planner = content.planner
        if planner is None:
            if not content.broken_planner:
                problem = Problem("there is no planner", "planner-missing", "write planner.yml in the data folder")
                page.report.add(problem.at(document.place()))
            return fragments.render("missing.html", message=words.planner)
        if page.use.planner:
            problem = Problem("the planner is on this page already", "planner-twice", "remove one of the two fences")
            page.report.add(problem.at(document.place()))
            return fragments.render("missing.html", message=words.planner_twice)
        page.use.planner = True
        page.use.anchors |= planner_anchors(planner)
        page.cite(planner, content.text)
        return page.promise(
            lambda: fragments.render("planner.html", guide=planner_view(planner, content, page.src_uri))
        )

    return place
