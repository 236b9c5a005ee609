"""Keep from build to build what takes long to make, by a digest of all that it is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

UNUSED = 200
"""What was not asked for while builds changed the file so many times is let go of."""


class Cache:
    """What earlier builds made. Without a file, and where that is of no use, things are kept for one build.

    A build changes its file only when it is over, so one that stops leaves it as it was.
    ``large`` says that values are: each is then read when it is asked for, and not all at once.
    """

    def __init__(self, path: Path | None = None, *, large: bool = False) -> None:
        self._path = path
        self._large = large
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    def kept(self, make: Callable[[], bytes], *read: str | bytes) -> bytes:
        """Return what ``make`` makes. ``read`` is all that it reads, with the version of whatever makes it."""
        key = digest_of(*read)
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def kept_text(self, make: Callable[[], str], *read: str | bytes) -> str:
        """Return the same of what makes a text."""
        return self.kept(lambda: make().encode(), *read).decode()

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under ``key``; None where nothing was."""
        self._used.add(key)
        if key in self._new:
            return self._new[key]
        return self._read_one(key) if self._large else self._old.get(key, (None, 0))[0]

    def has(self, key: bytes) -> bool:
        """Tell whether something was put under ``key``, whatever is left of it."""
        self._used.add(key)
        if self._large and key not in self._new:
            return self._asked_for("SELECT 1", key) is not None
        return key in self._new or key in self._old

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` under ``key``, a digest."""
        self._new[key] = value

    def save(self) -> None:
        """Bring the file up to date, and let go of what no build has asked for in a long time."""
        if self._large and not self._new:  # what it has need not be gone through
            return
        number = max((used for _, used in self._old.values()), default=0) + 1
        rows = [(key, value, digest_of(key, value), number) for key, value in self._new.items()]
        seen = [(number, key) for key in self._used if key in self._old and self._old[key][1] < number - UNUSED // 2]

        def write(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR REPLACE INTO kept (key, value, digest, used) VALUES (?, ?, ?, ?)", rows)
            database.executemany("UPDATE kept SET used = ? WHERE key = ?", seen)
            database.execute("DELETE FROM kept WHERE used < ?", (number - UNUSED,))
            database.commit()

        if self._path is not None and (rows or seen):
            _asked(self._path, write, None)

    @cached_property
    def _old(self) -> dict[bytes, tuple[bytes | None, int]]:
        """What the file has: each value, with the number of the change at which a build last asked for it.

        Instead of a large value stands None.
        """

        def read(database: sqlite3.Connection) -> dict[bytes, tuple[bytes | None, int]]:
            if self._large:
                return {key: (None, used) for key, used in database.execute("SELECT key, used FROM kept")}
            rows = database.execute("SELECT key, value, digest, used FROM kept")
            return {key: (value, used) for key, value, digest, used in rows if digest == digest_of(key, value)}

        return _asked(self._path, read, {}) if self._path is not None and self._path.is_file() else {}

    def _read_one(self, key: bytes) -> bytes | None:
        row = self._asked_for("SELECT value, digest", key)
        try:
            return row[0] if row and row[1] == digest_of(key, row[0]) else None
        except TypeError:
            return None

    def _asked_for(self, what: str, key: bytes) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._opened.execute(f"{what} FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError:
            return None
        return row

    @cached_property
    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path if self._path is not None and self._path.is_file() else ":memory:")


def digest_of(*read: str | bytes) -> bytes:
    """Return 32 bytes that stand for ``read``, in its order."""
    digest = sha256()
    for part in read:
        encoded = part.encode() if isinstance(part, str) else part
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.digest()


def _asked(path: Path, ask: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
    """Return what the file at ``path`` answers, or ``otherwise`` where it cannot; what is no such file is removed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                # the value last: to read the others, SQLite need not go through it
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER, digest BLOB, value BLOB)"
            )
            return ask(database)
    except (OSError, sqlite3.OperationalError):  # nothing can be written here, or another build writes just now
        return otherwise
    except (sqlite3.DatabaseError, TypeError):
        path.unlink(missing_ok=True)
        return otherwise
