"""Downloads on pages: the panel below each quiz, and the table of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer, only_once, without_settings
from primer.outputs.exports.downloads.strings import DownloadStrings
from primer.outputs.exports.downloads.view import Published, panel, table

STYLE = "downloads.css"
ANCHOR = "use-in-class"


class Downloads(Feature):
    """What pages say of the downloads of ``features``. Until ``published`` is known, they say that there are none."""

    name = "downloads"
    placed = ("downloads",)
    styles = (STYLE,)

    def __init__(self, features: Sequence[Feature]) -> None:
        self._features = features
        self.published: Callable[[], Published] | None = None
        self.said: dict[str, str] = {}
        """What pages say, as far as that is known, by what says it and where."""

    @property
    def folder(self) -> Path:
        """The folder of this module."""
        return Path(__file__).parent

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``downloads``."""
        placer = without_settings(lambda page: self._table(page, context))
        return {"downloads": only_once("downloads", context.templates, placer)}

    def may_bring(self, id: str, content: Content) -> bool:
        """Tell whether an id is that of the panel of a quiz."""
        return id == ANCHOR

    def beside(self, page: CurrentPage, context: Context) -> Markup:
        """Return what can be taken from the page of a quiz."""
        if not context.content.is_default or page.src_uri not in context.once(self._pages):
            return Markup()

        def said() -> Markup:
            published = self.published() if self.published else None
            quiz = next((one for one in published.quizzes if one.src_uri == page.src_uri), None) if published else None
            formats = panel(quiz, published, page.url) if quiz and published else None
            return context.templates.render("outputs/exports/downloads/panel.html", id=ANCHOR, formats=formats)

        return self._once(f"panel {page.src_uri}", said)

    def _pages(self, content: Content) -> frozenset[str]:
        return frozenset(page for feature in self._features for page in feature.exported_pages(content))

    def _table(self, page: CurrentPage, context: Context) -> Markup:
        """Place the table. What is published is known once the text of every page is rendered."""
        page.assets |= {STYLE}

        def said() -> Markup:
            words = context.content.strings[DownloadStrings]
            found = table(self.published(), page.url, words) if self.published else None
            return context.templates.render("outputs/exports/downloads/table.html", table=found)

        return page.defer(lambda: self._once(f"table {page.src_uri}", said))

    def _once(self, name: str, say: Callable[[], Markup]) -> Markup:
        if name not in self.said:
            self.said[name] = str(say())
        return Markup(self.said[name])
