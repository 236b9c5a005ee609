"""The list of all quizzes, and the way to forget the answers to all of them."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit
from tests.browser.quizzes import finish, kept, questions
from tests.building import SITE_URL

FORGET = "Forget my answers to all quizzes"


def test_one_button_forgets_the_answers_to_every_quiz_and_nothing_else(visit: Visit):
    page = visit("/quizzes/trust/?view=all")
    page.get_by_text("Print, save or forget").click()
    page.get_by_label("Remember my answers on this device").check()
    questions(page)[0].answer("right")
    page.evaluate("localStorage.setItem('other', '1')")
    page.goto(HOME + "/quizzes/warning-signs-quiz/")
    page.evaluate("localStorage.setItem('quiz:of-old:question', '{}')")

    page.goto(HOME + "/quizzes/")
    assert [*kept(page)]
    page.get_by_role("button", name=FORGET).click()

    expect(page.get_by_role("main").get_by_role("status")).to_have_text(
        "Your answers are forgotten in this tab and on this device. Other open tabs keep theirs until you close them."
    )
    assert [*kept(page)] == []
    assert page.evaluate("localStorage.getItem('other')") == "1"
    page.goto(SITE_URL + "quizzes/trust/")
    assert questions(page)[0].state is None


def test_the_button_is_not_there_without_scripts(visit: Visit):
    page = visit("/quizzes/", java_script_enabled=False)
    expect(page.get_by_text(FORGET)).to_be_hidden()


def test_axe_finds_nothing_when_all_is_forgotten(visit: Visit):
    page = visit("/quizzes/", before="Storage.prototype.removeItem = () => { throw new Error('refused'); };")
    page.get_by_role("button", name=FORGET).click()
    found = violations(page)
    assert not found, "\n".join(found)


def test_the_list_says_what_was_begun_and_what_was_done_until_that_is_forgotten(visit: Visit):
    page = visit("/quizzes/trust/?view=all&question=kept-times")
    questions(page)[0].answer("right")
    finish(page)
    page.goto(HOME + "/quizzes/")
    trust = page.locator("section", has_text="Trust in therapy").locator(".quizzes__state")
    expect(trust).to_have_text("Begun")
    page.goto(HOME + "/quizzes/trust/?view=all")
    for question in questions(page):
        question.answer("right")
    finish(page).get_by_role("button", name="Start the quiz again").click()
    page.goto(HOME + "/quizzes/alliance/?view=all")
    questions(page)[0].answer("right")
    page.goto(HOME + "/quizzes/warning-signs-quiz/?view=all")
    questions(page)[0].answer("right")

    page.goto(HOME + "/quizzes/")
    marks = page.locator(".quizzes__state:visible")
    expect(marks).to_have_count(2)
    expect(trust).to_have_text("Done")
    expect(page.locator("[data-quiz=alliance]")).to_have_text("Begun")
    expect(page.locator("[data-quiz=warning-signs-quiz]")).to_have_count(0)
    page.get_by_role("button", name=FORGET).click()
    expect(marks).to_have_count(0)
