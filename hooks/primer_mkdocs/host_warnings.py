"""Collect what the program that runs the events warns of by itself."""

from __future__ import annotations

import logging
import threading


class HostWarnings(logging.Handler):
    """What one build is warned of, apart from other threads; what ``ours`` logs is a diagnostic already."""

    def __init__(self, ours: str) -> None:
        super().__init__(logging.WARNING)
        self._ours = ours
        self._found: dict[int, dict[str, None]] = {}

    def begin(self) -> None:
        """Forget what an earlier build in this thread was warned of."""
        self._found[threading.get_ident()] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        if record.levelno == logging.WARNING and record.name != self._ours and record.thread is not None:
            self._found.setdefault(record.thread, {})[record.getMessage()] = None

    def found(self) -> tuple[str, ...]:
        """Return what the build in this thread was warned of, each once."""
        return tuple(self._found.get(threading.get_ident(), {}))
