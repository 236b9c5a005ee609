"""The Python-Markdown extension: it places what fences name, and lets each feature add its processors."""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions import Extension

from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.lead import LeadEnd
from primer.kit.page import CurrentPage
from primer.kit.placement import PRIORITY, Placements

LEAD_END = 2
"""After all processors of features, which change headings and what is in them; before MkDocs makes links relative."""


class PrimerExtension(Extension):
    """Renders what features add to pages. Call ``now_on`` before each page."""

    def __init__(self, features: Sequence[Feature], context: Context) -> None:
        super().__init__()
        self._features = features
        self._context = context
        self._current: CurrentPage | None = None
        self._placers = {name: placer for feature in features for name, placer in feature.fences(context).items()}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        md.preprocessors.register(Placements(md, self._placers, self._page), "primer-placements", PRIORITY)
        for feature in self._features:
            feature.extend_markdown(md, self._context, self._page)
        md.treeprocessors.register(LeadEnd(md, self._page), "primer-lead-end", LEAD_END)

    def now_on(self, page: CurrentPage) -> None:
        """Say which page is rendered next."""
        self._current = page
        self._context.pages.add(page)

    def _page(self) -> CurrentPage | None:
        return self._current
