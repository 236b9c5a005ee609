"""A word's definition opens where the word stands (WCAG 1.4.13: dismissible, hoverable, persistent)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.building import Site
from tests.site_pages import ADDRESSES


@pytest.fixture
def address(built_site: Site) -> str:
    """The first page on which a word is explained."""
    return next(one for one in ADDRESSES if built_site.tree(one).xpath("//a[contains(@class, 'glossary-term')]"))


def word(page: Page) -> Locator:
    return page.locator("a.glossary-term").first


def definition(page: Page) -> Locator:
    return page.locator(".definition")


def test_a_pointer_opens_it_and_can_move_into_it(visit: Visit, address: str):
    page = visit(address)
    word(page).scroll_into_view_if_needed()
    word(page).hover()
    expect(definition(page)).to_be_visible()

    definition(page).hover()
    page.wait_for_timeout(600)  # longer than the script waits before it closes what is left alone
    expect(definition(page)).to_be_visible()

    page.mouse.move(1, 1)
    expect(definition(page)).to_be_hidden()


def test_escape_closes_it_while_the_pointer_stays(visit: Visit, address: str):
    page = visit(address)
    word(page).hover()
    expect(definition(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()


def test_the_keyboard_opens_it_and_escape_keeps_the_place(visit: Visit, address: str):
    page = visit(address)
    page.keyboard.press("Tab")
    word(page).focus()
    expect(definition(page)).to_be_visible()
    expect(word(page)).to_have_accessible_description(definition(page).locator("div").inner_text())
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()
    expect(word(page)).to_be_focused()


def test_a_first_tap_opens_it_and_a_second_follows_the_link(visit: Visit, address: str):
    page = visit(address, width=360, has_touch=True, is_mobile=True)
    before = page.url
    word(page).tap()
    expect(definition(page)).to_be_visible()
    assert page.url == before
    word(page).tap()
    page.wait_for_url("**/glossary/#*")


def test_it_stays_while_a_finger_scrolls_and_closes_on_a_tap_elsewhere(visit: Visit, address: str):
    page = visit(address, width=360, has_touch=True, is_mobile=True)
    word(page).tap()
    expect(definition(page)).to_be_visible()
    before = page.evaluate("scrollY")
    finger = page.context.new_cdp_session(page)
    for kind, y in (("touchStart", 500), ("touchMove", 530), ("touchMove", 580), ("touchMove", 620)):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": 350, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("before => scrollY < before", arg=before)
    expect(definition(page)).to_be_visible()
    page.locator(".site-footer__small").first.tap()
    expect(definition(page)).to_be_hidden()


def test_axe_finds_nothing_while_it_is_open(visit: Visit, address: str):
    page = visit(address)
    page.keyboard.press("Tab")
    word(page).focus()
    expect(definition(page)).to_be_visible()
    found = violations(page)
    assert not found, "\n".join(found)


def test_it_says_what_the_glossary_says(visit: Visit, address: str):
    page = visit(address)
    word(page).hover()
    shown = definition(page).locator("div").inner_text()
    term = (word(page).get_attribute("href") or "").partition("#")[2]
    page = visit("/glossary/")
    expect(page.locator(f".glossary__entry:has(#{term})")).to_contain_text(shown)


def test_without_scripts_a_word_is_a_link_to_the_glossary(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    word(page).click()
    page.wait_for_url("**/glossary/#*")
    expect(page.locator(":target")).to_be_visible()


def test_the_glossary_can_be_searched(visit: Visit):
    page = visit("/glossary/")
    entries = page.locator(".glossary__entry:visible")
    before = entries.count()
    page.get_by_label("Find a word").fill("boundary")
    expect(page.locator("course-glossary").get_by_role("status")).to_contain_text("match")
    assert 0 < entries.count() < before


COVERED = """([panel, ...numbers]) => numbers.filter((number) => {
    const [a, b] = [panel.getBoundingClientRect(), number.getBoundingClientRect()];
    return a.bottom > b.top && a.top < b.bottom && a.right > b.left && a.left < b.right;
}).length"""


def covered(page: Page) -> int:
    """How many numbers to call the open definition hides."""
    numbers = page.locator("a[href^='tel:'], a[href^='sms:']").element_handles()
    return int(page.evaluate(COVERED, [definition(page).element_handle(), *numbers]))


#: Puts a number to call right behind the block in which a word stands, and perhaps one before it.
BESIDE_NUMBERS = """(word, both) => {
    const number = document.createElement("p");
    number.innerHTML = '<a class="help__number md-button" href="tel:112">Call 112</a>';
    const block = word.closest("p, li, td, dd");
    block.append(number);
    if (both) block.prepend(number.cloneNode(true));
    word.scrollIntoView({block: "center"});
}"""


def test_it_never_covers_a_number_to_call(visit: Visit, address: str):
    page = visit(address, width=360)
    word(page).evaluate(BESIDE_NUMBERS, False)
    page.keyboard.press("Tab")
    word(page).focus()

    expect(definition(page)).to_be_visible()
    assert covered(page) == 0


def test_between_two_numbers_it_stays_closed_and_the_word_is_a_link(visit: Visit, address: str):
    page = visit(address, width=360, has_touch=True, is_mobile=True)
    word(page).evaluate(BESIDE_NUMBERS, True)

    word(page).tap()

    page.wait_for_url("**/glossary/#*")


@pytest.fixture
def inner(built_site: Site) -> tuple[str, str, str]:
    """A page, a word on it, and a term that the word's definition mentions and the page explains as well."""
    for one in ADDRESSES:
        tree = built_site.tree(one)
        words = {*tree.xpath("//a[contains(@class, 'glossary-term')]/@data-term")}
        for entry in tree.xpath("//*[@data-definition]"):
            for mentioned in entry.xpath(".//dd//a/@data-term"):
                if mentioned in words and entry.get("data-definition") in words:
                    return one, entry.get("data-definition"), mentioned
    raise AssertionError("no definition mentions a word of its page")


def title_of(page: Page, term: str) -> str:
    return page.locator(f"[data-definition='{term}'] dt").text_content() or ""


def test_a_word_in_a_definition_opens_its_own_there_by_keyboard(visit: Visit, inner: tuple[str, str, str]):
    address, term, mentioned = inner
    page = visit(address)
    before = page.url
    outer = page.locator(f"a.glossary-term[data-term='{term}']")
    page.keyboard.press("Tab")
    outer.focus()
    definition(page).locator(f"[data-term='{mentioned}']").focus()
    page.keyboard.press("Enter")

    expect(definition(page).locator("strong")).to_have_text(title_of(page, mentioned))
    expect(definition(page)).to_be_focused()
    assert page.url == before
    found = violations(page)
    assert not found, "\n".join(found)
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()
    expect(outer).to_be_focused()


def test_a_word_in_a_definition_opens_its_own_there_by_touch(visit: Visit, inner: tuple[str, str, str]):
    address, term, mentioned = inner
    page = visit(address, width=360, has_touch=True, is_mobile=True)
    before = page.url
    page.locator(f"a.glossary-term[data-term='{term}']").tap()
    definition(page).locator(f"[data-term='{mentioned}']").tap()

    expect(definition(page).locator("strong")).to_have_text(title_of(page, mentioned))
    assert page.url == before


def test_a_word_in_a_definition_that_the_page_does_not_explain_leads_to_the_glossary(
    visit: Visit, inner: tuple[str, str, str]
):
    address, term, mentioned = inner
    page = visit(address)
    page.locator(f"[data-definition='{mentioned}']").evaluate("entry => entry.remove()")
    page.keyboard.press("Tab")
    page.locator(f"a.glossary-term[data-term='{term}']").focus()
    definition(page).locator(f"[data-term='{mentioned}']").focus()
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/glossary/#{mentioned}")
    expect(page.locator(":target")).to_be_visible()


def test_words_in_the_entries_of_the_glossary_lead_to_other_entries(visit: Visit):
    page = visit("/glossary/")
    link = page.locator(".glossary__entry [data-find] p a[href^='#']").first
    term = (link.get_attribute("href") or "").removeprefix("#")
    link.click()

    expect(page.locator(f"#{term}:target")).to_be_in_viewport()
