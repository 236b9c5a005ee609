"""Visits kept on disk, one file an address."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tools.recheck.visit import Answer, Hop, Visit

#: Part of each file's name: what was kept by a program that read pages in another way is not used.
FORMAT = 1


@dataclass(frozen=True)
class Store:
    """A folder of visits; a file that cannot be read counts as none."""

    folder: Path

    def get(self, address: str) -> Visit | None:
        """The last visit that was kept, or None."""
        try:
            return _visit(json.loads(self._file(address).read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, visit: Visit) -> None:
        """Keep a visit whole or not at all, so that an interruption leaves no half of one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(visit.address)
        new = file.with_suffix(f".{os.getpid()}.new")
        try:
            new.write_text(json.dumps(asdict(visit), default=str, ensure_ascii=False), "utf-8")
            new.replace(file)
        finally:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)

    def _file(self, address: str) -> Path:
        return self.folder / f"{hashlib.sha256(f'{FORMAT} {address}'.encode()).hexdigest()[:32]}.json"


def _visit(kept: dict[str, Any]) -> Visit:
    return Visit(
        **{
            **kept,
            "at": datetime.datetime.fromisoformat(kept["at"]),
            "answer": Answer(kept["answer"]),
            "hops": tuple(Hop(**hop) for hop in kept["hops"]),
        }
    )
