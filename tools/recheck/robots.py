"""What the robots.txt of a site allows, by RFC 9309."""

from __future__ import annotations

import asyncio
import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from protego import Protego

from tools.recheck.content import decode
from tools.recheck.requesting import RequestError, Requests
from tools.recheck.store import Store
from tools.recheck.visit import Answer, Visit

#: RFC 9309: at least five redirects are followed, at least 500 kibibytes are read, nothing is kept over a day.
MOST_HOPS = 5
MOST_BYTES = 512_000
KEPT = datetime.timedelta(days=1)
#: A site that wants more seconds than this between two visits does not want a program there.
LONGEST_PAUSE = 60


class NotAllowed(Exception):  # noqa: N818 - an answer that we heed, and no program went wrong
    """A robots.txt that does not want this program at an address; the message says how it said so."""


@dataclass
class Robots:
    """Reads each site's robots.txt once a run; ``agent`` is the name that its rules may call us by."""

    agent: str
    requests: Requests
    store: Store
    now: Callable[[], datetime.datetime]
    _read: dict[str, Protego | RequestError] = field(default_factory=dict)
    _locks: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def pause(self, address: str) -> float:
        """The seconds that a site wants between two visits, where an address is allowed.

        Raises NotAllowed, and RequestError where it cannot be known: then a program stays away.
        """
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        async with self._locks[origin]:
            if origin not in self._read:
                try:
                    self._read[origin] = Protego.parse(await self._text(f"{origin}/robots.txt"))
                except RequestError as error:
                    self._read[origin] = error
        rules = self._read[origin]
        if isinstance(rules, RequestError):
            raise rules
        if not rules.can_fetch(address, self.agent):
            raise NotAllowed("its robots.txt does not want programs there")
        pause = rules.crawl_delay(self.agent) or 0
        if pause > LONGEST_PAUSE:
            raise NotAllowed(f"its robots.txt wants {pause:g} seconds between two visits")
        return pause

    async def _text(self, address: str) -> str:
        """The text of a robots.txt, empty where there is none; a kept one is good for a day."""
        kept = self.store.get(address)
        if kept and self.now() - kept.at <= KEPT:
            return kept.text
        text = await self._fetched(address)
        self.store.put(Visit(address, self.now(), Answer.TEXT, text=text))
        return text

    async def _fetched(self, address: str) -> str:
        for _ in range(MOST_HOPS + 1):
            answer = await self.requests.get(address)
            if answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers:
                address = urljoin(address, answer.headers["location"])
            elif answer.status == 429 or answer.status >= 500:
                raise RequestError(f"its robots.txt answers with status {answer.status}")
            elif 200 <= answer.status < 300:
                return decode(answer.body[:MOST_BYTES], answer.charset)
            else:
                return ""
        return ""
