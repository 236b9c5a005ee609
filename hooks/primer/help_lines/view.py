"""What the fragment of help lines shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from primer.content import Content
from primer.help_lines.model import Service, TextNumber
from primer.view import Day, day


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
class SiteView:
    """A service's own site."""

    url: str
    host: str


@dataclass(frozen=True)
class ServiceView:
    """A service."""

    id: str
    name: str
    for_whom: str
    kind: str
    call: CallView | None
    text: TextView | None
    hours: str | None
    languages: str | None
    site: SiteView | None
    evidence: str
    seen_by: str | None
    seen_on: Day | None


@dataclass(frozen=True)
class PlaceView:
    """A place with its services."""

    id: str
    name: str
    note: str | None
    services: tuple[ServiceView, ...]


def places(content: Content) -> tuple[PlaceView, ...]:
    """Return all places in the order of the file."""
    return tuple(
        PlaceView(place.id, place.name, place.note, tuple(_service(service, content) for service in place.services))
        for place in content.help_lines
    )


def _service(service: Service, content: Content) -> ServiceView:
    strings = content.strings
    return ServiceView(
        id=service.id,
        name=service.name,
        for_whom=service.for_whom,
        kind=strings.help_lines.kind(service.kind),
        call=CallView(service.call, f"tel:{_digits(service.call)}") if service.call else None,
        text=_text(service.text) if service.text else None,
        hours=service.hours,
        languages=service.languages,
        site=SiteView(service.site, urlsplit(service.site).netloc.removeprefix("www.")) if service.site else None,
        evidence=service.evidence,
        seen_by=service.seen_by,
        seen_on=day(service.seen_on, strings.site.locale) if service.seen_on else None,
    )


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
