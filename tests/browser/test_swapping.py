"""Pages that are swapped in one after another: those before are not kept, and what one may need is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HOME, Visit

ARTICLES = ["/trust/power/", "/trust/why-trust-matters/"]


def swap(page: Page, address: str) -> None:
    """Follow a link to a page, which is swapped in."""
    page.evaluate(
        """(href) => {
            window.sameDocument = true;
            document.querySelector("main").append(Object.assign(document.createElement("a"), { href, id: "on" }));
            document.querySelector("#on").click();
        }""",
        HOME + address,
    )
    expect(page).to_have_url(HOME + address)
    expect(page.locator("#on")).to_have_count(0)
    assert page.evaluate("window.sameDocument"), "the page was loaded anew, so this test checks nothing"


def documents(page: Page) -> int:
    """How many documents the browser holds for this page, once it has thrown away what nothing needs."""
    session = page.context.new_cdp_session(page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    return int(session.send("Memory.getDOMCounters")["documents"])


def test_pages_that_were_left_are_not_kept(visit: Visit):
    page = visit(ARTICLES[1])
    page.wait_for_load_state("networkidle")
    for address in ARTICLES * 2:
        swap(page, address)
    before = documents(page)
    for address in ARTICLES * 4:
        swap(page, address)
    assert documents(page) <= before + 2


def test_the_list_of_parts_scrolls_along_with_what_is_read(visit: Visit):
    page = visit("/about/decisions/", width=1440)
    page.wait_for_load_state("networkidle")
    page.locator("main h2").last.scroll_into_view_if_needed()
    read = page.locator(".toc .md-nav__link--active")
    expect(read).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".toc .toc__link").first).to_be_in_viewport()


@pytest.mark.parametrize("address", ["/trust/why-trust-matters/", "/help-now/"])
def test_the_way_out_is_there_before_a_page_needs_it(visit: Visit, address: str):
    page = visit("/about/")
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if "/leave." in request.url else None)
    page.goto(HOME + address)
    page.wait_for_load_state("networkidle")
    assert len(set(found)) == 1
