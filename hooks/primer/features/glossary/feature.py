"""Place the glossary where a page asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.features.glossary.model import TermId
from primer.features.glossary.view import glossary_letters
from primer.kit.placement import Placer, without_settings
from primer.core.dates import Link


def place_glossary(
    content: Content, fragments: Fragments, used_on: Callable[[str], Mapping[TermId, Iterable[Link]]]
) -> Placer:
    """Return what answers a fence ``glossary``. It shows where each term is used, so every page must be known."""

    def place(page: CurrentPage) -> Markup:
        page.use.glossary = True
        page.use.anchors |= {*content.terms, *content.broken_terms}
        return page.promise(
            lambda: fragments.render(
                "glossary.html", letters=glossary_letters(content, page.src_uri, used_on(page.src_uri))
            )
        )

    return without_settings(place)
