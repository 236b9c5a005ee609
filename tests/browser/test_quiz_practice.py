"""What went wrong in the quizzes is practised first, by what this browser keeps and nobody else sees."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.quizzes import finish, question_in
from tests.browser.test_quiz_screens import here

PRACTICE = "/quizzes/practice/"


def topics(page: Page) -> Locator:
    return page.locator("quiz-practice li")


def test_every_topic_of_quizzes_that_may_be_kept_is_a_link_without_scripts_too(visit: Visit):
    page = visit(PRACTICE, java_script_enabled=False)
    assert topics(page).count() > 20
    expect(page.locator("[data-quiz=warning-signs-quiz]")).to_have_count(0)
    topics(page).first.get_by_role("link").click()
    expect(page.locator("course-quiz form").first).to_be_visible()


def test_what_went_wrong_comes_first_and_leads_to_its_questions(visit: Visit):
    page = visit(PRACTICE)
    last = topics(page).last
    expect(last.locator("strong")).to_be_hidden()
    quiz = page.locator("[data-quiz]").last
    name = quiz.get_attribute("data-quiz")
    quiz.locator("li").last.get_by_role("link").click()
    page.get_by_role("link", name="Start", exact=True).click()
    question_in(here(page)).answer("wrong")
    asked = here(page).get_attribute("data-question")
    expect(here(page)).to_have_attribute("data-state", "wrong")

    page.goto(page.url.partition("/quizzes/")[0] + PRACTICE)
    first = topics(page).first
    expect(first.locator("strong")).to_contain_text("1 to look at again")
    expect(page.locator("[data-quiz]").first).to_have_attribute("data-quiz", name or "")
    assert (first.get_by_role("link").get_attribute("href") or "").partition("?question=")[2].split(",")[0] == asked
    assert violations(page, "main") == []

    first.get_by_role("link").click()
    expect(here(page)).to_have_attribute("data-question", asked or "")


def test_what_is_practised_after_a_quiz_is_asked_and_does_not_begin_with_results(visit: Visit):
    page = visit("/quizzes/trust/?view=all")
    question_in(page.locator("course-quiz form").first).answer("wrong")
    finish(page)
    page.goto(page.url.partition("/quizzes/")[0] + PRACTICE)
    topics(page).first.get_by_role("link").click()
    expect(page.get_by_role("link", name="Go on: question ")).to_be_visible()
    expect(page.get_by_role("heading", name="Your results")).to_be_hidden()


def test_what_was_forgotten_is_not_practised(visit: Visit):
    page = visit("/quizzes/trust/?view=all")
    question_in(page.locator("course-quiz form").first).answer("wrong")
    page.goto(page.url.partition("/quizzes/")[0] + "/quizzes/")
    page.get_by_role("button", name="Forget").click()
    page.get_by_role("link", name="Practise what you got wrong").first.click()
    page.locator("quiz-practice").wait_for()
    expect(page.locator("quiz-practice li strong:visible")).to_have_count(0)
