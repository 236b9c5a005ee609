"""'Leave this site': one click or the Shift key three times, and nothing of the visit stays in the tab."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import HOME, Visit, Watch
from tests.site_pages import SENSITIVE

PAGE = "/warning-signs/"

Leave = Callable[[Page], None]


def by_click(page: Page) -> None:
    link(page).click(no_wait_after=True)


def by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


BOTH_WAYS = pytest.mark.parametrize("leave", [by_click, by_keyboard])


@pytest.fixture
def open_page(visit: Visit, watch: Watch) -> Callable[..., Page]:
    """Open a sensitive page whose way out leads to a page of our own making: no other site is really asked."""

    def open_page(address: str, **options: bool) -> Page:
        page = visit(address, **options)
        destination = link(page).get_attribute("href") or ""
        assert destination.startswith("https://")
        watch.allowed.add(destination)
        page.route(destination, elsewhere)
        return page

    return open_page


def elsewhere(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<!doctype html><title>Elsewhere</title>")


@BOTH_WAYS
@pytest.mark.parametrize("address", SENSITIVE)
def test_leaving_leads_elsewhere(open_page, address: str, leave: Leave):
    """Criterion C22: by the button and by Shift three times."""
    page = open_page(address)
    leave(page)
    expect(page).to_have_title("Elsewhere")


@BOTH_WAYS
def test_leaving_forgets_what_the_site_kept(open_page, leave: Leave):
    page = open_page(PAGE)
    page.evaluate("localStorage.setItem('one', '1'); sessionStorage.setItem('two', '2')")
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@BOTH_WAYS
def test_the_way_back_does_not_lead_to_the_page(open_page, leave: Leave):
    page = open_page("/help-now/")
    page.goto(HOME + PAGE)
    for name in ("Skip to main content", "Back to top"):
        page.get_by_role("link", name=name).press("Enter")
        expect(page).to_have_url(re.compile(f"{PAGE}#"))
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.go_back()
    assert page.url == HOME + "/help-now/"


def test_a_link_within_a_sensitive_page_leads_there_without_an_entry_in_the_history(open_page):
    page = open_page("/help-now/")
    entries = page.evaluate("history.length")
    page.locator("site-places nav a[data-place=ireland]").click()
    expect(page.locator(":target")).to_have_id("ireland")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("site-places [role=status]")).to_contain_text("Ireland")
    page.locator(".emergency a[href$='#nz-emergency']").click()
    expect(page.locator("#nz-emergency")).to_be_in_viewport()
    assert page.evaluate("history.length") == entries

    page.goto(HOME + "/trust/why-trust-matters/")
    entries = page.evaluate("history.length")
    page.get_by_role("link", name="Back to top").click()
    expect(page).to_have_url(re.compile("#top$"))
    assert page.evaluate("history.length") == entries + 1


@BOTH_WAYS
def test_the_page_is_blank_before_the_next_one_arrives(open_page, leave: Leave):
    page = open_page(PAGE)
    # Noted in the storage: a message of a page that is being left may never arrive.
    page.evaluate(
        """new MutationObserver(() => {
            const unseen = getComputedStyle(document.documentElement).display === "none";
            const empty = !document.body.childElementCount;
            if ((unseen || empty) && !document.title) localStorage.setItem("noted", "nothing is to be seen");
        }).observe(document, {attributes: true, childList: true, subtree: true})"""
    )
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/")
    assert page.evaluate("localStorage.getItem('noted')") == "nothing is to be seen"


@BOTH_WAYS
def test_it_works_before_the_scripts_of_the_theme_are_there(open_page, leave: Leave):
    page = open_page("/help-now/")
    page.route("**/*bundle*", lambda _: None)  # never answered
    page.goto(HOME + PAGE, wait_until="commit")
    expect(page.locator("leave-site:defined")).to_be_visible()
    leave(page)
    expect(page).to_have_title("Elsewhere")


def test_the_keyboard_says_how_many_presses_are_left(open_page):
    page = open_page(PAGE)
    button = page.locator("leave-site")
    status = button.get_by_role("status")
    expect(status).to_be_empty()
    page.keyboard.press("Shift")
    expect(status).to_have_text(button.get_attribute("data-two") or "")
    page.keyboard.press("Shift")
    expect(status).to_have_text(button.get_attribute("data-one") or "")


def test_presses_that_are_too_slow_do_not_count(open_page):
    page = open_page(PAGE)
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(6000)
    page.keyboard.press("Shift")
    button = page.locator("leave-site")
    expect(button.get_by_role("status")).to_have_text(button.get_attribute("data-two") or "")
    expect(page.locator("main h1")).to_be_visible()


def test_capital_letters_do_not_count(open_page):
    page = open_page(PAGE)
    page.get_by_label("Search").first.focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
        expect(page.locator("leave-site").get_by_role("status")).to_be_empty()
    expect(page.locator("main h1")).to_be_visible()


def test_without_scripts_it_is_a_link(open_page):
    """Criterion C22: the link is there without JavaScript."""
    page = open_page(PAGE, java_script_enabled=False)
    link(page).click()
    expect(page).to_have_title("Elsewhere")


def link(page: Page) -> Locator:
    return page.get_by_role("link", name="Leave this site")
