"""Place the list of all references where a page asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.kit.placement import Placer, without_settings
from primer.features.references.model import ReferenceId
from primer.features.references.view import all_references
from primer.core.dates import Link


def place_references(
    content: Content, fragments: Fragments, used_on: Callable[[str], Mapping[ReferenceId, Iterable[Link]]]
) -> Placer:
    """Return what answers a fence ``references``. It shows where each is cited, so every page must be known."""

    def place(page: CurrentPage) -> Markup:
        page.use.anchors |= {*content.references, *content.broken_references}
        return page.promise(
            lambda: fragments.render("references.html", references=all_references(content, used_on(page.src_uri)))
        )

    return without_settings(place)
