"""Place the assignment builder, or the codes of all quizzes, where a page asks for them."""

from __future__ import annotations

from markupsafe import Markup

from primer.features.assignment.view import choices, codes
from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.kit.placement import Placer, without_settings


def place_builder(content: Content, fragments: Fragments, site_url: str | None) -> Placer:
    """Return what answers a fence ``assignment-builder``."""

    def place(page: CurrentPage) -> Markup:
        page.use.assignments = True
        return fragments.render(
            "assignment-builder.html",
            quizzes=choices(content, page.src_uri),
            root=f"{site_url.rstrip('/')}/" if site_url else None,
        )

    return without_settings(place)


def place_codes(content: Content, fragments: Fragments, site_url: str | None) -> Placer:
    """Return what answers a fence ``quiz-codes``."""

    def place(page: CurrentPage) -> Markup:
        page.use.assignments = True
        found = codes(content, page.src_uri, site_url) if site_url else None
        return fragments.render("quiz-codes.html", codes=found)

    return without_settings(place)
