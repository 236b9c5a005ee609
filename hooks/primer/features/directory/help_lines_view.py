"""What the fragment of help lines shows."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from primer.core.urls import Link, page_url, relative_url
from primer.features.directory.age import printed_service
from primer.features.directory.help_lines import HELP_LINES, HelpLinesPlacement, Place, Service, TextNumber
from primer.features.directory.routes import ROUTES
from primer.features.directory.strings import HelpLinesStrings, PlacesStrings
from primer.features.directory.view import (
    Anchor,
    Prose,
    SeenView,
    SiteView,
    help_page,
    link_to_place,
    routes_page,
    seen_view,
    site_view,
)
from primer.kit.content import Content
from primer.text.inline import as_typed


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
    """A service. Where it ``is_past``, its numbers were seen too long ago to be printed."""

    anchor: str
    name: str
    for_whom_html: Markup
    kind: str
    call: CallView | None
    text: TextView | None
    is_past: bool
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
    note_html: Markup | None
    services: tuple[ServiceView, ...]
    routes: Link | None


@dataclass(frozen=True)
class EmergencyView:
    """An emergency number, with the id of its place and what readers call that."""

    id: str
    place: str
    call: CallView


@dataclass(frozen=True)
class LineView:
    """A service in a short list. ``url`` leads to where all of it stands, if that is anywhere."""

    place: str
    label: str
    call: CallView | None
    text: TextView | None
    is_past: bool
    hours: str | None
    site: SiteView | None
    url: str | None


def places(content: Content, today: datetime.date, base: str, anchor: Anchor, prose: Prose) -> tuple[PlaceView, ...]:
    """Return all places in the order of the file, for the page at ``base``."""
    return tuple(_place(place, content, today, base, anchor, prose) for place in content[HELP_LINES].items.values())


def wanted_lines(content: Content, wanted: HelpLinesPlacement) -> list[tuple[Place, Service]]:
    """Return the services that are wanted, each with its country, in the order of the file."""
    return [
        (country, service)
        for country in content[HELP_LINES].items.values()
        for service in country.services
        if wanted.place in (None, country.id) and wanted.kind in (None, service.kind)
    ]


def short_list(content: Content, wanted: HelpLinesPlacement, base: str, today: datetime.date) -> tuple[LineView, ...]:
    """Return what is wanted for the page at ``base``, each called by its country where that is enough."""
    found = wanted_lines(content, wanted)
    by_country = Counter(service.part or country.name for country, service in found)
    lines = []
    for country, service in found:
        label = service.part or country.name
        if wanted.place:
            label = service.name
        elif by_country[label] > 1:
            label = f"{label}: {service.name}"
        lines.append(_line(country.id, service, label, content, base, today))
    return tuple(lines)


def emergency_numbers(content: Content) -> tuple[EmergencyView, ...]:
    """Return the emergency numbers of all places."""
    return tuple(
        EmergencyView(id=place.id, place=service.part or place.name, call=_call(service.call))
        for place in content[HELP_LINES].items.values()
        for service in place.services
        if service.kind == "emergency" and service.call
    )


def _line(place: str, service: Service, label: str, content: Content, base: str, today: datetime.date) -> LineView:
    printed = printed_service(service, today)
    return LineView(
        place=place,
        label=label,
        call=_call(printed.call) if printed.call else None,
        text=_text(printed.text) if printed.text else None,
        is_past=printed is not service,
        hours=service.hours,
        site=site_view(service.site),
        url=_url_of(service, content, base),
    )


def _url_of(service: Service, content: Content, base: str) -> str | None:
    """Return where all of a service stands, with its source."""
    page = help_page(content)
    return relative_url(f"{page_url(page)}#{service.id}", base) if page else None


def _place(place: Place, content: Content, today: datetime.date, base: str, anchor: Anchor, prose: Prose) -> PlaceView:
    own, routes = anchor(place.id), routes_page(content)
    title = content.strings[PlacesStrings].routes.format(place=place.name)
    return PlaceView(
        id=place.id,
        anchor=own,
        name=place.name,
        note_html=prose(as_typed(place.note)) if place.note else None,
        services=tuple(_service(service, content, today, anchor, prose) for service in place.services),
        routes=link_to_place(routes, place.id, title, base)
        if routes and place.id in content[ROUTES].items and not content.other_language(routes)
        else None,
    )


def _service(service: Service, content: Content, today: datetime.date, anchor: Anchor, prose: Prose) -> ServiceView:
    printed = printed_service(service, today)
    for_whom = as_typed(service.for_whom)
    has_number = printed.call or printed.text
    return ServiceView(
        anchor=anchor(service.id),
        name=service.name,
        # nothing that opens or leads away stands between a reader and a number
        for_whom_html=content.text.html(for_whom, "") if has_number else prose(for_whom),
        kind=content.strings[HelpLinesStrings].kind(service.kind),
        call=_call(printed.call) if printed.call else None,
        text=_text(printed.text) if printed.text else None,
        is_past=printed is not service,
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
