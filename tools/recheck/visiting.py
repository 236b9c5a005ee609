"""Going to an address: what was kept, robots.txt, redirects and the text at the end."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from tools.recheck.content import NoText, text_of
from tools.recheck.requesting import RequestError, Requests, Response
from tools.recheck.robots import NotAllowed, Robots
from tools.recheck.store import Store
from tools.recheck.visit import Answer, Hop, Visit

REDIRECTS = (301, 302, 303, 307, 308)
MOST_HOPS = 10
#: What leads on from these says all there is to know; the publishers behind them are spared a visit.
RESOLVERS = ("https://doi.org/", "https://dx.doi.org/")


@dataclass
class Visitor:
    """Goes to addresses; what is kept and younger than ``max_age`` is not asked for again."""

    requests: Requests
    robots: Robots
    store: Store
    now: Callable[[], datetime.datetime]
    max_age: datetime.timedelta
    resolvers: tuple[str, ...] = RESOLVERS

    async def visit(self, address: str) -> Visit:
        """What came of an address; it is kept unless it failed. Raises nothing for a bad address or server."""
        kept = self.store.get(address)
        if kept and self.now() - kept.at <= self.max_age:
            return kept
        visit = await self._follow(address, kept)
        if visit.keeps:
            self.store.put(visit)
        return visit

    async def _follow(self, address: str, kept: Visit | None) -> Visit:
        """Go from redirect to redirect, each allowed by its own site."""
        here, hops = urldefrag(address).url, tuple[Hop, ...]()
        visit = Visit(address, self.now(), Answer.FAILED)
        asked = {here}
        try:
            while True:
                pause = await self.robots.pause(here)
                answer = await self.requests.get(here, headers=_conditions(kept, here), pause=pause)
                if answer.status not in REDIRECTS or "location" not in answer.headers:
                    return _read(replace(visit, at=self.now(), status=answer.status), answer, kept)
                to = urljoin(here, answer.headers["location"])
                hops = (*hops, Hop(answer.status, to))
                visit = replace(visit, at=self.now(), status=answer.status, hops=hops)
                if here.startswith(self.resolvers):
                    return replace(visit, answer=Answer.OTHER, reason="where it leads was not visited")
                here = urldefrag(to).url
                if here in asked:
                    return replace(visit, reason="its redirects lead round in a circle")
                if len(hops) > MOST_HOPS:
                    return replace(visit, reason=f"more than {MOST_HOPS} redirects")
                asked.add(here)
        except NotAllowed as error:
            return replace(visit, at=self.now(), answer=Answer.REFUSED, reason=str(error))
        except (RequestError, ValueError) as error:  # ValueError: urllib on a broken address
            return replace(visit, at=self.now(), reason=str(error))


def _conditions(kept: Visit | None, here: str) -> dict[str, str]:
    """What to send so that a server need not send again what is kept."""
    if not kept or kept.answer is not Answer.TEXT or urldefrag(kept.final).url != here:
        return {}
    headers = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: value for name, value in headers.items() if value}


def _read(visit: Visit, answer: Response, kept: Visit | None) -> Visit:
    """A visit with what the last answer says."""
    if answer.status == 304 and kept and kept.answer is Answer.TEXT:
        return replace(kept, at=visit.at, hops=visit.hops)
    if answer.status in (404, 410):
        return replace(visit, answer=Answer.GONE, reason=f"status {answer.status}")
    if not 200 <= answer.status < 300:
        later = ": it asks to come later" if answer.status in (429, 503) else ""
        return replace(visit, reason=f"status {answer.status}{later}")
    visit = replace(
        visit,
        whole=answer.whole,
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
    )
    try:
        return replace(visit, answer=Answer.TEXT, text=text_of(answer.body, answer.media_type, answer.charset))
    except NoText as error:
        return replace(visit, answer=Answer.OTHER, reason=str(error))
