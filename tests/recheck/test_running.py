"""Many addresses: how many at a time, and what an interruption leaves."""

from __future__ import annotations

import asyncio
import datetime
import threading

import pytest

from tests.recheck.going import Traveller
from tests.recheck.server import Site, html, leads
from tools.recheck.running import by_host, visit_all
from tools.recheck.visit import Answer, Visit


def test_a_host_gets_one_request_at_a_time_with_a_pause_between(site: Site, traveller: Traveller):
    another = threading.Event()

    def wait_for_another() -> None:
        # Whoever came beside us would set this; alone, we go on after a moment.
        if site.now_inside["127.0.0.1"] > 1:
            another.set()
        another.wait(0.02)

    for number in range(4):
        site.pages[f"/{number}"] = html("Page.")
        site.pages[f"/{number}"].before = wait_for_another
        site.pages[f"/from-elsewhere/{number}"] = leads(site[f"/{number}"])
    elsewhere = [f"http://localhost:{site.port}/from-elsewhere/{number}" for number in range(4)]
    visits = traveller.visit_all([*(site[f"/{number}"] for number in range(4)), *elsewhere])

    assert [visit.answer for visit in visits.values()] == [Answer.TEXT] * 8
    assert site.most_at_once == {"127.0.0.1": 1, "localhost": 1}
    assert traveller.slept == [2] * (8 + 4)  # between 8 pages and a robots.txt at one host, 4 and one at the other


def test_different_hosts_are_visited_side_by_side(site: Site, traveller: Traveller):
    both = threading.Barrier(2, timeout=60)
    site.pages["/a"] = html("Page.")
    site.pages["/a"].before = both.wait

    visits = traveller.visit_all([site["/a"], f"http://localhost:{site.port}/a"])

    assert [visit.answer for visit in visits.values()] == [Answer.TEXT, Answer.TEXT]


def test_no_more_than_six_hosts_are_visited_at_once():
    inside: list[int] = [0]
    most: list[int] = []

    class Slow:
        async def visit(self, address: str) -> Visit:
            inside[0] += 1
            most.append(inside[0])
            await asyncio.sleep(0)
            inside[0] -= 1
            return Visit(address, datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC), Answer.TEXT)

    visits = asyncio.run(visit_all(Slow(), [f"https://{number}.test/" for number in range(50)]))

    assert len(visits) == 50
    assert max(most) == 6


def test_after_an_interruption_only_what_is_missing_is_asked_for(site: Site, traveller: Traveller):
    site.pages |= {path: html("Page.") for path in ("/a", "/b", "/c")}
    addresses = [site[path] for path in ("/a", "/b", "/c")]

    def stop_at_b(visit: Visit) -> None:
        if visit.address == site["/b"]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        traveller.visit_all(addresses, stop_at_b)
    assert site.paths == ["/a", "/b"]

    visits = traveller.visit_all(addresses)
    assert site.paths == ["/a", "/b", "/c"]
    assert [visit.answer for visit in visits.values()] == [Answer.TEXT] * 3
    assert len(site.sent("/robots.txt")) == 1


def test_each_address_is_visited_once(site: Site, traveller: Traveller):
    site.pages["/a"] = html("Page.")

    assert list(traveller.visit_all([site["/a"]] * 3)) == [site["/a"]]
    assert site.paths == ["/a"]


def test_addresses_go_by_their_hosts():
    assert by_host(["https://a.org/1", "https://b.org/", "http://A.org/2", "https://a.org/1", "no address"]) == {
        "a.org": ["https://a.org/1", "http://A.org/2"],
        "b.org": ["https://b.org/"],
        "": ["no address"],
    }
