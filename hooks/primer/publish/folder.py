"""Bring the folder of a site up to date: what is there already stays, and what no page needs goes.

MkDocs empties the folder before each build. To make a file and its folder anew takes ten times as long as to see that
it is the same, so what an earlier build wrote is kept out of the way while MkDocs empties the folder.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from os.path import normpath
from pathlib import Path
from stat import S_ISREG

NOTHING: Mapping[str, str] = {}


class SiteFolder:
    """The folder of one build. A file belongs to the site if ``put`` found it the same or somebody wrote it since.

    That is told by the time at which the file system last saw it change, which no program can set.
    """

    def __init__(self, root: Path) -> None:
        self._root = os.fspath(root)
        self._aside = os.fspath(root.with_name(f".{root.name}.before"))
        self._since = 0
        self._same: set[str] = set()
        self._files: dict[str, int] = {}
        self._folders: set[str] = set()
        self._marked: Mapping[str, str] = {}
        self._marks: dict[str, str] = {}
        self._expected: set[str] = set()

    @property
    def written(self) -> dict[str, str]:
        """What the next build has to know: every path that this one writes itself, and what is known of its content."""
        known = {path: self._known(path, mark) for path, mark in self._marks.items()}
        return {path: known.get(path, "") for path in sorted(self._expected)}

    def set_aside(self) -> None:
        """Take what is in the folder out of the way of what empties it, where the file system can do that."""
        if os.name == "posix":  # elsewhere nobody knows when a file was changed
            self._give_back()  # what a build left that was killed
            with suppress(OSError):
                os.rename(self._root, self._aside)

    def bring_back(self, written: Mapping[str, str] = NOTHING) -> None:
        """Put back the files that an earlier build has ``written`` itself; others find the folder emptied.

        Links go, and files of which another folder has one: who writes there would change both.
        """
        if not os.path.isdir(self._aside):
            return
        try:
            os.rename(self._aside, self._root)
        except OSError:  # somebody has written there already
            self._give_back()
            return
        self._marked, self._since = written, self._now()
        gone = []
        for path, entry in self._found():
            status = entry.stat(follow_symlinks=False)
            changed = status.st_ctime_ns
            if path in written and S_ISREG(status.st_mode) and status.st_nlink == 1 and changed <= self._since:
                self._files[path] = changed
            else:
                gone.append(entry.path)
        self._remove(gone)
        while self._since in self._files.values():  # its clock ticks some hundred times a second
            self._since = self._now()

    def _give_back(self) -> None:
        """Remove what stands aside, but for what is hidden at its top: that is not ours, and goes back."""
        if os.path.isdir(self._aside):
            os.makedirs(self._root, exist_ok=True)
            for name in os.listdir(self._aside):
                if name.startswith(".") and not os.path.lexists(f"{self._root}/{name}"):
                    os.rename(f"{self._aside}/{name}", f"{self._root}/{name}")
            shutil.rmtree(self._aside, ignore_errors=True)

    def make_room(self, paths: Iterable[str]) -> None:
        """Expect ``paths`` to be written: no file stands where one needs a folder, and no folder where one will be."""
        above: set[str] = set()
        for path in paths:
            self._expected.add(path)
            if path in self._folders:
                shutil.rmtree(f"{self._root}/{path}", ignore_errors=True)
            while (path := path.rpartition("/")[0]) and path not in above:
                above.add(path)
        for path in above & self._files.keys():
            with suppress(FileNotFoundError):
                os.unlink(f"{self._root}/{path}")

    def has(self, path: str, mark: str) -> bool:
        """Tell without reading it whether a file is what an earlier build put there with this mark."""
        known = self._marked.get(path) if path in self._files else None
        if known is None or known != self._known(path, mark):
            return False
        self._expected.add(path)
        self._marks[path] = mark
        self._same.add(path)
        return True

    def put(self, path: str, content: bytes, mark: str = "") -> None:
        """Write a file, unless it is there and holds the same; ``path`` is below the folder.

        A ``mark`` that stands for the content lets a later build know it again.
        """
        path = normpath(path)
        self._expected.add(path)
        if mark:
            self._marks[path] = mark
        target = f"{self._root}/{path}"
        if path in self._files and _holds(target, content):
            self._same.add(path)
            return
        try:
            _write(target, content)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            self.make_room([path])
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _write(target, content)

    def paths(self) -> Iterator[str]:
        """Yield the path of each file that belongs to the site so far, in the order of names."""
        return (path for path, entry in self._found() if self._belongs(path, entry))

    def sweep(self) -> None:
        """Remove the files that do not belong to the site, and the folders in which nothing else was."""
        if self._since:
            self._remove([entry.path for path, entry in self._found() if not self._belongs(path, entry)])

    def _known(self, path: str, mark: str) -> str:
        return f"{mark} {os.stat(f'{self._root}/{path}').st_ctime_ns}"

    def _now(self) -> int:
        """Return what time it is for the file system."""
        os.utime(self._root)
        return os.stat(self._root).st_ctime_ns

    def _belongs(self, path: str, entry: os.DirEntry[str]) -> bool:
        return path in self._same or entry.stat(follow_symlinks=False).st_ctime_ns >= self._since

    def _found(self, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield everything that is no folder. What is hidden at the top is not ours: MkDocs keeps it as well."""
        with os.scandir(f"{self._root}/{below}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if not below and entry.name.startswith("."):
                continue
            path = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                self._folders.add(path)
                yield from self._found(f"{path}/")
            else:
                yield path, entry

    def _remove(self, files: Iterable[str]) -> None:
        """Remove files, and the folders in which nothing is left."""
        emptied = set()
        for file in files:
            os.unlink(file)
            emptied.add(os.path.dirname(file))
        while emptied:
            folder = emptied.pop()
            with suppress(OSError):
                if folder != self._root:
                    os.rmdir(folder)
                    emptied.add(os.path.dirname(folder))


def _holds(target: str, content: bytes) -> bool:
    try:
        opened = os.open(target, os.O_RDONLY)
    except OSError:
        return False
    try:
        return os.fstat(opened).st_size == len(content) and os.read(opened, len(content) + 1) == content
    finally:
        os.close(opened)


def _write(target: str, content: bytes) -> None:
    with open(target, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
