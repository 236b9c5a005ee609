"""Place a figure where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.diagnostics import Problem, did_you_mean
from primer.figures.model import FigurePlacement
from primer.figures.view import figure_dom, figure_texts, figure_view
from primer.fragments import Fragments
from primer.placement import Placer, settings
from primer.source.yaml import Document


def place_figure(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``figure``."""
    words = content.strings.missing

    def place(page: CurrentPage, document: Document) -> Markup:
        placement = settings(FigurePlacement, "figure", page, document)
        if placement is None:
            return fragments.render("missing.html", message=words.settings)
        id = placement.id
        if id not in content.figures:
            if id not in content.broken_figures:
                problem = Problem(f"there is no figure '{id}'", "figure-unknown", did_you_mean(id, content.figures))
                page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.figure.format(id=id))
        if id in page.use.figures:
            problem = Problem(f"the figure '{id}' is on this page already", "figure-twice", "remove one of the two")
            page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.figure_twice.format(id=id))
        page.use.figures[id] = None
        for text in figure_texts(content.figures[id]):
            for citation in content.text.citations(text):
                page.use.data_sources.setdefault(citation.reference)
        page.use.anchors.add(figure_dom(id))
        return fragments.render("figure.html", figure=figure_view(id, content, page.url))

    return place
