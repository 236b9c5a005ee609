"""What a page says in short, as a feature: a field of front matter, and a panel above the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

from markdown import Markdown
from markupsafe import Markup
from pydantic import Field

from primer.core.diagnostics import Report
from primer.core.yaml import Document
from primer.features.in_short.check import FIELD, check_short
from primer.features.in_short.model import InShort
from primer.features.in_short.placing import InShortPanel
from primer.features.in_short.strings import InShortStrings
from primer.features.in_short.view import in_short_view
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.feature import Feature, PageField
from primer.kit.page import CurrentPage
from primer.kit.texts import AnchorLink

HOVER = "what the page answers, in two to four points and a button, right below its title"
STYLE = "in-short.css"
PANEL = 4  # after attributes were given (attr_list 8), before terms are linked (3), which are linked here, too


class InShortFeature(Feature):
    """The answer of a page in a few points, and one button."""

    name = "in_short"
    strings = (InShortStrings,)
    styles = (STYLE,)
    page_field = PageField(FIELD, Annotated[InShort | None, Field(description=HOVER)], None, is_read=True)

    def check_page(
        self, value: object, document: Document, src_uri: str, content: Content, report: Report
    ) -> Iterator[AnchorLink]:
        """Report links that lead nowhere, and what else is wrong in the texts."""
        if isinstance(value, InShort):
            yield from check_short(value, document, src_uri, content.text, report)

    def extend_markdown(self, md: Markdown, context: Context, current: Callable[[], CurrentPage | None]) -> None:
        """Put the panel above the text."""
        panel = InShortPanel(md, current, lambda page: _panel(page, context))
        md.treeprocessors.register(panel, "primer-in-short", PANEL)


FEATURE = InShortFeature()


def _panel(page: CurrentPage, context: Context) -> Markup | None:
    short = page.settings.get(FIELD)
    if not isinstance(short, InShort):
        return None
    page.says_in_short = True
    page.assets.add(STYLE)
    page.cite(short, context.content.text)
    view = in_short_view(short, page, context.content)
    return context.templates.render("in_short/in-short.html", short=view)
