"""Place routes where a page asks for them."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.core.diagnostics import did_you_mean
from primer.kit.templates import Fragments
from primer.kit.placement import Placer
from primer.features.directory.routes import RoutesPlacement
from primer.features.directory.routes_view import route_places, wanted_routes
from primer.core.validation import validate
from primer.core.yaml import Document


def place_routes(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``routes``."""
    words = content.strings

    def place(page: CurrentPage, document: Document) -> Markup:
        wanted = validate(RoutesPlacement, document, "routes", page.report)
        if wanted is None:
            return fragments.render("missing.html", message=words.missing.settings)
        if wanted.place is not None and wanted.place not in content.routes:
            if wanted.place not in content.broken_routes:
                hint = did_you_mean(wanted.place, content.routes)
                message = f"there are no routes for a place '{wanted.place}'"
                page.report.say(document.place("place"), message, "routes-unknown-place", hint)
            return fragments.render("missing.html", message=words.missing.routes.format(place=wanted.place))
        page.use.places = True
        for _, routes in wanted_routes(content, wanted):
            for route in routes:
                page.cite(route, content.text)
        return fragments.render(
            "routes.html",
            places=route_places(content, wanted, page.url, page.free_id),
            label=words.routes.kind(wanted.kind) if wanted.kind else words.routes.all,
            is_part=wanted.kind is not None,
        )

    return place
