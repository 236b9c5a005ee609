"""Turns at a host: one request at a time, with a pause between two."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Turns:
    """Who may go next to each host; the clock and the sleep can be those of a test."""

    pause: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    _locks: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _last: dict[str, float] = field(default_factory=dict)

    @asynccontextmanager
    async def at(self, host: str, pause: float = 0) -> AsyncIterator[None]:
        """Hold a host for one request, after its pause in seconds or ours, whichever is longer."""
        async with self._locks[host]:
            if host in self._last:
                wait = self._last[host] + max(pause, self.pause) - self.clock()
                if wait > 0:
                    await self.sleep(wait)
            try:
                yield
            finally:
                self._last[host] = self.clock()
