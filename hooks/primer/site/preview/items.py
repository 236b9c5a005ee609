"""Find the item of a data file that a problem stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from primer.core.diagnostics import Location
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.sources import Folder, ListFile, Loaded, OneFile


class Owner(NamedTuple):
    """The data that a problem is in: the name of its key, and the id of the item where it is in one."""

    key: str
    id: str | None


class DataItems:
    """Which item stands where in the data files of a site; ``label`` is what messages call their folder."""

    def __init__(self, features: Iterable[Feature], content: Content, label: str) -> None:
        self._folders: dict[str, str] = {}
        """The key of each folder with one item a file, by how the path of such a file begins."""
        self._files: dict[str, tuple[str, list[tuple[int, str]]]] = {}
        """The key of each other file, and the first line of each of its items with the item's id, by path."""
        for source in (source for feature in features for source in feature.sources):
            if isinstance(source, Folder):
                self._folders[f"{label}/{source.name}/"] = source.key.name
            elif isinstance(source, ListFile | OneFile):
                found = content.loaded.get(source.key)
                documents = found.documents if isinstance(found, Loaded) else {}
                starts = sorted((part.location_of().line, id) for id, part in documents.items())
                self._files[f"{label}/{source.name}"] = source.key.name, starts

    def owner(self, location: Location) -> Owner | None:
        """Return what a place in a data file belongs to; None where no feature reads that file."""
        if location.path in self._files:
            key, starts = self._files[location.path]
            index = bisect_right([line for line, _ in starts], location.line) - 1
            return Owner(key, starts[index][1] if index >= 0 else None)
        folder, _, name = location.path.rpartition("/")
        key = self._folders.get(f"{folder}/", "")
        return Owner(key, name.removesuffix(".yml")) if key else None
