"""The search: by keyboard, and read aloud."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch


def search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type(words)
    expect(page.get_by_role("search").get_by_role("status").first).to_contain_text("matching")


def test_a_word_is_found_and_opened_by_keyboard(visit: Visit):
    page = visit("/")
    search(page, "complain")
    result = page.locator(".md-search-result__link, .search__results a").first
    for _ in range(10):
        if result.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(HOME + "/options/complain/**")


def test_nothing_to_search_is_fetched_before_somebody_searches(visit: Visit):
    page = visit("/help-now/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(HOME)))
    page.goto(HOME + "/", wait_until="networkidle")
    assert "/search/search_index.json" in asked
    assert "/search/texts.json" not in asked

    search(page, "trust")
    assert "/search/texts.json" in asked
    assert not [url for url in asked if "/workers/" in url]


def test_what_was_typed_last_is_found_when_the_texts_arrive(visit: Visit):
    page = visit("/")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.context.route("**/search/texts.json", hold)
    with page.context.expect_event("request", lambda request: request.url.endswith("/texts.json")):
        page.get_by_role("textbox", name="Search").focus()
        page.keyboard.type("complain")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("trust")
    page.context.route("**/search/texts.json", lambda route: route.continue_())
    for route in waiting:
        route.continue_()
    expect(page.locator(".search__results mark").first).to_contain_text(re.compile("^trust", re.IGNORECASE))


def test_texts_that_did_not_arrive_are_said_and_the_next_letter_tries_again(visit: Visit, watch: Watch):
    page = visit("/")
    page.context.route("**/search/texts.json", lambda route: route.abort())
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("trus")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("The search did not load")
    page.context.unroute_all()
    page.keyboard.type("t")
    expect(page.locator(".search__results a").first).to_be_visible()
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("matching")
    assert not [problem for problem in watch.problems if problem.startswith("uncaught")]
    watch.problems.clear()  # the browser logs what it could not fetch


def test_a_failure_is_said_in_the_tab_that_it_happened_in_and_in_no_other(visit: Visit, watch: Watch):
    page = visit("/")
    search(page, "trust")
    other = page.context.new_page()
    other.route("**/search/texts.json", lambda route: route.abort())
    page.context.route("**/search/texts.json", lambda route: route.abort())
    other.goto(HOME + "/")
    other.get_by_role("textbox", name="Search").focus()
    other.keyboard.type("trust")
    expect(other.get_by_role("search").get_by_role("status")).to_contain_text("The search did not load")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("matching")
    watch.problems.clear()  # the browser logs what it could not fetch


def test_escape_closes_the_results_and_leads_back_to_the_field(visit: Visit):
    page = visit("/")
    search(page, "trust")
    expect(page.locator(".search__results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__results a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search__results a").first).to_be_hidden()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type(" in")
    expect(page.locator(".search__results a").first).to_be_visible()


def test_results_stay_when_the_keyboard_of_a_phone_is_put_away_and_go_on_a_tap_elsewhere(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    search(page, "trust")
    result = page.locator(".search__results a").first
    expect(result).to_be_visible()
    page.get_by_role("textbox", name="Search").evaluate("field => field.blur()")
    expect(result).to_be_visible()
    page.locator(".site-header__name").dispatch_event("pointerdown")
    expect(result).to_be_hidden()


def test_results_go_when_the_tab_key_leaves_them(visit: Visit):
    page = visit("/")
    search(page, "trust")
    expect(page.locator(".search__results a").first).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".search__results a").first).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_among_the_results(visit: Visit, width: int):
    page = visit("/", width=width)
    search(page, "trust")
    found = violations(page)
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
