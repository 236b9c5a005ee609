"""Go to a site of a test as the command does, with a clock and pauses of the test."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tools.recheck.requesting import Requests
from tools.recheck.robots import Robots
from tools.recheck.running import visit_all
from tools.recheck.store import Store
from tools.recheck.turns import Turns
from tools.recheck.visit import Visit
from tools.recheck.visiting import Visitor

DAY = datetime.timedelta(days=1)


@dataclass
class Traveller:
    """Goes to addresses, with what it kept in a folder; ``slept`` are the pauses that it made, in seconds."""

    folder: Path
    now: datetime.datetime = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
    seconds: float = 60
    most_bytes: int = 1_000_000
    resolvers: tuple[str, ...] = ()
    slept: list[float] = field(default_factory=list)

    def visit(self, address: str) -> Visit:
        return self.visit_all([address])[address]

    def visit_all(self, addresses: Iterable[str], done: Callable[[Visit], object] = lambda _: None) -> dict[str, Visit]:
        return asyncio.run(self._visit_all(addresses, done))

    async def _visit_all(self, addresses: Iterable[str], done: Callable[[Visit], object]) -> dict[str, Visit]:
        store = Store(self.folder)
        async with httpx.AsyncClient(headers={"User-Agent": "source-recheck/1.0"}, trust_env=False) as client:
            turns = Turns(pause=2, clock=lambda: 0, sleep=self.sleep)
            requests = Requests(client, turns, self.seconds, self.most_bytes)
            robots = Robots("source-recheck", requests, store, lambda: self.now)
            visitor = Visitor(requests, robots, store, lambda: self.now, DAY, self.resolvers)
            return await visit_all(visitor, addresses, done)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
