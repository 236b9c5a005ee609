"""Charts and drawings as a feature: a fence places one with the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from markupsafe import Markup

from primer.features.chart.check import check_drawings, check_figures
from primer.features.chart.model import DRAWN, FIGURE_DRAWINGS, FIGURES, Figure
from primer.features.chart.strings import FiguresStrings
from primer.features.chart.view import figure_dom, figure_view
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.drawing import DrawingFiles
from primer.kit.feature import Feature
from primer.kit.page import CITED_IN_DATA, CurrentPage
from primer.kit.placement import PlacedKind, Placer, place_by_id
from primer.kit.sources import DataFolder, ListFile
from primer.kit.texts import AnchorLink

FENCE = "figure"


class Charts(Feature):
    """Drawings, and charts whose geometry is computed from findings."""

    name = "chart"
    translated = sources = (
        ListFile(FIGURES, "figures.yml", Figure, FENCE),
        DrawingFiles(FIGURE_DRAWINGS, "figures", DRAWN),
    )
    strings = (FiguresStrings,)
    placed = ("figure",)
    shows: ClassVar = {"figure": FIGURES}
    styles = ("figure.css",)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in the figures and their drawings."""
        check_drawings(content[FIGURES], content[FIGURE_DRAWINGS], folder)
        return check_figures(content[FIGURES], content.text, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``figure``."""
        figures, strings = context.content[FIGURES], context.content.strings[FiguresStrings]
        kind = PlacedKind(FENCE, figures.items, figures.broken, strings.missing, strings.twice)
        return {FENCE: place_by_id(kind, context.templates, partial(_place, context))}

    def notes(self, context: Context) -> Iterator[str]:
        """Yield the figures that stand on no page."""
        used = context.pages.used(FENCE)
        if unused := [id for id in context.content[FIGURES].items if id not in used]:
            yield f"Figures that stand on no page: {', '.join(unused)}"


FEATURE = Charts()


def _place(context: Context, page: CurrentPage, id: str) -> Markup:
    content = context.content
    figure = content[FIGURES].items[id]
    page.assets |= {"figure.css"}
    page.cite(figure, content.text)
    for source in (row.finding.partition(":")[0] for rows in figure.rows.values() for row in rows):
        if source in content.text.citables.known:
            page.use(CITED_IN_DATA, source)
    page.anchors.add(figure_dom(id))
    page.on_request.add("drawn")
    return context.templates.render("chart/figure.html", figure=figure_view(id, content, page.url))
