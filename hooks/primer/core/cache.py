"""Keep from build to build what takes long to make, by a digest of all that it is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

UNUSED = 200
"""What was not asked for while builds changed the file so many times is let go of."""

IN_MEMORY = 256
"""So many kilobytes of the file may stay in memory; SQLite would keep two thousand of what is read once."""


class Cache:
    """What earlier builds made. Without a file, and where that is of no use, things are kept for one build.

    A value is read when it is asked for, so that few are in memory at once.
    A build changes its file only when it is over, so one that stops leaves it as it was.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
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
        row = self._asked_for("SELECT value, digest", key)
        try:
            return row[0] if row and row[1] == digest_of(key, row[0]) else None
        except TypeError:  # somebody put there what is no bytes
            return None

    def has(self, key: bytes) -> bool:
        """Tell whether something was put under ``key``, whatever is left of it."""
        self._used.add(key)
        return key in self._new or self._asked_for("SELECT 1", key) is not None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` under ``key``, a digest."""
        self._new[key] = value

    def save(self) -> None:
        """Bring the file up to date, and let go of what no build has asked for in a long time."""
        if self._path is None or not self._new:  # only changes are counted, so nothing has become older
            return
        rows = [(key, value, digest_of(key, value)) for key, value in self._new.items()]

        def write(database: sqlite3.Connection) -> None:
            [[last]] = database.execute("SELECT max(used) FROM kept")
            number = (last or 0) + 1
            early = database.execute("SELECT key FROM kept WHERE used < ?", (number - UNUSED // 2,))
            seen = [(number, key) for (key,) in early if key in self._used]
            new = ((*row, number) for row in rows)
            database.executemany("INSERT OR REPLACE INTO kept (key, value, digest, used) VALUES (?, ?, ?, ?)", new)
            database.executemany("UPDATE kept SET used = ? WHERE key = ?", seen)
            database.execute("DELETE FROM kept WHERE used < ?", (number - UNUSED,))
            database.commit()

        _ask(self._path, write)

    def _asked_for(self, what: str, key: bytes) -> tuple[Any, ...] | None:
        if self._database is None:
            return None
        try:
            rows = self._database.execute(f"{what} FROM kept WHERE key = ?", (key,)).fetchall()
        except sqlite3.DatabaseError:  # it is no such file, or another build writes all the time
            self._database = None
            return None
        return rows[0] if rows else None

    @cached_property
    def _database(self) -> sqlite3.Connection | None:
        if self._path is None or not self._path.is_file():
            return None
        database = sqlite3.connect(self._path, check_same_thread=False)  # a preview asks from several, one at a time
        with suppress(sqlite3.DatabaseError):  # it is no such file
            database.execute(f"PRAGMA cache_size = -{IN_MEMORY}")
        return database


def digest_of(*read: str | bytes) -> bytes:
    """Return 32 bytes that stand for ``read``, in its order."""
    digest = sha256()
    for part in read:
        encoded = part.encode() if isinstance(part, str) else part
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.digest()


def _ask(path: Path, ask: Callable[[sqlite3.Connection], None]) -> None:
    """Ask the file at ``path`` for something, as far as it can answer; what is no such file is removed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                # the value last: to read the others, SQLite need not go through it
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER, digest BLOB, value BLOB)"
            )
            ask(database)
    except (OSError, sqlite3.OperationalError):  # nothing can be written here, or another build writes just now
        return
    except (sqlite3.DatabaseError, TypeError):
        path.unlink(missing_ok=True)
