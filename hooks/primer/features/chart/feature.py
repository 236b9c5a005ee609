"""Place a figure where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.features.chart.view import figure_dom, figure_view
from primer.kit.templates import Fragments
from primer.kit.placement import Named, Placer, by_id


def place_figure(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``figure``."""
    words = content.strings.missing
    figures = Named(
        noun="figure",
        known=content.figures,
        broken=content.broken_figures,
        used=lambda use: use.figures,
        missing=words.figure,
        again=words.figure_twice,
    )

    def place(page: CurrentPage, id: str) -> Markup:
        figure = content.figures[id]
        page.cite(figure, content.text)
        sources = (row.finding.partition(":")[0] for rows in figure.rows.values() for row in rows)
        page.use.data_sources |= dict.fromkeys(source for source in sources if source in content.references)
        page.use.anchors.add(figure_dom(id))
        return fragments.render("figure.html", figure=figure_view(id, content, page.url))

    return by_id(figures, fragments, words.settings, place)
