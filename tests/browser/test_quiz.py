"""A quiz from start to summary: by mouse, by keyboard, without scripts and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations_by_day
from tests.browser.conftest import Visit, Watch, all_on_one_page
from tests.browser.questions_site import POINTS, of
from tests.browser.quizzes import Keys, by_id, finish, questions
from tests.question_types import is_scored
from tests.site_pages import QUIZZES, SENSITIVE


def test_the_keyboard_alone_leads_through_every_type_to_the_summary(visit_types: Visit):
    page = visit_types()
    keys = Keys(page)
    for question in questions(page):
        question.answer("right", keys)

    results = finish(page, keys)

    expect(results.locator("[data-line=counts]")).to_have_text(f"{POINTS} right, of {POINTS}.")


@pytest.mark.parametrize("address", QUIZZES)
def test_each_of_our_quizzes_can_be_answered_right_and_axe_finds_nothing(visit: Visit, address: str):
    page = visit(all_on_one_page(address), width=320)
    asked = questions(page)
    for question in asked:
        question.answer("right")
    results = finish(page)
    scored = sum(is_scored(question.type) for question in asked)
    expect(results.locator("[data-line=counts]")).to_have_text(f"{scored} right, of {scored}.")
    page.locator(".quiz details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    found = violations_by_day(page, ".quiz")
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_arrow_key_chooses_but_never_answers(visit_types: Visit):
    page = visit_types()
    question = by_id(page)["pick-one"]
    question.options.first.focus()
    for _ in range(question.options.count() + 1):
        page.keyboard.press("ArrowDown")
        assert question.state is None
        expect(question.status).to_be_empty()


def test_a_quiz_waits_for_a_type_whose_script_comes_late(visit_types: Visit, watch: Watch):
    page = visit_types("../../404.html")
    page.route("**/quiz-types.*", lambda route: route.abort())
    page.goto(page.url.replace("404.html", "quizzes/every-type/"), wait_until="networkidle")
    watch.problems.clear()  # the browser logs what it could not fetch
    quiz = page.locator("course-quiz")
    expect(quiz).to_be_visible()
    expect(quiz).not_to_have_attribute("data-ready", "")
    by_text = quiz.locator("[data-question=type-a-word] .quiz__text")
    by_text.fill("consent")
    page.unroute_all()
    script = page.locator("script[src*=quiz-types]").get_attribute("src") or ""
    page.evaluate("(src) => import(new URL(src, location))", script)
    by_id(page)["match-words"].answer("right")
    expect(by_text).to_have_value("consent")
    by_text.press("Enter")
    by_id(page)["type-a-word"].expect("right")


def test_hints_are_shown_one_at_a_time(visit_types: Visit):
    question = by_id(visit_types())["pick-one"]
    first, second = question.form.locator(".quiz__hint").all()
    expect(first).to_be_visible()
    expect(second).to_be_hidden()

    first.locator("summary").click()

    expect(first).to_contain_text("Look for something you can see happen.")
    expect(second).to_be_visible()
    expect(second).not_to_have_attribute("open", "")


def test_a_wrong_answer_is_explained_and_does_not_give_the_right_one_away(visit_types: Visit):
    question = by_id(visit_types())["pick-one"]
    question.answer("wrong")
    expect(question.status).to_have_text("Not quite. You can try again, or show the answer.")
    expect(question.form.locator(".quiz__option .quiz__verdict")).to_have_count(1)
    expect(question.answer_fold.locator(".quiz__key").first).to_be_hidden()
    expect(question.answer_fold.locator(".quiz__explanation")).to_be_hidden()
    described_by = question.wrong.first.get_attribute("aria-describedby")
    assert described_by
    expect(question.form.locator(f"[id='{described_by}']")).to_contain_text("It may be so, but it is an impression.")


def test_a_right_answer_is_followed_by_the_explanation_with_a_link_to_what_teaches_it(visit_types: Visit):
    question = by_id(visit_types())["pick-one"]
    question.answer("right")
    outcome = question.form.locator(".quiz__outcome")
    expect(outcome).to_contain_text("Trust grows from small things that you can see.")
    expect(outcome.get_by_role("link", name="A site for questions")).to_have_attribute("href", re.compile("/#limits$"))


def test_the_answer_shows_what_is_said_to_each_option(visit_types: Visit):
    question = by_id(visit_types())["pick-one"]
    question.answer_fold.locator("summary").click()
    for said in ("Yes. You can see it happen.", "but it is an impression", "Words alone cannot be checked."):
        expect(question.answer_fold).to_contain_text(said)


def test_starting_again_empties_everything(visit_types: Visit):
    page = visit_types()
    for question in questions(page):
        question.answer("right")
    results = finish(page)
    results.get_by_role("button", name="Start the quiz again").click()

    assert {question.state for question in questions(page)} == {None}
    expect(page.locator("course-quiz input:checked")).to_have_count(0)
    assert page.locator("course-quiz :is(input[type=text], select:not(.quiz__place), textarea)").evaluate_all(
        "fields => fields.every((field) => !field.value)"
    )
    expect(results).to_be_hidden()
    focused = "form => form.querySelector('fieldset').contains(document.activeElement)"
    assert questions(page)[0].form.evaluate(focused)


def test_the_introduction_the_sections_and_the_closing_stand_where_they_belong(visit_types: Visit):
    page = visit_types()
    expect(page.get_by_text("Take your time.", exact=True)).to_be_visible()
    sections = page.get_by_role("group", name="Choosing", exact=True).or_(page.get_by_role("group", name="Writing"))
    assert [section.locator("form").count() for section in sections.all()] == [
        len(of(section=section)) for section in ("choosing", "writing")
    ]
    expect(page.get_by_role("heading", name="Choosing")).to_be_visible()
    expect(page.get_by_text("These have answers to choose from.")).to_be_visible()
    expect(page.get_by_text("You have seen every type.")).to_be_hidden()
    finish(page)
    expect(page.get_by_text("You have seen every type.")).to_be_visible()


@pytest.mark.parametrize("address", ["/quizzes/trust/", "/warning-signs/"])
def test_a_quiz_starts_again_when_somebody_comes_back_from_another_page(visit: Visit, address: str):
    page = visit(all_on_one_page(address))
    questions(page)[0].answer("right")

    page.get_by_role("link", name="Get help now").first.click()
    expect(page.locator("course-quiz")).to_have_count(0)
    page.go_back()

    first, second = questions(page)[:2]
    assert first.state == (None if address in SENSITIVE else "right")
    second.answer("right")
    expect(second.form.locator(".quiz__outcome > *")).to_have_count(1)


def test_every_type_is_as_it_was_when_somebody_comes_back_from_another_page(visit_types: Visit):
    page = visit_types()
    first, *others = questions(page)
    first.answer("right")
    for question in others:
        question.answer(question.outcomes[-1])
    before = [question.state for question in questions(page)]

    page.locator("course-quiz a[href$='/#limits']:visible").first.click()
    expect(page.locator("course-quiz")).to_have_count(0)
    page.go_back()

    after = questions(page)
    assert [question.state for question in after] == [None if state == "done" else state for state in before]
    for question in after:
        if question.retry.is_visible():
            question.retry.click()
        question.answer("right")


@pytest.mark.parametrize("quiz", ["every-type", "sensitive-types"])
def test_without_scripts_everything_can_be_read_and_the_answers_are_folded_away(visit_types: Visit, quiz: str):
    page = visit_types(quiz=quiz, java_script_enabled=False)
    for form in page.locator("course-quiz form").all():
        expect(form.get_by_role("button")).to_have_count(0)
        expect(form.locator("[data-key], .quiz__model").first).to_be_hidden()
        form.locator(".quiz__answer > summary").click()
        expect(form.locator("[data-key], .quiz__model").first).to_be_visible()
        expect(form.locator(".quiz__explanation")).to_be_visible()
    for hidden in ("Print, save or forget", "See my results", "Your results"):
        expect(page.get_by_text(hidden, exact=True).locator("visible=true")).to_have_count(0)
    for control in page.locator("course-quiz :is(input, select, textarea):visible").all():
        expect(control).to_be_enabled()
    expect(page.get_by_text("You have seen every type.")).to_be_visible()


def test_a_story_can_be_followed_without_scripts(visit_types: Visit):
    page = visit_types(java_script_enabled=False)
    page.get_by_role("link", name="Say that all is well").click()
    expect(page).to_have_url(page.url.split("#")[0] + "#quiz-every-type--story--hidden")
    expect(page.locator("[data-step]:visible")).to_have_count(5)


#: Of the questions whose status line says something, those whose line is read out when it changes.
SPEAKING = """() => [...document.querySelectorAll("course-quiz form")].filter((form) => {
  const status = form.querySelector(".quiz__status");
  return status.textContent && status.matches("[role=status]:not([aria-live=off])");
}).map((form) => form.dataset.question)"""


def test_what_is_put_back_after_a_reload_is_not_read_out(visit_types: Visit):
    page = visit_types()
    for id in ("pick-one", "judge"):
        by_id(page)[id].answer("wrong")
    assert page.evaluate(SPEAKING) == ["pick-one", "judge"]
    page.reload()
    asked = by_id(page)
    assert (asked["pick-one"].state, asked["judge"].state) == ("wrong", "wrong")
    assert page.evaluate(SPEAKING) == []
    asked["judge"].right.first.check()
    asked["judge"].check.click()
    assert page.evaluate(SPEAKING) == ["judge"]


def test_the_results_of_an_exam_are_not_read_out_question_by_question(visit_types: Visit):
    page = visit_types("?exam")
    for id in ("pick-one", "judge"):
        by_id(page)[id].right.first.check()
    finish(page)
    assert by_id(page)["judge"].state == "right"
    assert page.evaluate(SPEAKING) == []
    judge = by_id(page)["judge"]
    judge.retry.click()
    judge.wrong.first.check()
    judge.form.get_by_role("button", name="Check my answer").click()
    assert page.evaluate(SPEAKING) == ["judge"]


def test_a_status_line_listens_before_it_is_filled(visit_types: Visit):
    page = visit_types()
    by_id(page)["put-in-order"].answer("wrong")
    page.reload()
    question = by_id(page)["put-in-order"]
    question.form.get_by_role("button", name="Move up").last.focus()
    expect(question.form.locator(".quiz__status")).not_to_have_attribute("aria-live", "off")
