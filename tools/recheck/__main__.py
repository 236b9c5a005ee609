"""The command: ``python -m tools.recheck``, or ``make recheck``."""

from __future__ import annotations

import asyncio
import datetime
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

import httpx
from tqdm import tqdm

from tools.recheck.claims import Claim, claims
from tools.recheck.data import Data, DataError, read_data
from tools.recheck.judging import Outcome, Verdict, judge
from tools.recheck.links import links_below
from tools.recheck.report import as_json, as_markdown, counts, summary
from tools.recheck.requesting import Requests
from tools.recheck.robots import Robots
from tools.recheck.running import host_of, is_read, visit_all
from tools.recheck.settings import Settings, read_settings
from tools.recheck.store import Store
from tools.recheck.turns import Turns
from tools.recheck.visit import Visit
from tools.recheck.visiting import Visitor

ROOT = Path(__file__).resolve().parents[2]
AGENT = "source-recheck"
NOTHING_READ = "Nothing could be read. Is there a connection to the internet?"


def main(arguments: Sequence[str]) -> int:
    """Do what a command line asks for; returns the exit status that --help describes."""
    settings = read_settings(arguments, ROOT)
    try:
        data = read_data(settings.docs / "_data")
    except DataError as error:
        print(f"recheck: {error}", file=sys.stderr)
        return 2
    asked = [claim for claim in claims(data, links_below(settings.docs)) if claim.kind in settings.only]
    addresses = addresses_of(asked, settings)
    if not addresses:
        print("recheck: there is no address to visit", file=sys.stderr)
        return 2
    try:
        visits = asyncio.run(visit(addresses, settings, agent_line(data)))
    except KeyboardInterrupt:
        print("Stopped. What was read is kept, and the same command goes on from there.", file=sys.stderr)
        return 130
    return finish(asked, visits, settings)


def addresses_of(asked: Sequence[Claim], settings: Settings) -> list[str]:
    """The addresses to visit, each once, in the order of the claims."""
    every = dict.fromkeys(chain.from_iterable((*claim.addresses, *claim.also) for claim in asked))
    wanted = (address for address in every if settings.host in (None, host_of(address)))
    return list(islice(wanted, settings.limit))


def agent_line(data: Data) -> str:
    """How we call ourselves to a site: with our own address and a contact, where they are known."""
    known = [os.environ.get("SITE_URL"), data.contact]
    about = "; ".join(f"+{name}" if "://" in name else name for name in known if name)
    return f"{AGENT}/1.0{f' ({about})' if about else ''}"


async def visit(addresses: Sequence[str], settings: Settings, agent: str) -> dict[str, Visit]:
    """The visits by address, with a progress bar where somebody watches."""
    store = Store(settings.cache)
    headers = {"User-Agent": agent, "Accept-Language": "en, *;q=0.5"}
    async with httpx.AsyncClient(headers=headers, timeout=settings.timeout) as client:
        requests = Requests(client, Turns(settings.pause), settings.timeout)
        visitor = Visitor(requests, Robots(AGENT, requests, store, now), store, now, settings.max_age)
        with tqdm(total=len(addresses), unit="page", disable=None, leave=False) as bar:

            def advance(visit: Visit) -> None:
                bar.set_postfix_str(host_of(visit.address), refresh=False)
                bar.update()

            return await visit_all(visitor, addresses, advance)


def finish(asked: Sequence[Claim], visits: Mapping[str, Visit], settings: Settings) -> int:
    """Write the report, say in a line what it says; returns the exit status."""
    verdicts = [judge(claim, visits) for claim in asked]
    if settings.host or settings.limit:
        verdicts = [verdict for verdict in verdicts if is_decided(verdict, visits)]
    nothing_read = not any(is_read(visit) for visit in visits.values())
    note, made_on = NOTHING_READ if nothing_read else "", now()
    settings.report.mkdir(parents=True, exist_ok=True)
    (settings.report / "report.md").write_text(as_markdown(verdicts, made_on, note), "utf-8")
    (settings.report / "report.json").write_text(as_json(verdicts, made_on, note), "utf-8")
    print(f"{len(visits)} pages visited: {summary(verdicts)}.", *([note] if note else []), sep="\n")
    print(f"The report is in {settings.report / 'report.md'}, and beside it for programs.")
    if nothing_read:
        return 2
    return 1 if counts(verdicts)[Outcome.NOT_FOUND] else 0


def is_decided(verdict: Verdict, visits: Mapping[str, Visit]) -> bool:
    """Whether a run that left addresses out can say this: what stands stands, what is missing may stand there."""
    if verdict.outcome in (Outcome.STANDS, Outcome.MOVED):
        return True
    addresses = (*verdict.claim.addresses, *verdict.claim.also)
    return bool(addresses) and all(address in visits for address in addresses)


def now() -> datetime.datetime:
    """The moment, which the report and the cache name in UTC."""
    return datetime.datetime.now(datetime.UTC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
