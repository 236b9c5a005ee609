"""Decide which problems a page shows, and at which of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown.extensions.toc import slugify

from primer.core.diagnostics import Diagnostic, Location
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.fences import fences
from primer.kit.page import CurrentPage
from primer.site.preview.items import DataItems, Owner

PLACEMENT = "placement"
"""The kind of a spot that is something placed by a fence: the first, the second… of the page."""
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<title>.*?)(?:\s*\{:?(?P<attributes>[^}]*)\})?\s*#*\s*$")
_ID = re.compile(r"#([^\s}]+)")


class Spot(NamedTuple):
    """An element of a page: one with an attribute ``kind`` of this value, or the ``value``-th that a fence placed."""

    kind: str
    value: str | int


class PageProblem(NamedTuple):
    """A problem that a page shows, and the elements that it may be of, the best first."""

    problem: Diagnostic
    spots: tuple[Spot, ...]


class Grouping:
    """Sorts the problems of one build by page. ``label`` is what messages call the folder of data files."""

    def __init__(self, features: Sequence[Feature], content: Content, label: str) -> None:
        self._items = DataItems(features, content, label)
        self._content = content
        self._kinds = {kind: key.name for feature in features for kind, key in feature.used.items()}
        self._fences = {fence: _keys(fence, feature) for feature in features for fence in feature.placed}

    def of_page(self, page: CurrentPage, problems: Iterable[Diagnostic]) -> list[PageProblem]:
        """Return the problems in the file of a page and in the data that it shows, its own first."""
        own, others = [], []
        named, whole = self._used(page)
        made = self._content.generated.get(page.src_uri)
        for problem in problems:
            if problem.location.path == page.path:
                own.append(PageProblem(problem, tuple(_spots_in_text(page, problem.location))))
                continue
            owner = self._items.owner(problem.location)
            if made is not None and made.source == problem.location.path:
                others.append(PageProblem(problem, (Spot(PLACEMENT, 0),)))
            elif owner is not None and (spots := _spots_of(owner, named, whole)) is not None:
                others.append(PageProblem(problem, spots))
        return [*own, *others]

    def _used(self, page: CurrentPage) -> tuple[dict[Owner, list[Spot]], dict[str, Spot]]:
        """Return which items a page uses, with their elements, and of which data it shows everything."""
        named: dict[Owner, list[Spot]] = {}
        whole: dict[str, Spot] = {}
        for index, placed in enumerate(page.placements):
            for key in self._fences.get(placed.fence, ()):
                if placed.id is None:
                    whole.setdefault(key, Spot(PLACEMENT, index))
                else:
                    named.setdefault(Owner(key, placed.id), []).append(Spot(PLACEMENT, index))
        for kind, key in self._kinds.items():
            for id, marks in page.used(kind).items():
                spots = [*(Spot("id", mark) for mark in marks), Spot(f"data-{kind}", id)]
                named.setdefault(Owner(key, id), []).extend(spots)
        return named, whole


def by_file(problems: Iterable[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    """Return the problems of each file, which stand in the order of files already."""
    return [(path, list(found)) for path, found in groupby(problems, lambda problem: problem.location.path)]


def _keys(fence: str, feature: Feature) -> tuple[str, ...]:
    """Return the names of the data that a fence shows: what the feature says of it, or else all it shows anywhere."""
    shown = [feature.shows[fence]] if fence in feature.shows else [*feature.shows.values(), *feature.used.values()]
    return tuple(dict.fromkeys(key.name for key in shown))


def _spots_of(owner: Owner, named: dict[Owner, list[Spot]], whole: dict[str, Spot]) -> tuple[Spot, ...] | None:
    """Return the elements of what a problem is in; None where the page shows nothing of it."""
    around = [whole[owner.key]] if owner.key in whole else []
    if owner.id is None:  # the file as a whole: whoever shows a part of it shows less than was meant
        around = around or [spot for used, spots in named.items() if used.key == owner.key for spot in spots[:1]]
        return tuple(around) or None
    if owner in named:
        return tuple(named[owner])
    return (Spot("id", owner.id), *around) if around else None


def _spots_in_text(page: CurrentPage, location: Location) -> Iterator[Spot]:
    """Yield what a fence placed around a line of a page's own file, or the heading above the line."""
    for index, placed in enumerate(page.placements):
        if placed.first_line <= location.line <= placed.last_line:
            yield Spot(PLACEMENT, index)
            return
    lines = page.markdown.split("\n")
    in_fences = {number for fence in fences(lines) for number in range(fence.first, fence.last + 1)}
    for number in range(min(location.line - page.lines_above, len(lines)) - 1, -1, -1):
        heading = _HEADING.match(lines[number]) if number not in in_fences else None
        if heading:
            given = _ID.search(heading["attributes"] or "")
            yield Spot("id", given[1] if given else slugify(heading["title"], "-"))
            return
