"""The conversation planner: a script to change, copy and print, of which nothing leaves the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit
from tests.browser.guides import choose, choose_by_keyboard, ending, guide, kept, step
from tests.browser.quizzes import tab_to

ADDRESS = "/options/plan-what-to-say/"
REFUSED = '() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("No", "NotAllowedError")); }'


@pytest.fixture
def page(visit: Visit) -> Page:
    """The planner with its first script on the screen."""
    page = visit(ADDRESS, permissions=["clipboard-read", "clipboard-write"])
    for _ in range(3):
        choose(page, 0)
    return page


def words(page: Page) -> Locator:
    return ending(page).get_by_role("textbox", name="Your words")


def test_the_keyboard_alone_leads_to_words_that_can_be_changed(visit: Visit):
    page = visit(ADDRESS)
    for _ in range(3):
        choose_by_keyboard(page, 0)
    expect(ending(page).locator(".guide__heading")).to_be_focused()
    tab_to(page, words(page))
    page.keyboard.press("Control+End")
    page.keyboard.type(" So.")
    expect(words(page)).to_have_value(re.compile(r"Thank you for hearing me out\. So\.$"))
    page.keyboard.press("Tab")
    expect(ending(page).get_by_role("button", name="Copy the words")).to_be_focused()


def test_a_script_has_the_words_that_were_sent(page: Page):
    sent = ending(page).locator(".guide__script p").all_text_contents()
    expect(words(page)).to_have_value("\n\n".join(sent))


def test_the_words_are_copied_as_they_are_now(page: Page):
    words(page).fill("My own words.")
    ending(page).get_by_role("button", name="Copy the words").click()
    expect(ending(page).get_by_role("status")).to_have_text("The words are copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "My own words."
    words(page).press("End")
    page.keyboard.type("x")
    expect(ending(page).get_by_role("status")).to_be_empty()


def test_where_copying_is_not_allowed_the_words_are_selected(page: Page):
    page.evaluate(REFUSED)
    ending(page).get_by_role("button", name="Copy the words").click()
    expect(ending(page).get_by_role("status")).to_contain_text("Your browser did not allow it.")
    assert words(page).evaluate("one => one.selectionEnd - one.selectionStart === one.value.length")


def test_what_is_typed_is_not_sent_not_stored_and_gone_with_the_page(page: Page):
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    before = kept(page)
    words(page).fill("My own words.")
    page.keyboard.press("Tab")
    assert (kept(page), sent, page.url) == (before, [], HOME + ADDRESS)
    assert words(page).evaluate("one => [one.autocomplete, one.spellcheck, one.name]") == ["off", False, ""]

    page.goto("about:blank")
    page.go_back()
    guide(page)
    assert "My own words." not in page.evaluate(
        "document.body.textContent + [...document.querySelectorAll('textarea')].map((one) => one.value)"
    )


def test_a_link_within_the_page_does_not_take_the_words_away(page: Page):
    words(page).fill("My own words.")
    page.evaluate("document.querySelector('course-planner').dataset.old = ''")
    page.get_by_role("link", name="What to listen for").first.click()
    expect(page.locator("[data-old]")).to_have_count(1)  # the page is the one that was there

    expect(words(page)).to_have_value("My own words.")
    words(page).fill("Others.")
    page.emulate_media(media="print")
    assert page.evaluate("document.body.innerText.trim()") == "Others."


def test_starting_again_brings_the_script_back_as_it_was(page: Page):
    before = words(page).input_value()
    words(page).fill("My own words.")
    guide(page).get_by_role("button", name="Start again").click()
    for _ in range(3):
        choose(page, 0)
    expect(words(page)).to_have_value(before)


def test_the_words_alone_are_printed(page: Page):
    words(page).fill("My own words.\n\nAnd more.")
    page.emulate_media(media="print")
    assert page.evaluate("document.body.innerText.trim()") == "My own words.\n\nAnd more."


def test_whoever_does_not_feel_safe_is_led_to_help_and_to_no_script(visit: Visit):
    page = visit(ADDRESS)
    choose(page, 1)
    expect(ending(page).get_by_role("link", name="Get help now")).to_be_visible()
    expect(words(page)).to_have_count(0)


def test_every_problem_can_be_said_in_every_way(visit: Visit):
    page = visit(ADDRESS)
    choose(page, 0)
    problems = step(page).get_by_role("radio").count()
    choose(page, 0)
    ways = step(page).get_by_role("radio").count()
    scripts = page.locator(".guide__script").all_text_contents()
    assert len(set(scripts)) == len(scripts) == problems * ways


def test_without_scripts_every_script_can_be_read(visit: Visit):
    page = visit(ADDRESS, java_script_enabled=False)
    scripts = page.locator(".guide__script")
    assert scripts.locator("visible=true").count() == scripts.count() > 20
    expect(page.locator("course-planner button:visible, course-planner textarea")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    ending(page).get_by_role("button", name="Copy the words").click()
    expect(ending(page).get_by_role("status")).not_to_be_empty()
    found = violations(page, "main")
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
