"""A reader picks a country, which stands in the address: in every list of a page, with scripts or without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit
from tests.browser.questions_site import QUESTIONS_URL

HELP, ROUTES = "/help-now/", "/options/routes-by-country/"
TWO_LISTS = "/two-lists/"

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


@pytest.mark.parametrize("address", [HELP, ROUTES])
def test_without_scripts_every_place_is_there_and_a_link_leads_to_it(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    places = page.locator("site-places").first.locator("section[data-place]").all()
    assert len(places) == 7
    for place in places:
        expect(place).to_be_visible()
    choice(page, "canada").click()
    assert page.url.endswith("#canada")
    expect(page.get_by_role("button", name="Show all places")).to_have_count(0)


def test_a_chosen_place_stands_in_the_address_and_is_not_stored(visit: Visit):
    page = visit(HELP)
    assert len(shown(page)) == 7
    choose(page, "united-kingdom")
    assert shown(page) == ["united-kingdom"]
    assert page.url == f"{HOME}{HELP}#united-kingdom"
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('place'))") == []
    page.goto(HOME + ROUTES)
    assert len(shown(page)) == 7


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (f"{HELP}#canada", "canada"),
        (f"{HELP}#uk-samaritans", "united-kingdom"),
        (f"{ROUTES}#ireland", "ireland"),
    ],
)
def test_an_address_opens_the_place_that_it_leads_to(visit: Visit, address: str, place: str):
    page = visit(address)
    assert shown(page) == [place]
    expect(page.locator("#" + address.split("#")[1])).to_be_in_viewport()
    page.reload()
    assert shown(page) == [place]


def test_a_link_of_another_page_opens_the_place_that_it_leads_to(visit: Visit):
    page = visit(f"{ROUTES}#canada")
    page.get_by_role("link", name="Help lines: Canada").click()
    page.wait_for_url("**/help-now/#canada")
    expect(page.locator("#canada")).to_be_in_viewport()
    expect(page.locator("site-places section[data-place=ireland]")).to_be_hidden()
    assert shown(page) == ["canada"]
    page.go_back()
    page.wait_for_url("**/routes-by-country/#canada")
    expect(page.locator("site-places section[data-place=ireland]")).to_be_hidden()
    assert shown(page) == ["canada"]


@pytest.mark.parametrize("address", ["#call-now", "#no-such-place", "#%", "#united-kingdo"])
def test_an_address_that_leads_to_no_place_shows_all(visit: Visit, address: str):
    page = visit(HELP + address)
    expect(page.locator("site-places")).to_be_attached()
    assert len(shown(page)) == 7


def test_another_passage_of_the_page_leaves_the_place_as_it_is(visit: Visit):
    page = visit(HELP)
    choose(page, "ireland")
    page.get_by_role("link", name="Back to top").click()
    page.wait_for_url("**/#top")
    assert shown(page) == ["ireland"]


def test_choosing_makes_no_entry_in_the_history_of_a_sensitive_page(visit: Visit):
    page = visit("/")
    page.goto(HOME + ROUTES)
    entries = page.evaluate("history.length")
    choose(page, "ireland")
    button(page, "Change place").click()
    choice(page, "canada").click()
    assert shown(page) == ["canada"]
    button(page, "Show all places").click()
    assert len(shown(page)) == 7
    assert page.url == HOME + ROUTES
    assert page.evaluate("history.length") == entries
    page.go_back()
    assert page.url == HOME + "/"


def test_back_and_forward_lead_through_the_places_of_a_page_that_is_not_sensitive(visit: Visit):
    page = visit(HELP)
    page.evaluate("document.querySelector('leave-site').remove()")
    choose(page, "ireland")
    button(page, "Change place").click()
    choice(page, "canada").click()
    assert shown(page) == ["canada"]
    button(page, "Show all places").click()
    assert len(shown(page)) == 7
    for places in (["canada"], ["ireland"]):
        page.go_back()
        page.wait_for_url(f"**/#{places[0]}")
        expect(page.locator(f"site-places section[data-place={places[0]}]")).to_be_visible()
        expect(page.locator("site-places section[data-place=australia]")).to_be_hidden()
        assert shown(page) == places
    page.go_back()
    page.wait_for_url("**/help-now/")
    expect(page.locator("site-places section[data-place=australia]")).to_be_visible()
    page.go_forward()
    page.wait_for_url("**/#ireland")
    expect(page.locator("site-places section[data-place=australia]")).to_be_hidden()
    assert shown(page) == ["ireland"]


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
    assert page.url == HOME + ROUTES


@pytest.mark.parametrize("address", [f"{HELP}#ireland", f"{ROUTES}#ireland"])
def test_on_paper_every_place_and_every_source_is_open(visit: Visit, address: str):
    page = visit(address)
    assert shown(page) == ["ireland"]
    page.emulate_media(media="print")
    assert len(shown(page)) == 7
    sources = page.locator("site-places .places__seen > p")
    assert sources.count() > 5
    for source in sources.all():
        expect(source).to_be_visible()
    expect(page.locator("site-places .places__seen > summary").first).to_be_hidden()


def test_where_a_line_was_seen_is_one_press_away(visit: Visit):
    page = visit(f"{HELP}#uk-samaritans")
    fold = page.locator("#uk-samaritans .places__seen")
    expect(fold.get_by_text("Published by")).to_be_hidden()
    fold.get_by_text("Where we saw this").press("Enter")
    expect(fold.get_by_text("Published by")).to_be_visible()


def test_every_list_of_a_page_follows_and_one_without_the_place_shows_all(visit: Visit):
    page = visit(TWO_LISTS, home=QUESTIONS_URL.rstrip("/"))
    choose(page, "anywhere-else")
    complaints, records = page.locator("site-places").all()
    expect(complaints.locator("section[data-place=there]")).to_be_hidden()
    expect(records.locator("section[data-place=there]")).to_be_visible()


@pytest.mark.parametrize("used", [0, 1])
def test_only_the_list_that_was_used_speaks_though_both_say_it(visit: Visit, used: int):
    page = visit(TWO_LISTS, home=QUESTIONS_URL.rstrip("/"))
    lists = page.locator("site-places").all()
    lists[used].locator("nav a[data-place=there]").click()
    for one in lists:
        expect(one.locator(".places__chosen p")).to_contain_text("There")
    expect(lists[used].get_by_role("status")).to_have_count(1)
    expect(lists[1 - used].get_by_role("status")).to_have_count(0)


def test_a_link_to_something_in_a_place_that_is_not_shown_shows_that_place(visit: Visit):
    page = visit(HELP)
    choose(page, "united-states")
    page.locator(".emergency a[href$='#nz-emergency']").click()
    expect(page.locator("#nz-emergency")).to_be_in_viewport()
    assert shown(page) == ["new-zealand"]
    page.locator(".emergency--lines a[href$='#ireland-poisons-line']").click()
    expect(page.locator("#ireland-poisons-line")).to_be_in_viewport()
    assert shown(page) == ["ireland"]


def test_the_poison_lines_of_every_place_stand_open_above_the_others(visit: Visit):
    page = visit(f"{HELP}#canada", width=360)
    lines = page.locator(".emergency--lines")
    assert lines.locator("a[href^='tel:']").count() == 7
    for number in lines.locator("a[href^='tel:']").all():
        expect(number).to_be_visible()
    tops = [page.locator(id).first.bounding_box() for id in ("#call-now", ".emergency--lines", "#talk")]
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_emergency_number_of_every_place_can_always_be_called(visit: Visit):
    page = visit(HELP)
    choose(page, "canada")
    numbers = page.locator(".emergency").first.locator("a[href^='tel:']").all()
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


@pytest.mark.parametrize(("address", "width"), [(HELP, 320), (ROUTES, 1280)])
def test_axe_finds_nothing_once_a_place_is_chosen(visit: Visit, address: str, width: int):
    page = visit(address, width=width)
    choose(page, "united-kingdom")
    found = violations(page, "main")
    button(page, "Change place").click()
    page.evaluate("scrollTo(0, 0)")  # or the bar at the top may stand over half a link, which axe takes for its size
    assert found + violations(page, "main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
