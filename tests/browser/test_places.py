"""A reader opens a country: it is kept for the tab, and open and first in everything that is listed by country."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.questions_site import QUESTIONS_URL

HELP, ROUTES = "/help-now/", "/options/routes-by-country/"
TWO_LISTS = "/two-lists/"

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("not allowed", "SecurityError"); } });
}
"""


def shown(page: Page) -> list[str]:
    """The places of the first list that are open, in their order."""
    boxes = page.locator("site-places").first.locator("> details[data-place]")
    return [one.get_attribute("data-place") or "" for one in boxes.all() if one.get_attribute("open") is not None]


def order(page: Page) -> list[str]:
    boxes = page.locator("site-places").first.locator("> details[data-place]")
    return [one.get_attribute("data-place") or "" for one in boxes.all()]


def choice(page: Page, place: str) -> Locator:
    return page.locator("site-places").first.locator(f"details[data-place={place}] > summary")


def choose(page: Page, place: str) -> None:
    choice(page, place).click()
    expect(page.locator("site-places").first.locator(f"details[data-place={place}]")).to_have_attribute("open", "")


def numbers(page: Page) -> list[str]:
    return page.locator(".emergency").first.locator("a").all_inner_texts()


@pytest.mark.parametrize("address", [HELP, ROUTES])
def test_without_scripts_every_place_is_one_tap_away_and_a_link_leads_into_it(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    assert len(order(page)) == 7
    assert shown(page) == []
    choose(page, "canada")
    choose(page, "ireland")
    page.locator("site-places").first.locator("[data-place=canada] a").last.click()
    page.wait_for_url("**/#canada")
    expect(page.locator("#canada")).to_be_visible()


def test_a_place_is_kept_for_the_tab_and_nowhere_else(visit: Visit):
    page = visit(HELP)
    assert shown(page) == []
    choose(page, "united-kingdom")
    assert page.url == HOME + HELP
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("Object.values(sessionStorage)") == ["united-kingdom"]
    page.goto(HOME + ROUTES)
    assert shown(page) == ["united-kingdom"]
    assert order(page)[0] == "united-kingdom"
    for other in order(page):
        expect(choice(page, other)).to_be_visible()
    assert page.evaluate("document.cookie") == ""


def test_leaving_forgets_the_place(visit: Visit, watch: Watch):
    page = visit(HELP)
    destination = page.locator("leave-site a").get_attribute("href") or ""
    watch.allowed.add(destination)
    page.route(destination, lambda route: route.fulfill(body="Elsewhere."))
    choose(page, "united-kingdom")
    page.locator("leave-site a").click()
    page.wait_for_url(destination)
    page.goto(HOME + HELP)
    assert shown(page) == []


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (f"{HELP}#canada", "canada"),
        (f"{HELP}#uk-samaritans", "united-kingdom"),
        (f"{ROUTES}#ireland", "ireland"),
    ],
)
def test_an_address_opens_the_place_that_it_leads_to_and_is_stronger_than_the_tab(
    visit: Visit, address: str, place: str
):
    page = visit(HELP if ROUTES in address else ROUTES)
    choose(page, "australia")
    page.goto(HOME + address)
    expect(page.locator("#" + address.split("#")[1])).to_be_in_viewport()
    assert shown(page) == [place]
    assert order(page)[0] == place


@pytest.mark.parametrize("address", ["#call-now", "#no-such-place", "#%", "#united-kingdo"])
def test_an_address_that_leads_to_no_place_opens_none(visit: Visit, address: str):
    page = visit(HELP + address)
    assert shown(page) == []
    assert len(order(page)) == 7


def test_a_link_within_a_page_opens_the_place_that_it_leads_to(visit: Visit):
    page = visit(HELP)
    page.locator(".emergency--lines a[href$='#ireland-poisons-line']").click()
    expect(page.locator("#ireland-poisons-line")).to_be_in_viewport()
    assert shown(page) == ["ireland"]
    assert page.evaluate("Object.values(sessionStorage)") == ["ireland"]


def test_opening_a_place_makes_no_entry_in_the_history(visit: Visit):
    page = visit(ROUTES)
    entries = page.evaluate("history.length")
    choose(page, "ireland")
    choose(page, "canada")
    assert shown(page) == ["ireland", "canada"]
    assert page.evaluate("history.length") == entries


def test_a_place_is_opened_by_keyboard(visit: Visit):
    page = visit(ROUTES)
    choice(page, "ireland").press("Enter")
    assert shown(page) == ["ireland"]
    expect(choice(page, "ireland")).to_be_focused()
    assert page.evaluate("Object.values(sessionStorage)") == ["ireland"]


@pytest.mark.parametrize("address", [HELP, ROUTES])
@pytest.mark.parametrize("chosen", ["", "#ireland"])
def test_on_paper_stands_the_place_that_is_open_or_all_of_them(visit: Visit, address: str, chosen: str):
    page = visit(address + chosen)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    boxes = page.locator("site-places > details")
    printed = [box.get_attribute("data-place") for box in boxes.all() if box.is_visible()]
    assert printed == (["ireland"] if chosen else order(page))
    for source in page.locator(f"[data-place={printed[-1]}] .places__seen > p").all():
        expect(source).to_be_visible()
    expect(page.locator("site-places .places__seen > summary").first).to_be_hidden()


def test_where_a_line_was_seen_is_one_press_away(visit: Visit):
    page = visit(f"{HELP}#uk-samaritans")
    fold = page.locator("#uk-samaritans .places__seen")
    expect(fold.get_by_text("Published by")).to_be_hidden()
    fold.get_by_text("Where we saw this").press("Enter")
    expect(fold.get_by_text("Published by")).to_be_visible()


def test_every_list_of_a_page_opens_at_the_place_and_one_without_it_stays_closed(visit: Visit):
    page = visit(f"{TWO_LISTS}#anywhere-else", home=QUESTIONS_URL.rstrip("/"))
    opened = page.locator("site-places > details[open]")
    assert {box.get_attribute("data-place") for box in opened.all()} == {"anywhere-else"}


def test_the_numbers_of_the_place_come_first_then_the_link_then_all_others(visit: Visit):
    page = visit(HELP, width=360)
    before = numbers(page)
    assert [text.split()[0] for text in before] == ["911", "999", "112", "911", "000", "111", "112", "The"]
    choose(page, "new-zealand")
    assert [text.split()[0] for text in numbers(page)] == ["111", "The", "911", "999", "112", "911", "000", "112"]
    own = page.locator(".emergency [data-own] a").first.bounding_box()
    other = page.locator(".emergency li:not([data-own]) .emergency__number").first.bounding_box()
    assert own
    assert other
    assert own["height"] > other["height"]
    page.reload()
    assert numbers(page)[0].startswith("111")
    assert page.locator(".emergency--lines li").first.get_attribute("data-place") == "new-zealand"


@pytest.mark.parametrize("chosen", ["", "united-kingdom"])
def test_every_emergency_number_is_on_the_first_screen_of_a_phone(visit: Visit, chosen: str):
    page = visit(HELP, width=360)
    page.set_viewport_size({"width": 360, "height": 740})
    if chosen:
        choose(page, chosen)
        page.goto(HOME + "/options/bad-fit/")
        page.goto(HOME + HELP)
    for link in page.locator(".emergency").first.locator("a").all():
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 740
        assert box["height"] >= 44


def test_the_poison_lines_of_every_place_stand_open_above_the_others(visit: Visit):
    page = visit(f"{HELP}#canada", width=360)
    lines = page.locator(".emergency--lines")
    assert lines.locator("a[href^='tel:']").count() == 7
    for number in lines.locator("a[href^='tel:']").all():
        expect(number).to_be_visible()
    tops = [page.locator(id).first.bounding_box() for id in ("#call-now", ".emergency--lines", "#talk")]
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_storage_that_is_switched_off_breaks_nothing(visit: Visit):
    page = visit(HELP, before=NO_STORAGE)
    choose(page, "australia")
    assert numbers(page)[0].startswith("000")


@pytest.mark.parametrize(("address", "width"), [(HELP, 320), (ROUTES, 1280)])
def test_axe_finds_nothing_once_a_place_is_chosen(visit: Visit, address: str, width: int):
    page = visit(address, width=width)
    choose(page, "united-kingdom")
    assert violations(page, "main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
