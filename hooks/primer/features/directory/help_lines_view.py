"""What the fragment of help lines shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from primer.core.urls import Link, page_url, relative_url
from primer.features.directory.help_lines import HELP_LINES, Place, Service, TextNumber
from primer.features.directory.routes import ROUTES
from primer.features.directory.strings import HelpLinesStrings, PlacesStrings
from primer.features.directory.view import (
    HELP_PAGE,
    ROUTES_PAGE,
    Anchor,
    SeenView,
    SiteView,
    link_to_place,
    seen_view,
    site_view,
)
from primer.kit.content import Content


@dataclass(frozen=True)
class CallView:
    """A number to call."""

    display: str
    href: str


@dataclass(frozen=True)
class TextView:
    """A number to send a text message to, and what to send."""

    number: str
    word: str | None
    href: str


@dataclass(frozen=True)
class ServiceView:
    """A service."""

    anchor: str
    name: str
    for_whom: str
    kind: str
    call: CallView | None
    text: TextView | None
    hours: str | None
    languages: str | None
    site: SiteView | None
    seen: SeenView


@dataclass(frozen=True)
class PlaceView:
    """A place with its services."""

    id: str
    anchor: str
    name: str
    note: str | None
    services: tuple[ServiceView, ...]
    routes: Link | None


@dataclass(frozen=True)
class EmergencyView:
    """An emergency number. ``url`` leads to where it stands with its source, if that is anywhere."""

    place: str
    call: CallView
    url: str | None


def places(content: Content, base: str = "", anchor: Anchor = str) -> tuple[PlaceView, ...]:
    """Return all places in the order of the file, for the page at ``base``."""
    return tuple(_place(place, content, base, anchor) for place in content[HELP_LINES].items.values())


def emergency_numbers(content: Content, base: str) -> tuple[EmergencyView, ...]:
    """Return the emergency numbers of all places, for the page at ``base``."""
    known = HELP_PAGE in content.pages
    return tuple(
        EmergencyView(
            place=service.part or place.name,
            call=_call(service.call),
            url=relative_url(f"{page_url(HELP_PAGE)}#{service.id}", base) if known else None,
        )
        for place in content[HELP_LINES].items.values()
        for service in place.services
        if service.kind == "emergency" and service.call
    )


def _place(place: Place, content: Content, base: str, anchor: Anchor) -> PlaceView:
    own = anchor(place.id)
    title = content.strings[PlacesStrings].routes.format(place=place.name)
    return PlaceView(
        id=place.id,
        anchor=own,
        name=place.name,
        note=place.note,
        services=tuple(_service(service, content, anchor) for service in place.services),
        routes=link_to_place(ROUTES_PAGE, place.id, title, content, base)
        if place.id in content[ROUTES].items
        else None,
    )


def _service(service: Service, content: Content, anchor: Anchor) -> ServiceView:
    return ServiceView(
        anchor=anchor(service.id),
        name=service.name,
        for_whom=service.for_whom,
        kind=content.strings[HelpLinesStrings].kind(service.kind),
        call=_call(service.call) if service.call else None,
        text=_text(service.text) if service.text else None,
        hours=service.hours,
        languages=service.languages,
        site=site_view(service.site),
        seen=seen_view(service, content.locale),
    )


def _call(number: str) -> CallView:
    return CallView(number, f"tel:{_digits(number)}")


def _text(text: TextNumber) -> TextView:
    return TextView(text.number, text.word, f"sms:{_digits(text.number)}")


def _digits(number: str) -> str:
    """Return a number as a telephone dials it: RFC 3966 allows no spaces, and letters stand for their keys.

    Left out are the '(0)' of '+44 (0)20 …', and the digits in brackets that repeat letters: '1-800-HELP (4357)'.
    """
    keys = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
    number = number.replace("(0)", "") if number.startswith("+") else number
    number = re.sub(r"\([^()]*\)$", "", number) if re.search("[A-Z]", number) else number
    return "".join(c for c in number.translate(keys) if c.isdigit() or c == "+")
