"""A quiz is shown to a class: one question large, its answer when everybody has thought, nothing kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations_by_day
from tests.browser.conftest import Visit
from tests.browser.questions_site import TOTAL
from tests.browser.quizzes import kept
from tests.browser.test_quiz_screens import here


def bar(page: Page, name: str) -> Locator:
    return page.locator(".quiz__class").get_by_role("button", name=name, exact=True)


def font_size(element: Locator) -> float:
    """In pixels."""
    return float(element.evaluate("(it) => getComputedStyle(it).fontSize").removesuffix("px"))


@pytest.fixture
def shown(visit_types: Visit) -> Page:
    page = visit_types("?view=class", view="one")
    page.locator(".quiz__class").wait_for(state="attached")
    return page


def test_a_clicker_alone_leads_through_the_quiz_and_shows_each_answer_first(shown: Page):
    page = shown
    page.keyboard.press("PageDown")
    for number in range(1, TOTAL + 1):
        form = here(page)
        expect(form.locator(".quiz__number")).to_have_text(f"Question {number} of {TOTAL}")
        expect(form.locator(".quiz__answer")).not_to_have_attribute("open", "")
        page.keyboard.press("PageDown")
        expect(form.locator(".quiz__answer")).to_have_attribute("open", "")
        page.keyboard.press("PageDown")
    last = here(page)
    expect(last.locator(".quiz__number")).to_have_text(f"Question {TOTAL} of {TOTAL}")
    page.keyboard.press("PageUp")
    expect(last.locator(".quiz__answer")).not_to_have_attribute("open", "")
    page.keyboard.press("PageUp")
    expect(here(page).locator(".quiz__number")).to_have_text(f"Question {TOTAL - 1} of {TOTAL}")


def test_a_question_is_large_and_has_no_button_to_check_it(shown: Page):
    page = shown
    usual = font_size(page.locator("article"))
    page.get_by_role("link", name="Start", exact=True).click()
    form = here(page)
    assert font_size(form.locator(".quiz__option").first) > 1.25 * usual
    expect(form.get_by_role("button", name="Check my answer")).to_have_count(0)
    expect(page.locator(".quiz__tools, .quiz__note").filter(visible=True)).to_have_count(0)


def test_people_talk_before_they_see_the_answer(shown: Page):
    page = shown
    page.keyboard.press("PageDown")
    bar(page, "Discuss").click()
    expect(page.get_by_text("talk with the person beside you")).to_be_visible()
    bar(page, "Show the answer").click()
    expect(here(page).locator(".quiz__key")).to_be_visible()
    bar(page, "Hide the answer").click()
    expect(here(page).locator(".quiz__key")).to_be_hidden()
    bar(page, "Next").click()
    expect(page.get_by_text("talk with the person beside you")).to_have_count(0)
    expect(here(page).locator(".quiz__number")).to_have_text(f"Question 2 of {TOTAL}")


def test_arrow_keys_belong_to_the_answers_where_one_has_the_focus(shown: Page):
    page = shown
    page.keyboard.press("PageDown")
    option = here(page).locator(".quiz__input").first
    option.focus()
    page.keyboard.press("ArrowDown")
    expect(here(page).locator(".quiz__answer")).not_to_have_attribute("open", "")
    page.keyboard.press("PageDown")
    expect(here(page).locator(".quiz__answer")).to_have_attribute("open", "")


def test_nothing_of_it_is_kept(shown: Page):
    page = shown
    page.keyboard.press("PageDown")
    here(page).locator(".quiz__input").first.check()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    assert list(kept(page)) == []


def test_the_way_there_and_back_are_links(visit_types: Visit):
    page = visit_types(view="one")
    page.get_by_role("link", name="Show it to a class").click()
    page.locator(".quiz__class").wait_for(state="attached")
    page.get_by_role("link", name="One question at a time").click()
    expect(page.locator(".quiz__class")).to_have_count(0)
    expect(page.get_by_role("link", name="Show it to a class")).to_be_visible()


def test_axe_finds_nothing_with_the_answer_shown(shown: Page):
    page = shown
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    bar(page, "Discuss").click()
    assert violations_by_day(page) == []
