"""What comes of an address, whatever its server does."""

from __future__ import annotations

import gzip
import threading

import pytest
import typst

from tests.recheck.going import DAY, Traveller
from tests.recheck.server import Page, Site, html, leads
from tools.recheck.visit import Answer, Hop


def test_a_page_is_read(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call <b>116</b> 123.")

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.status, visit.hops) == (Answer.TEXT, 200, ())
    assert "Call 116 123." in visit.text
    assert site.sent("/help")[0]["user-agent"] == "source-recheck/1.0"


@pytest.mark.parametrize(("status", "permanent"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_a_redirect_is_followed_and_kept_in_mind(site: Site, traveller: Traveller, status: int, *, permanent: bool):
    site.pages |= {"/old": leads("/new#here", status), "/new": html("Call 116 123.")}

    visit = traveller.visit(site["/old"])

    assert visit.answer is Answer.TEXT
    assert visit.hops == (Hop(status, site["/new#here"]),)
    assert visit.hops[0].permanent is permanent
    assert visit.final == site["/new#here"]
    assert site.paths == ["/old", "/new"]


def test_where_a_doi_leads_is_not_visited(site: Site, traveller: Traveller):
    site.pages |= {"/doi/10.1": leads("/article", 302), "/article": html("An article.")}
    traveller.resolvers = (site["/doi/"],)

    visit = traveller.visit(site["/doi/10.1"])

    assert (visit.answer, visit.final) == (Answer.OTHER, site["/article"])
    assert site.paths == ["/doi/10.1"]


def test_a_pdf_is_read(site: Site, traveller: Traveller):
    leaflet = typst.compile(b"Call 116 123. " + b"This leaflet speaks of many other things too. " * 3)
    site.pages["/leaflet"] = Page(leaflet, headers={"Content-Type": "application/octet-stream"})

    assert "Call 116 123." in traveller.visit(site["/leaflet"]).text


def test_a_charset_that_is_not_true_does_no_harm(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Māori: call 1737.", Content_Type="text/html; charset=iso-8859-1")

    assert "Māori: call 1737." in traveller.visit(site["/help"]).text


def test_a_circle_of_redirects_ends(site: Site, traveller: Traveller):
    site.pages |= {"/a": leads("/b"), "/b": leads("/a")}

    visit = traveller.visit(site["/a"])

    assert (visit.answer, visit.reason) == (Answer.FAILED, "its redirects lead round in a circle")
    assert site.paths == ["/a", "/b"]


def test_redirects_without_end_end(site: Site, traveller: Traveller):
    site.pages |= {f"/{number}": leads(f"/{number + 1}") for number in range(50)}

    visit = traveller.visit(site["/0"])

    assert (visit.answer, visit.reason) == (Answer.FAILED, "more than 10 redirects")
    assert len(site.paths) == 11


@pytest.mark.parametrize("to", ["mailto:someone@example.org", "http://", "http://[", "ftp://127.0.0.1/"])
def test_a_redirect_to_no_page_of_the_web_fails(site: Site, traveller: Traveller, to: str):
    site.pages["/old"] = leads(to)

    visit = traveller.visit(site["/old"])

    assert visit.answer is Answer.FAILED
    assert visit.reason


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_gone(site: Site, traveller: Traveller, status: int):
    site.pages["/help"] = Page(status=status)

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.reason) == (Answer.GONE, f"status {status}")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (304, "status 304"),
        (403, "status 403"),
        (429, "status 429: it asks to come later"),
        (500, "status 500"),
        (503, "status 503: it asks to come later"),
    ],
)
def test_any_other_status_says_nothing_about_a_claim(site: Site, traveller: Traveller, status: int, reason: str):
    site.pages["/help"] = Page(status=status)

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.reason) == (Answer.FAILED, reason)


def test_a_server_that_never_answers_is_left(site: Site, traveller: Traveller):
    site.pages["/help"] = Page(before=site.closing.wait)
    site.pages["/robots.txt"] = Page(status=404)
    traveller.visit(site["/robots.txt"])  # with all the time it wants
    traveller.seconds = 0.05

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.reason) == (Answer.FAILED, "no answer within 0.05 seconds")


def test_a_slow_server_is_waited_for(site: Site, traveller: Traveller):
    ready = threading.Event()
    site.pages["/help"] = html("Call 116 123.")
    site.pages["/help"].before = ready.wait
    threading.Timer(0.2, ready.set).start()

    assert traveller.visit(site["/help"]).answer is Answer.TEXT


def test_nobody_at_an_address_is_no_connection(traveller: Traveller):
    visit = traveller.visit("http://127.0.0.1:1/")

    assert visit.answer is Answer.FAILED
    assert visit.reason.startswith("no connection (")


@pytest.mark.parametrize(
    "address", ["", "about", "mailto:a@b.org", "https://", "http://[::1", "https://a b/", "http://x:y/"]
)
def test_what_is_no_address_is_said_and_does_not_raise(traveller: Traveller, address: str):
    visit = traveller.visit(address)

    assert visit.answer is Answer.FAILED
    assert visit.reason


def test_what_is_no_text_is_not_read(site: Site, traveller: Traveller):
    site.pages["/help"] = Page(b"\x89PNG", headers={"Content-Type": "image/png"})

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.reason) == (Answer.OTHER, "it is image/png, which has no text to read")


def test_a_body_without_end_is_left_at_a_limit(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call 116 123.")
    site.pages["/help"].endless = True

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.whole) == (Answer.TEXT, False)
    assert len(visit.text) < traveller.most_bytes


@pytest.mark.parametrize("packed", [False, True])
def test_a_long_body_is_read_up_to_a_limit(site: Site, traveller: Traveller, *, packed: bool):
    body = html("Call 116 123.").body + b"<p>more</p>" * 100_000
    encoding = {"Content-Encoding": "gzip"} if packed else {}
    site.pages["/help"] = Page(
        gzip.compress(body) if packed else body, headers={"Content-Type": "text/html", **encoding}
    )
    traveller.most_bytes = 1000

    visit = traveller.visit(site["/help"])

    assert (visit.answer, visit.whole) == (Answer.TEXT, False)
    assert "116 123" in visit.text
    assert len(visit.text) < 1000


def test_a_body_shorter_than_promised_fails(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call 116 123.", Content_Length="100000")

    visit = traveller.visit(site["/help"])

    assert visit.answer is Answer.FAILED
    assert visit.reason.startswith("no proper answer (")


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call 116 123.", ETag='"one"', Last_Modified="Thu, 01 Oct 2026 10:00:00 GMT")
    traveller.visit(site["/help"])
    traveller.now += 2 * DAY

    visit = traveller.visit(site["/help"])

    assert site.sent("/help")[1]["if-none-match"] == '"one"'
    assert site.sent("/help")[1]["if-modified-since"] == "Thu, 01 Oct 2026 10:00:00 GMT"
    assert (visit.answer, visit.at) == (Answer.TEXT, traveller.now)
    assert "Call 116 123." in visit.text


def test_a_page_that_has_changed_is_read_anew(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call 116 123.", ETag='"one"')
    traveller.visit(site["/help"])
    site.pages["/help"] = html("Call 0800 1111.", ETag='"two"')
    traveller.now += 2 * DAY

    assert "Call 0800 1111." in traveller.visit(site["/help"]).text


def test_what_is_kept_at_the_end_of_redirects_is_asked_for_there(site: Site, traveller: Traveller):
    site.pages |= {"/old": leads("/new"), "/new": html("Call 116 123.", ETag='"one"')}
    traveller.visit(site["/old"])
    traveller.now += 2 * DAY

    visit = traveller.visit(site["/old"])

    assert "if-none-match" not in site.sent("/old")[1]
    assert site.sent("/new")[1]["if-none-match"] == '"one"'
    assert "Call 116 123." in visit.text
    assert visit.hops == (Hop(301, site["/new"]),)


def test_a_fresh_page_is_not_asked_for(site: Site, traveller: Traveller):
    site.pages["/help"] = html("Call 116 123.")
    first = traveller.visit(site["/help"])
    traveller.now += DAY

    assert traveller.visit(site["/help"]) == first
    assert site.paths == ["/help"]


def test_a_failure_is_not_kept(site: Site, traveller: Traveller):
    site.pages["/help"] = Page(status=500)
    traveller.visit(site["/help"])
    site.pages["/help"] = html("Call 116 123.")

    assert traveller.visit(site["/help"]).answer is Answer.TEXT


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"address": 1}', b"\xff"])
def test_what_was_kept_and_is_broken_is_fetched_anew(site: Site, traveller: Traveller, kept: bytes):
    site.pages["/help"] = html("Call 116 123.")
    traveller.visit(site["/help"])
    for file in traveller.folder.iterdir():
        file.write_bytes(kept)

    assert traveller.visit(site["/help"]).answer is Answer.TEXT
    assert site.paths == ["/help", "/help"]
