"""Find what has to be checked again: pages, quizzes, guides, the numbers of help lines and routes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from primer.kit.content import DataFolder, Loaded
from primer.core.diagnostics import Location, Report
from primer.features.guide.model import Guide
from primer.features.directory.help_lines import Place
from primer.site.models import FrontMatter
from primer.site.reading import decoded
from primer.features.quiz.model import Quiz
from primer.features.directory.routes import PlaceRoutes
from primer.core.frontmatter import front_matter
from primer.core.validation import validate
from primer.core.yaml import load

NUMBERS_HOLD_FOR = datetime.timedelta(days=31)
ROUTES_HOLD_FOR = datetime.timedelta(days=183)


@dataclass(frozen=True, order=True)
class Due:
    """Something to check again. ``place`` is that of the date in its file; ``by`` is the last day it holds."""

    by: datetime.date
    place: Location
    what: str

    def __str__(self) -> str:
        return f"{self.by} {self.place}: {self.what}"


def due(docs: Path, label: str, today: datetime.date, report: Report) -> list[Due]:
    """Return what is past or due within 30 days, the longest past first.

    ``docs`` is the folder of pages, which messages call ``label``. A page, a quiz or a guide is due on its
    ``review_by``; the number of a help line is due once it is older than 31 days, a route once it is older than 183.
    What cannot be read is reported, and left out.
    """
    soon = today + datetime.timedelta(days=30)
    folder = DataFolder(docs / "_data", f"{label}/_data", report)
    made = (*_dated(folder.quizzes()), *_dated(folder.guides()))
    found = [one for one in (*_pages(docs, label, report), *made) if one.by <= soon]
    rows = [one for one in (*_numbers(folder), *_routes(folder)) if one.by < today]
    return sorted([*found, *rows])


def _pages(docs: Path, label: str, report: Report) -> Iterator[Due]:
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if name.startswith("_data/"):
            continue
        text = front_matter(decoded(path.read_bytes(), f"{label}/{name}", report))
        document = load(text, f"{label}/{name}", report, first_line=2) if text else None
        front = validate(FrontMatter, document, "page", report) if document else None
        if document and front:
            yield Due(front.review_by, document.place("review_by"), front.title)


def _dated(loaded: Loaded[Quiz] | Loaded[Guide]) -> Iterator[Due]:
    for id, item in loaded.items.items():
        if item.review_by:
            yield Due(item.review_by, loaded.documents[id].place("review_by"), item.title)


def _numbers(folder: DataFolder) -> Iterator[Due]:
    places = folder.many("help-lines.yml", Place, "help-lines")
    for id, place in places.items.items():
        for index, service in enumerate(place.services):
            if service.seen_on:
                where = places.documents[id].place("services", index, "seen_on")
                yield Due(service.seen_on + NUMBERS_HOLD_FOR, where, f"{service.name}, {place.name}")


def _routes(folder: DataFolder) -> Iterator[Due]:
    places = folder.many("routes.yml", PlaceRoutes, "routes")
    for id, place in places.items.items():
        for index, route in enumerate(place.routes):
            if route.seen_on:
                where = places.documents[id].place("routes", index, "seen_on")
                yield Due(route.seen_on + ROUTES_HOLD_FOR, where, f"{route.name}, {id}")
