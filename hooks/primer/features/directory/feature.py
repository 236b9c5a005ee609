"""Place help lines, or the emergency numbers alone, where a page asks for them."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.features.directory.help_lines_view import emergency_numbers, places
from primer.kit.placement import Placer, without_settings


def place_help_lines(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``help-lines``."""

    def place(page: CurrentPage) -> Markup:
        page.use.places = True
        return fragments.render("help-lines.html", places=places(content, page.url, page.free_id))

    return without_settings(place)


def place_emergency_numbers(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``emergency-numbers``."""

    def place(page: CurrentPage) -> Markup:
        page.use.places = True
        return fragments.render("emergency-numbers.html", numbers=emergency_numbers(content, page.url))

    return without_settings(place)
