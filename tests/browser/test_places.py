"""A reader picks a country once: in this tab, on every page, with scripts or without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit

HELP, ROUTES, COMPLAIN = "/help-now/", "/options/routes-by-country/", "/options/complain/"

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("not allowed", "SecurityError"); } });
}
"""


def shown(page: Page) -> list[str]:
    """The places of the first list whose sections can be seen."""
    sections = page.locator("site-places").first.locator("section[data-place]")
    return [one.get_attribute("data-place") or "" for one in sections.all() if one.is_visible()]


def choice(page: Page, place: str) -> Locator:
    return page.locator("site-places").first.locator(f"nav a[data-place={place}]")


def choose(page: Page, place: str) -> None:
    choice(page, place).click()
    expect(page.locator("site-places [role=status]").first).to_have_text(re.compile("only"))


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).first


@pytest.mark.parametrize("address", [HELP, ROUTES, COMPLAIN])
def test_without_scripts_every_place_is_there_and_a_link_leads_to_it(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    places = page.locator("site-places").first.locator("section[data-place]").all()
    assert len(places) == 7
    for place in places:
        expect(place).to_be_visible()
    choice(page, "canada").click()
    assert page.url.endswith("#canada")
    expect(page.get_by_role("button", name="Show all places")).to_have_count(0)


def test_a_place_is_chosen_once_and_opens_on_every_page_of_the_tab(visit: Visit):
    page = visit(HELP)
    assert len(shown(page)) == 7
    choose(page, "united-kingdom")
    assert shown(page) == ["united-kingdom"]
    page.goto(HOME + ROUTES)
    assert shown(page) == ["united-kingdom"]
    page.get_by_role("link", name="How do I complain about a therapist?").last.click()  # swapped in by the theme
    page.wait_for_url("**/complain/")
    expect(page.locator("site-places section[data-place=canada]").first).to_be_hidden()
    assert shown(page) == ["united-kingdom"]
    assert page.evaluate("Object.entries(sessionStorage).filter(([key]) => key.includes('site.'))") == [
        ["/base/#site.place", "united-kingdom"]
    ]
    assert page.evaluate("localStorage.length") == 0


def test_a_place_can_be_changed_and_all_shown_again_by_keyboard(visit: Visit):
    page = visit(ROUTES)
    choose(page, "ireland")
    expect(choice(page, "ireland")).to_be_hidden()
    button(page, "Change place").press("Enter")
    expect(choice(page, "ireland")).to_be_focused()
    choice(page, "canada").press("Enter")
    assert shown(page) == ["canada"]
    button(page, "Show all places").press("Enter")
    assert len(shown(page)) == 7
    expect(choice(page, "canada")).to_be_focused()
    assert page.evaluate("sessionStorage.getItem('/base/#site.place')") is None


def test_every_list_of_a_page_follows_and_one_without_the_place_shows_all(visit: Visit):
    page = visit(COMPLAIN)
    choose(page, "anywhere-else")
    complaints, records = page.locator("site-places").all()
    expect(complaints.locator("section[data-place=canada]")).to_be_hidden()
    expect(records.locator("section[data-place=canada]")).to_be_visible()


@pytest.mark.parametrize("used", [0, 1])
def test_only_the_list_that_was_used_speaks_though_both_say_it(visit: Visit, used: int):
    page = visit(COMPLAIN)
    lists = page.locator("site-places").all()
    lists[used].locator("nav a[data-place=canada]").click()
    for one in lists:
        expect(one.locator(".places__chosen p")).to_contain_text("Canada")
    expect(lists[used].get_by_role("status")).to_have_count(1)
    expect(lists[1 - used].get_by_role("status")).to_have_count(0)


def test_a_link_to_something_in_a_place_that_is_not_shown_brings_it_back(visit: Visit):
    page = visit(HELP)
    choose(page, "united-states")
    page.locator(".emergency a[href$='#nz-emergency']").click()
    expect(page.locator("#nz-emergency")).to_be_in_viewport()
    assert shown(page) == ["united-states", "new-zealand"]
    page.goto("about:blank")
    page.goto(f"{HOME}{HELP}#uk-samaritans")
    expect(page.locator("#uk-samaritans")).to_be_in_viewport()


def test_the_emergency_number_of_every_place_can_always_be_called(visit: Visit):
    page = visit(HELP)
    choose(page, "canada")
    numbers = page.locator(".emergency a[href^='tel:']").all()
    assert [number.inner_text() for number in numbers] == [
        "Call 911",
        "Call 999",
        "Call 112",
        "Call 911",
        "Call 000",
        "Call 111",
        "Call 112",
    ]
    for number in numbers:
        expect(number).to_be_visible()


def test_storage_that_is_switched_off_breaks_nothing(visit: Visit):
    page = visit(HELP, before=NO_STORAGE)
    choose(page, "australia")
    assert shown(page) == ["australia"]
    button(page, "Show all places").click()
    assert len(shown(page)) == 7


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", [HELP, ROUTES, COMPLAIN])
def test_axe_finds_nothing_once_a_place_is_chosen(visit: Visit, address: str, width: int):
    page = visit(address, width=width)
    choose(page, "united-kingdom")
    found = violations(page, "main")
    button(page, "Change place").click()
    page.evaluate("scrollTo(0, 0)")  # or the bar at the top may stand over half a link, which axe takes for its size
    assert found + violations(page, "main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
