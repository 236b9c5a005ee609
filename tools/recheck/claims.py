"""What should stand at which address, for everything the site prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Protocol

from tools.recheck.data import Data, HelpLine, Reference, Route
from tools.recheck.figures import figures_in
from tools.recheck.limits import limits_in
from tools.recheck.links import Link
from tools.recheck.names import Keyword, abbreviations_in, service_name, title_name
from tools.recheck.numbers import PhoneNumber

KINDS = ("help-lines", "routes", "references", "pages")
SEEN = "page where it was seen"
DOI = "https://doi.org/"
_CITED = re.compile(r"@([a-z0-9-]+)")


class Wanted(Protocol):
    """Something to look for in the text of a page."""

    @property
    def shown(self) -> str:
        """It, as a report prints it."""

    def stands_in(self, text: str) -> bool:
        """Whether a text has it."""


class Need(StrEnum):
    """How much of what is wanted a page must have."""

    ALL = "all"  # a help line's number, a limit
    SOME = "some"  # results of a study: an abstract has a few of them
    ANSWER = "answer"  # the page answers; what is wanted and missing is only remarked on
    RESOLVE = "resolve"  # a DOI leads somewhere; publishers often refuse programs


@dataclass(frozen=True)
class Claim:
    """What an entry says, and where that should stand.

    ``addresses`` are where somebody saw it; ``also`` are others where it may stand, such as the service's own site.
    """

    kind: str
    entry: str
    what: str
    need: Need
    addresses: tuple[str, ...]
    wanted: tuple[Wanted, ...] = ()
    also: tuple[str, ...] = ()


def claims(data: Data, links: Iterable[Link] = ()) -> list[Claim]:
    """Every claim, in the order of the files: help lines, routes, references, pages."""
    references = {reference.id: reference for reference in data.references}
    return [
        *chain.from_iterable(map(_help_line, data.help_lines)),
        *chain.from_iterable(_route(route, references) for route in data.routes),
        *chain.from_iterable(map(_reference, data.references)),
        *chain.from_iterable(
            _answering("pages", f"{link.file}:{link.line}", "link", (link.address,)) for link in links
        ),
    ]


def _help_line(service: HelpLine) -> Iterator[Claim]:
    own = (service.site,) if service.site else ()
    wanted: list[tuple[str, Wanted]] = []
    if service.call:
        wanted.append((f"call {service.call}", PhoneNumber(service.call, service.region)))
    if service.text:
        wanted.append((f"text {service.text}", PhoneNumber(service.text, service.region)))
    if service.word:
        wanted.append((f"word to text: {service.word}", Keyword(service.word)))
    # "Emergency services" is what we call them; a page may say police, ambulance or fire.
    if service.kind != "emergency" and service.seen_at:
        wanted.append((f"name: {service.name}", service_name(service.name)))
    for what, item in wanted:
        yield Claim("help-lines", service.id, what, Need.ALL, service.seen_at, (item,), own)
    numbers = tuple(item for _, item in wanted if isinstance(item, PhoneNumber))
    yield from _answering("help-lines", service.id, SEEN, service.seen_at)
    yield from (Claim("help-lines", service.id, "site", Need.ANSWER, (site,), numbers) for site in own)


def _route(route: Route, references: dict[str, Reference]) -> Iterator[Claim]:
    own = (route.site,) if route.site else ()
    limits = dict.fromkeys(
        (limit, _seen(sentence, string, route, references))
        for string in route.strings
        for sentence in _sentences(string)
        for limit in limits_in(sentence)
    )
    for limit, addresses in limits:
        yield Claim("routes", route.id, f"limit: {limit.shown}", Need.ALL, addresses, (limit,), own)
    if (names := tuple(abbreviations_in(" ".join(route.strings)))) and route.seen_at:
        shown = ", ".join(name.shown for name in names)
        yield Claim("routes", route.id, f"names: {shown}", Need.SOME, route.seen_at, names, own)
    yield from _answering("routes", route.id, SEEN, route.seen_at)
    yield from _answering("routes", route.id, "site", own)


def _seen(sentence: str, string: str, route: Route, references: dict[str, Reference]) -> tuple[str, ...]:
    """Where a sentence was seen: in what it cites, else where the route was, else in what is cited near it."""
    cited = [
        tuple(dict.fromkeys(chain.from_iterable(_addresses(references[key]) for key in keys if key in references)))
        for keys in (_CITED.findall(sentence), _CITED.findall(string))
    ]
    return cited[0] or route.seen_at or cited[1]


def _reference(reference: Reference) -> Iterator[Claim]:
    addresses = _addresses(reference)
    if addresses:
        yield Claim("references", reference.id, "title", Need.ALL, addresses, (title_name(reference.title),))
    for finding in reference.findings:
        entry = f"{reference.id}:{finding.id}"
        for limit in limits_in(finding.text):
            yield Claim("references", entry, f"limit: {limit.shown}", Need.ALL, addresses, (limit,))
        if figures := tuple(figures_in(finding.text)):
            shown = ", ".join(figure.shown for figure in figures)
            yield Claim("references", entry, f"figures: {shown}", Need.SOME, addresses, figures)
    yield from _answering("references", reference.id, SEEN, addresses)
    if reference.doi:
        yield from _answering("references", reference.id, "DOI", (DOI + reference.doi,))


def _answering(kind: str, entry: str, what: str, addresses: tuple[str, ...]) -> Iterator[Claim]:
    """That each address still answers: what stands elsewhere too hides a page that is gone."""
    for address in addresses:
        need = Need.RESOLVE if address.startswith(DOI) else Need.ANSWER
        yield Claim(kind, entry, what, need, (address,))


def _addresses(reference: Reference) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*([reference.url] if reference.url else []), *reference.seen_at]))


def _sentences(text: str) -> list[str]:
    """The sentences of a text, each with the citations behind it."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
