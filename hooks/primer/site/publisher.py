"""Place who publishes the site where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.kit.placement import Placer, without_settings


def place_publisher(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``publisher``."""

    def place(page: CurrentPage) -> Markup:
        return fragments.render("publisher.html", publisher=content.publisher)

    return without_settings(place)
