"""Place the assignment builder, or the codes of all quizzes, where a page asks for them."""

from __future__ import annotations

from markupsafe import Markup

from primer.assignments.view import choices, codes
from primer.content import Content
from primer.current import CurrentPage
from primer.fragments import Fragments
from primer.placement import Placer, without_settings

_FIELDS = ("quiz", "draw", "draw-hint", "draw-error", "seed", "seed-hint", "exam-hint", "instructions")
BUILDER_IDS = frozenset(f"assignment-{name}" for name in (*_FIELDS, "link", "link-title", "frame", "frame-hint"))
"""The ids that the assignment builder brings to a page."""


def place_builder(content: Content, fragments: Fragments, site_url: str | None) -> Placer:
    """Return what answers a fence ``assignment-builder``."""

    def place(page: CurrentPage) -> Markup:
        page.use.assignments = True
        page.use.anchors |= BUILDER_IDS
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
