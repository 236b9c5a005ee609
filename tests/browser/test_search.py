"""The search: by keyboard, and read aloud."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit


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


def test_escape_closes_the_results(visit: Visit):
    page = visit("/")
    search(page, "trust")
    expect(page.locator(".search__results a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".search__results a").first).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_among_the_results(visit: Visit, width: int):
    page = visit("/", width=width)
    search(page, "trust")
    found = violations(page)
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
