"""A site says in its robots.txt where programs may go, and how often."""

from __future__ import annotations

import pytest

from tests.recheck.going import DAY, Traveller
from tests.recheck.server import Page, Site, html, leads, serving
from tools.recheck.visit import Answer


def robots(text: str) -> Page:
    return Page(text.encode(), headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize("agent", ["*", "source-recheck", "Source-Recheck"])
def test_what_is_not_wanted_is_not_asked_for(site: Site, traveller: Traveller, agent: str):
    site.pages |= {"/robots.txt": robots(f"User-agent: {agent}\nDisallow: /private/\n"), "/open": html("Open.")}

    visits = traveller.visit_all([site["/private/page"], site["/open"]])

    assert visits[site["/private/page"]].answer is Answer.REFUSED
    assert visits[site["/open"]].answer is Answer.TEXT
    assert site.paths == ["/open"]


def test_a_redirect_into_what_is_not_wanted_is_not_followed(site: Site, traveller: Traveller):
    site.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /private/\n"), "/old": leads("/private/new")}

    visit = traveller.visit(site["/old"])

    assert visit.answer is Answer.REFUSED
    assert visit.final == site["/private/new"]
    assert site.paths == ["/old"]


def test_each_site_on_the_way_is_asked(site: Site, traveller: Traveller):
    with serving() as other:
        other.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
        site.pages["/old"] = leads(other["/new"])

        assert traveller.visit(site["/old"]).answer is Answer.REFUSED
        assert other.paths == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_allows_everything(site: Site, traveller: Traveller, status: int):
    site.pages |= {"/robots.txt": Page(status=status), "/help": html("Call.")}

    assert traveller.visit(site["/help"]).answer is Answer.TEXT


@pytest.mark.parametrize("status", [429, 500, 503])
def test_rules_that_cannot_be_read_keep_us_away_and_are_asked_for_once(site: Site, traveller: Traveller, status: int):
    site.pages |= {"/robots.txt": Page(status=status), "/a": html("A."), "/b": html("B.")}

    visits = traveller.visit_all([site["/a"], site["/b"]])

    assert {visit.reason for visit in visits.values()} == {f"its robots.txt answers with status {status}"}
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_rules_behind_redirects_count(site: Site, traveller: Traveller):
    site.pages |= {"/robots.txt": leads("/rules.txt"), "/rules.txt": robots("User-agent: *\nDisallow: /\n")}

    assert traveller.visit(site["/help"]).answer is Answer.REFUSED


def test_rules_that_are_no_rules_allow_everything(site: Site, traveller: Traveller):
    site.pages |= {
        "/robots.txt": Page(b"\xff\x00<html>", headers={"Content-Type": "text/html"}),
        "/help": html("Call."),
    }

    assert traveller.visit(site["/help"]).answer is Answer.TEXT


def test_rules_are_kept_for_a_day(site: Site, traveller: Traveller):
    site.pages["/help"] = Page(status=500)
    for days in (0, 1, 1):
        traveller.now += days * DAY
        traveller.visit(site["/help"])

    assert len(site.sent("/robots.txt")) == 2


def test_the_pause_that_a_site_asks_for_is_made(site: Site, traveller: Traveller):
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 7\n")

    traveller.visit_all([site["/a"], site["/b"]])

    assert traveller.slept == [7, 7]


def test_a_site_that_wants_hours_between_two_visits_is_left_alone(site: Site, traveller: Traveller):
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 3600\n")

    visit = traveller.visit(site["/a"])

    assert (visit.answer, visit.reason) == (Answer.REFUSED, "its robots.txt wants 3600 seconds between two visits")
