"""Tell by what a site is made of whether anything has changed in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pydantic

from primer.core.cache import Cache, digest_of
from primer.core.files import paths_below


class Sources:
    """All files in some folders, as they were when this was made.

    As long as the file system has seen none of them change, they are not read again.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = [*map(os.fspath, folders)]
        self._seen = self._look()

    @property
    def have_changed(self) -> bool:
        """Whether they are not what they were."""
        return self._look() != self._seen

    def digest(self, kept: Cache) -> bytes:
        """Return what stands for their names and contents."""
        return kept.kept(lambda: digest_of(*self._read()), "files", self._seen)

    def _look(self) -> bytes:
        return digest_of(*(f"{name} {_status(path)}" for name, path in self._files()))

    def _read(self) -> Iterator[str | bytes]:
        for name, path in self._files():
            yield name
            yield Path(path).read_bytes()

    def _files(self) -> Iterator[tuple[str, str]]:
        """Yield what stands for the name of each file, and where it is."""
        for number, folder in enumerate(self._folders):
            yield from ((f"{number}/{path}", f"{folder}/{path}") for path in paths_below(folder))


def installed() -> str:
    """Return which packages are installed beside pydantic, each with its version, and which Python runs them."""
    names = (path.name for path in Path(pydantic.__file__).parents[1].iterdir())
    return "\n".join([sys.version, *sorted(name for name in names if name.endswith(".dist-info"))])


def _status(path: str) -> str:
    status = os.stat(path)
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
