"""The entries of ``docs/_data`` that name an address on the web.

This is the one module that knows how those files are written. It reads no more than it needs, with plain YAML, so
that the tool also works on data that the build would refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

#: The countries of the lists of help lines, by the codes that say how a number is written there.
REGIONS = {
    "australia": "AU",
    "canada": "CA",
    "ireland": "IE",
    "new-zealand": "NZ",
    "united-kingdom": "GB",
    "united-states": "US",
}


Entry = TypeVar("Entry")


class DataError(Exception):
    """A data file that cannot be read; the message names the file."""


@dataclass(frozen=True)
class HelpLine:
    """A service to call or text; a number is as it is printed, and the region is None outside one country."""

    id: str
    name: str
    kind: str
    region: str | None
    call: str | None
    text: str | None
    word: str | None
    site: str | None
    seen_at: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """A register, a right or a way to complain; ``strings`` is what is printed about it."""

    id: str
    strings: tuple[str, ...]
    site: str | None
    seen_at: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What a source says, in our words, which cite other sources or not."""

    id: str
    text: str


@dataclass(frozen=True)
class Reference:
    """A source, with those of its findings that somebody has seen."""

    id: str
    title: str
    url: str | None
    doi: str | None
    seen_at: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Data:
    """Everything that was read."""

    help_lines: tuple[HelpLine, ...] = ()
    routes: tuple[Route, ...] = ()
    references: tuple[Reference, ...] = ()
    contact: str | None = None


def read_data(folder: Path) -> Data:
    """What the files of a data folder say; a file that is not there says nothing.

    Raises DataError for a file that is no YAML or not in the shape of its kind.
    """
    publisher = _load(folder / "publisher.yml")
    return Data(
        help_lines=_read(folder / "help-lines.yml", _help_lines),
        routes=_read(folder / "routes.yml", _routes),
        references=_read(folder / "references.yml", _references),
        contact=publisher.get("contact_email") if isinstance(publisher, dict) else None,
    )


def _load(file: Path) -> Any:
    try:
        return yaml.safe_load(file.read_bytes()) if file.exists() else None
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{file}: {' '.join(str(error).split())}") from error


def _read(file: Path, entries_of: Callable[[list[dict[str, Any]]], Iterator[Entry]]) -> tuple[Entry, ...]:
    try:
        return tuple(entries_of(_load(file) or []))
    except (AttributeError, KeyError, TypeError) as error:
        raise DataError(f"{file}: an entry is not in the shape of this file ({error!r})") from error


def _help_lines(locations: list[dict[str, Any]]) -> Iterator[HelpLine]:
    for location in locations:
        for service in location.get("services") or []:
            text = service.get("text") or {}
            yield HelpLine(
                id=service["id"],
                name=service["name"],
                kind=service.get("kind") or "other",
                region=REGIONS.get(location["id"]),
                call=_string(service.get("call")),
                text=_string(text.get("number")),
                word=_string(text.get("word")),
                site=service.get("site"),
                seen_at=_addresses(service.get("seen_at")),
            )


def _routes(locations: list[dict[str, Any]]) -> Iterator[Route]:
    for location in locations:
        for route in location.get("routes") or []:
            yield Route(
                id=route["id"],
                strings=tuple(route[key] for key in ("text", "deadline") if route.get(key)),
                site=route.get("site"),
                seen_at=_addresses(route.get("seen_at")),
            )


def _references(references: list[dict[str, Any]]) -> Iterator[Reference]:
    for reference in references:
        csl = reference["csl"]
        seen = [finding for finding in reference.get("findings") or [] if finding.get("status") == "seen"]
        yield Reference(
            id=reference["id"],
            title=csl["title"],
            url=csl.get("URL"),
            doi=csl.get("DOI"),
            seen_at=_addresses(reference.get("seen_at")),
            findings=tuple(Finding(finding["id"], " ".join(finding["text"].split())) for finding in seen),
        )


def _string(value: object) -> str | None:
    """A number as text, where an author forgot the quotation marks too."""
    return None if value is None else str(value)


def _addresses(value: str | list[str] | None) -> tuple[str, ...]:
    """One address or a list of them."""
    return (value,) if isinstance(value, str) else tuple(value or ())
