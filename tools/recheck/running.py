"""Going to many addresses: several hosts side by side, the addresses of one host after each other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Protocol
from urllib.parse import urlsplit

from tools.recheck.visit import Answer, Visit

HOSTS_AT_ONCE = 6


class Visits(Protocol):
    """Whoever goes to an address: a Visitor."""

    async def visit(self, address: str) -> Visit:
        """What came of an address."""


async def visit_all(
    visitor: Visits, addresses: Iterable[str], done: Callable[[Visit], object] = lambda _: None
) -> dict[str, Visit]:
    """The visits by address; ``done`` is called after each. What is cancelled has kept whatever was done."""
    visits: dict[str, Visit] = {}
    free = asyncio.Semaphore(HOSTS_AT_ONCE)

    async def go_through(group: list[str]) -> None:
        async with free:
            for address in group:
                visits[address] = await visitor.visit(address)
                done(visits[address])

    async with asyncio.TaskGroup() as tasks:
        for group in by_host(addresses).values():
            tasks.create_task(go_through(group))
    return visits


def by_host(addresses: Iterable[str]) -> dict[str, list[str]]:
    """The addresses of each host once, hosts in the order in which they first come."""
    groups: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        groups.setdefault(host_of(address), []).append(address)
    return groups


def host_of(address: str) -> str:
    """The host in an address, in lower case; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def is_read(visit: Visit) -> bool:
    """Whether a visit says anything about a claim."""
    return visit.answer in (Answer.TEXT, Answer.OTHER, Answer.GONE)
