"""What the fragment of routes shows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from markupsafe import Markup

from primer.core.urls import Link
from primer.features.directory.age import printed_route
from primer.features.directory.help_lines import HELP_LINES, Place
from primer.features.directory.routes import ROUTES, Route, RouteKind, RoutesPlacement
from primer.features.directory.strings import PlacesStrings, RoutesStrings
from primer.features.directory.view import (
    Anchor,
    Prose,
    SeenView,
    SiteView,
    help_page,
    link_to_place,
    seen_view,
    site_view,
)
from primer.kit.content import Content
from primer.text.inline import as_typed

_KINDS: tuple[str, ...] = get_args(RouteKind)


@dataclass(frozen=True)
class RouteView:
    """A route. What is ``past`` was seen too long ago to be printed."""

    anchor: str
    name: str
    text_html: Markup | None
    is_text_past: bool
    deadline_html: Markup | None
    is_deadline_past: bool
    site: SiteView | None
    seen: SeenView


@dataclass(frozen=True)
class KindView:
    """The routes of one kind in a place."""

    title: str
    routes: tuple[RouteView, ...]


@dataclass(frozen=True)
class PlaceView:
    """A place with its routes."""

    id: str
    anchor: str
    name: str
    note_html: Markup | None
    kinds: tuple[KindView, ...]
    help_lines: Link | None


def wanted_routes(content: Content, wanted: RoutesPlacement) -> list[tuple[Place, list[Route]]]:
    """Return the places that have what is wanted, in the order of the help lines, with their routes."""
    found = []
    for place in content[HELP_LINES].items.values():
        here = content[ROUTES].items.get(place.id)
        chosen = [route for route in here.routes if wanted.kind in (None, route.kind)] if here else []
        if chosen and wanted.place in (None, place.id):
            found.append((place, chosen))
    return found


def route_places(
    content: Content, wanted: RoutesPlacement, base: str, anchor: Anchor, prose: Prose, today: datetime.date
) -> tuple[PlaceView, ...]:
    """Return what is wanted for the page at ``base``; a place is shown whole unless a kind is wanted."""
    whole = wanted.kind is None
    notes = {place.id: place.note for place in content[ROUTES].items.values()} if whole else {}
    return tuple(
        PlaceView(
            id=place.id,
            anchor=anchor(place.id),
            name=place.name,
            note_html=prose(as_typed(note)) if (note := notes.get(place.id)) else None,
            kinds=tuple(_kinds(routes, content, anchor, prose, today)),
            help_lines=_help_lines(place, content, base) if whole else None,
        )
        for place, routes in wanted_routes(content, wanted)
    )


def _help_lines(place: Place, content: Content, base: str) -> Link | None:
    title = content.strings[PlacesStrings].help_lines.format(place=place.name)
    return link_to_place(help_page(content), place.id, title, base)


def _kinds(routes: list[Route], content: Content, anchor: Anchor, prose: Prose, today: datetime.date) -> list[KindView]:
    ordered = sorted(routes, key=lambda route: _KINDS.index(route.kind))
    return [
        KindView(
            content.strings[RoutesStrings].kind(kind),
            tuple(_route(route, content, anchor, prose, today) for route in group),
        )
        for kind, group in groupby(ordered, key=lambda route: route.kind)
    ]


def _route(route: Route, content: Content, anchor: Anchor, prose: Prose, today: datetime.date) -> RouteView:
    printed = printed_route(route, today)
    return RouteView(
        anchor=anchor(route.id),
        name=route.name,
        text_html=prose(content.text.parsed(printed.text)) if printed.text else None,
        is_text_past=printed.text != route.text,
        deadline_html=prose(content.text.parsed(printed.deadline)) if printed.deadline else None,
        is_deadline_past=printed.deadline != route.deadline,
        site=site_view(route.site),
        seen=seen_view(route, content.locale),
    )
