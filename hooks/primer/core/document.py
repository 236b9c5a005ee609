"""What a text in YAML says, as plain data that remembers where each part stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from primer.core.diagnostics import Location

Scalar = str | int | float | bool | datetime.date | None
Data = Scalar | tuple["Data", ...] | Mapping[str, "Data"]
Path = tuple[str | int, ...]
Spot = int
"""A line and a column in one number: a site has tens of thousands of them, and asks for few."""
_WIDEST = 1 << 32


def spot(location: Location) -> Spot:
    """Return the line and the column of a location."""
    return location.line * _WIDEST + location.column


def line_of(found: Spot) -> int:
    """Return the line of a spot."""
    return found // _WIDEST


@dataclass(frozen=True)
class Document:
    """What a file, or a part of it, says, with the place of each value and of each key."""

    path: str
    data: Data
    values: Mapping[Path, Spot]
    keys: Mapping[Path, Spot]
    excused: frozenset[Path] = frozenset()
    """Paths whose value was already complained about: no second message about the same place."""
    prefix: Path = ()
    gone: frozenset[int] = frozenset()
    """The lines of the file that it was read without; what is missing in it may have stood there."""

    def location_of(self, *path: str | int) -> Location:
        """Return where the value at ``path`` stands, or the nearest part around it that is there."""
        whole = (*self.prefix, *path)
        while whole and whole not in self.values:
            whole = whole[:-1]
        return self._location(self.values[whole]) if whole in self.values else Location(self.path)

    def key_location_of(self, *path: str | int) -> Location:
        """Return where the key that ends ``path`` stands."""
        found = self.keys.get((*self.prefix, *path))
        return self.location_of(*path) if found is None else self._location(found)

    def _location(self, found: Spot) -> Location:
        return Location(self.path, *divmod(found, _WIDEST))

    def is_excused(self, *path: str | int) -> bool:
        """Tell whether the value at ``path`` was complained about when it was read."""
        return (*self.prefix, *path) in self.excused

    def part(self, key: str) -> Document:
        """Return the value of a key as a document of its own; where there is none, the document says nothing."""
        data = self.data.get(key) if isinstance(self.data, Mapping) else None
        return Document(self.path, data, self.values, self.keys, self.excused, (*self.prefix, key), self.gone)

    def items(self) -> tuple[Document, ...]:
        """Return each part of a list as a document of its own; of anything else, nothing."""
        if not isinstance(self.data, tuple):
            return ()
        return tuple(
            Document(self.path, data, self.values, self.keys, self.excused, (*self.prefix, index), self.gone)
            for index, data in enumerate(self.data)
        )

    @property
    def id(self) -> str | None:
        """The text of the key ``id``, where there is one."""
        id = self.data.get("id") if isinstance(self.data, Mapping) else None
        return id if isinstance(id, str) else None

    def ids(self) -> Iterator[tuple[str, Location]]:
        """Yield the id of each part of a list that has one, with its place."""
        return ((part.id, part.location_of("id")) for part in self.items() if part.id is not None)
