"""What a quiz keeps, where, and what it does where a browser keeps nothing."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, all_on_one_page
from tests.browser.questions_site import POINTS, SCORED
from tests.browser.quizzes import Question, by_id, finish, kept, questions
from tests.site_pages import QUIZZES, SENSITIVE

#: What is said, after a reload, of answers that are kept only where a reader asks for it.
KEPT_NOWHERE = {id: None for id, is_scored in SCORED.items() if not is_scored}

ASK = "Remember my answers on this device"

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied", "SecurityError"); } });
}
"""
COUNT_NOTICES = """() => {
  window.notices = 0;
  new MutationObserver(() => { window.notices += 1; })
    .observe(document.querySelector(".quiz__notice"), { childList: true, characterData: true, subtree: true });
}"""
FULL_STORAGE = 'Storage.prototype.setItem = () => { throw new DOMException("It is full", "QuotaExceededError"); };'


def tools(page: Page) -> Locator:
    """The folded part with what is printed, saved and forgotten, opened."""
    tools = page.locator(".quiz__tools")
    if tools.get_attribute("open") is None:
        tools.locator("summary").click()
    return tools


def remember(page: Page) -> Locator:
    box = tools(page).get_by_label(ASK)
    box.check()
    return box


def notice(page: Page) -> Locator:
    return page.locator(".quiz__notice")


def answer_all(page: Page) -> dict[str, str | None]:
    """Answer every question as badly as possible; return what is said of each."""
    for question in questions(page):
        question.answer(question.outcomes[-1])
    return states(page)


def states(page: Page) -> dict[str, str | None]:
    return {question.id: question.state for question in questions(page)}


def change(page: Page, storage: str, question: str, text: str) -> None:
    """Replace what is kept of a question."""
    page.evaluate("([storage, name, text]) => window[storage].setItem(name, text)", [storage, name_of(question), text])


def name_of(question: str) -> str:
    return f"/#quiz:every-type:{question}"


def test_answers_to_every_type_are_there_after_a_reload(visit_types: Visit):
    page = visit_types()
    before = answer_all(page)
    fields = page.locator("course-quiz .quiz__text:not(textarea), course-quiz select")
    values = fields.evaluate_all("fields => fields.map((field) => field.value)")
    page.reload()
    assert states(page) == {**before, **KEPT_NOWHERE}
    assert fields.evaluate_all("fields => fields.map((field) => field.value)") == values
    expect(by_id(page)["story"].form.locator("[data-step]:visible")).to_contain_text("You may have good reasons.")


def test_an_answer_that_was_not_checked_is_there_after_a_reload_and_is_not_judged(visit_types: Visit):
    page = visit_types()
    by_id(page)["pick-one"].right.first.check()
    page.reload()
    question = by_id(page)["pick-one"]
    expect(question.right.first).to_be_checked()
    assert question.state is None


def test_without_being_asked_nothing_is_kept_on_the_device_and_no_free_words_anywhere(visit_types: Visit):
    page = visit_types()
    answer_all(page)
    assert [name for name in kept(page) if not name.startswith("sessionStorage /#quiz:every-type:")] == []
    assert "Whatever" not in page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


@pytest.mark.parametrize("address", QUIZZES)
def test_nothing_is_kept_before_something_is_answered(visit: Visit, address: str):
    page = visit(all_on_one_page(address))
    questions(page)
    assert [*kept(page)] == []


@pytest.mark.parametrize("address", ["", "?exam", "?draw=4&shuffle=questions,options"])
def test_nothing_is_kept_of_a_draw_before_something_is_answered(visit_types: Visit, address: str):
    for quiz in ("every-type", "mixed-types", "drawn-types"):
        page = visit_types(address, quiz=quiz)
        questions(page)
        assert [*kept(page)] == []


def test_what_a_reader_asks_to_remember_is_there_in_another_tab(visit_types: Visit):
    page = visit_types()
    before = answer_all(page)
    remember(page)
    expect(notice(page)).to_have_text("Your answers are kept on this device until you forget them.")

    other = page.context.new_page()
    other.goto(page.url)

    assert states(other) == before
    expect(tools(other).get_by_label(ASK)).to_be_checked()
    expect(by_id(other)["think"].form.locator("textarea")).to_have_value("Whatever comes to mind.")


def test_what_a_reader_no_longer_asks_to_remember_stays_in_the_tab_alone(visit_types: Visit):
    page = visit_types()
    before = answer_all(page)
    remember(page).uncheck()
    assert all(name.startswith("sessionStorage") for name in kept(page))
    assert states(page) == before


def test_forgetting_empties_the_quiz_here_and_on_the_device(visit_types: Visit):
    page = visit_types()
    answer_all(page)
    remember(page)
    tools(page).get_by_role("button", name="Forget my answers to this quiz").click()
    expect(notice(page)).to_have_text(
        "Your answers to this quiz are forgotten in this tab and on this device. "
        "Other open tabs keep theirs until you close them."
    )
    assert [*kept(page)] == []
    assert set(states(page).values()) == {None}
    expect(tools(page).get_by_label(ASK)).not_to_be_checked()
    page.reload()
    assert set(states(page).values()) == {None}


def test_two_tabs_lose_none_of_each_others_answers(visit_types: Visit):
    page = visit_types()
    box = remember(page)
    other = page.context.new_page()
    other.goto(page.url)
    by_id(page)["pick-one"].answer("right")
    by_id(other)["judge"].answer("wrong")
    by_id(page)["pick-many"].answer("partly")

    third = page.context.new_page()
    third.goto(page.url)
    found = states(third)
    assert (found["pick-one"], found["judge"], found["pick-many"]) == ("right", "wrong", "partly")

    tools(other).get_by_label(ASK).uncheck()
    expect(box).not_to_be_checked()
    expect(notice(page)).to_contain_text("Your answers were forgotten in another tab.")
    assert by_id(page)["pick-one"].state == "right"
    by_id(page)["sort"].answer("right")
    assert all(name.startswith("sessionStorage") for name in kept(page))

    remember(other)
    expect(box).to_be_checked()


def test_a_tab_that_asked_for_nothing_follows_one_that_asks_to_remember(visit_types: Visit):
    page = visit_types()
    other = page.context.new_page()
    other.goto(page.url)
    remember(other)
    expect(page.locator("[data-action=remember]")).to_be_checked()
    by_id(page)["judge"].answer("right")
    assert f"localStorage {name_of('judge')}" in kept(page)


def test_a_changed_quiz_keeps_what_still_applies_and_says_what_it_left_out(visit_types: Visit):
    page = visit_types()
    before = answer_all(page)
    changed = json.loads(page.evaluate(f"sessionStorage.getItem('{name_of('sort')}')")) | {"version": "older"}
    change(page, "sessionStorage", "sort", json.dumps(changed))
    page.reload()
    assert states(page) == {**before, **KEPT_NOWHERE, "sort": None}
    expect(notice(page)).to_have_text(
        "This quiz has changed since you were here. 1 answer no longer applies and was left out."
    )

    change(page, "sessionStorage", "judge", json.dumps(changed))
    change(page, "sessionStorage", "no-longer-asked", json.dumps(changed))
    page.reload()
    assert states(page) == {**before, **KEPT_NOWHERE, "sort": None, "judge": None}
    expect(notice(page)).to_contain_text("2 answers no longer apply and were left out.")
    page.reload()
    expect(notice(page)).to_be_empty()


DAMAGED = ["{", "null", "1", '"text"', "[]", "{}", '{"version": null}']
DAMAGED_ANSWERS = ["1", '"text"', "true", "[1]", '{"answer": 1}', '{"path": ["a", "b"]}', '{"path": 1}', "{}", "null"]


def test_damaged_answers_are_left_out(visit_types: Visit):
    page = visit_types()
    answer_all(page)
    versions = {one.id: one.form.get_attribute("data-version") for one in questions(page)}
    for text in DAMAGED:
        for id in versions:
            change(page, "sessionStorage", id, text)
        page.reload()
        assert set(states(page).values()) == {None}
    for answer in DAMAGED_ANSWERS:
        for id, version in versions.items():
            change(page, "sessionStorage", id, f'{{"version": "{version}", "done": true, "answer": {answer}}}')
        page.reload()
        questions(page)
    before = answer_all(page)
    assert before == states(page)


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["refused", "full"])
def test_every_type_works_where_the_browser_keeps_nothing(visit_types: Visit, storage: str):
    page = visit_types(before=storage)
    first, *others = questions(page)
    expect(notice(page)).to_be_empty()
    first.answer("right")
    expect(notice(page)).to_contain_text("Your browser did not let us keep your answers.")
    page.evaluate(COUNT_NOTICES)
    for question in others:
        question.answer("right")
    assert page.evaluate("window.notices") == 0
    expect(finish(page).locator("[data-line=counts]")).to_have_text(f"{POINTS} right, of {POINTS}.")

    box = tools(page).get_by_label(ASK)
    box.click()
    expect(box).not_to_be_checked()
    expect(notice(page)).to_contain_text("Your browser did not let us keep your answers.")
    assert by_id(page)["pick-one"].state == "right"
    tools(page).get_by_role("button", name="Forget my answers to this quiz").click()
    assert by_id(page)["pick-one"].state is None


def test_a_storage_that_fills_up_loses_nothing_on_screen_and_nothing_that_it_holds(visit_types: Visit):
    page = visit_types()
    box = remember(page)
    by_id(page)["pick-one"].answer("right")
    page.evaluate(f"() => {{ {FULL_STORAGE} }}")
    by_id(page)["judge"].answer("wrong")
    expect(box).to_be_checked()
    expect(notice(page)).to_contain_text("did not let us keep this answer on this device.")
    assert (by_id(page)["pick-one"].state, by_id(page)["judge"].state) == ("right", "wrong")

    other = page.context.new_page()
    other.goto(page.url)
    assert (by_id(other)["pick-one"].state, by_id(other)["judge"].state) == ("right", None)


def test_a_sensitive_quiz_keeps_nothing_and_does_not_offer_to(visit_types: Visit):
    page = visit_types(quiz="sensitive-types")
    expect(page.get_by_text("Your answers are not saved, and they are not sent anywhere.")).to_be_visible()
    answer_all(page)
    expect(tools(page).get_by_label(ASK)).to_have_count(0)
    expect(tools(page).get_by_role("button", name="Forget")).to_have_count(0)
    assert [*kept(page)] == []
    page.reload()
    assert set(states(page).values()) == {None}


def test_a_sensitive_quiz_is_empty_when_the_page_is_left(visit_types: Visit):
    """A browser may keep the whole page, and show it again to whoever presses Back."""
    page = visit_types(quiz="sensitive-types")
    answer_all(page)
    finish(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert set(states(page).values()) == {None}
    assert page.locator("course-quiz .quiz__text").evaluate_all("fields => fields.every((field) => !field.value)")
    expect(page.locator(".quiz__results")).to_be_hidden()


def test_what_a_quiz_once_remembered_is_not_read_when_it_is_sensitive(visit_types: Visit):
    page = visit_types(quiz="sensitive-types")
    question: Question = by_id(page)["pick-one"]
    version = question.form.get_attribute("data-version")
    option = question.right.first.get_attribute("value")
    saved = json.dumps({"version": version, "done": True, "answer": {"answer": [option]}})
    for name, text in {"": "{}", "pick-one": saved}.items():
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [f"/#quiz:sensitive-types:{name}", text])
    page.reload()
    assert by_id(page)["pick-one"].state is None


@pytest.mark.parametrize("address", [address for address in QUIZZES if address in SENSITIVE])
def test_our_sensitive_quizzes_keep_nothing(visit: Visit, address: str):
    page = visit(all_on_one_page(address))
    questions(page)[0].answer("right")
    assert [*kept(page)] == []


def test_a_quiz_on_a_sensitive_page_keeps_nothing(visit: Visit):
    page = visit("/warning-signs/")
    questions(page)[0].answer("right")
    assert [*kept(page)] == []
    expect(page.get_by_label(ASK)).to_have_count(0)


#: A browser that shows a page again may have emptied its fields, as WebKit does.
COME_BACK = """(empties) => {
  if (empties) for (const form of document.querySelectorAll("course-quiz form")) form.reset();
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""


def test_what_a_browser_emptied_is_filled_again_when_it_shows_the_page_again(visit_types: Visit):
    page = visit_types()
    before = answer_all(page)
    by_id(page)["pick-one"].retry.click()
    by_id(page)["pick-one"].right.first.check()
    fields = page.locator("course-quiz").locator(".quiz__fields :is(input, select, textarea)")
    look = "fields => fields.map((field) => field.checked || field.value)"
    values = fields.evaluate_all(look)

    page.evaluate(COME_BACK, True)

    assert fields.evaluate_all(look) == values
    assert states(page) == {**before, "pick-one": None}
    results = finish(page)
    expect(results.locator("[data-line=counts]")).to_have_text(f"1 right, {POINTS - 1} to look at again, of {POINTS}.")


#: A page that a browser has put away is told nothing of what other tabs keep and forget.
HEARS_NOTHING = "addEventListener('storage', (event) => event.stopImmediatePropagation());"


def forget_all(page: Page) -> None:
    """Forget all answers in another tab."""
    catalogue = page.context.new_page()
    catalogue.goto(page.url.split("/quizzes/")[0] + "/quizzes/")
    catalogue.get_by_role("button", name="Forget my answers to all quizzes").click()


def test_a_tab_that_was_open_while_another_forgot_keeps_its_answers_when_it_comes_back(visit_types: Visit):
    """As the other tab says: "Other open tabs keep theirs until you close them"."""
    page = visit_types()
    by_id(page)["judge"].answer("right")
    page.evaluate("addEventListener('storage', ({ key }) => { window.heard ||= key?.endsWith('forgotten'); })")
    forget_all(page)
    page.wait_for_function("window.heard")
    by_id(page)["pick-one"].answer("right")
    page.evaluate(COME_BACK, True)
    assert (by_id(page)["judge"].state, by_id(page)["pick-one"].state) == ("right", "right")


def test_what_was_forgotten_while_a_page_was_put_away_is_gone_when_it_is_shown_again(visit_types: Visit):
    page = visit_types(before=HEARS_NOTHING)
    answer_all(page)
    finish(page)
    forget_all(page)

    page.evaluate(COME_BACK, False)

    assert set(states(page).values()) == {None}
    expect(page.locator(".quiz__results")).to_be_hidden()
    assert [*kept(page)] == []


def test_what_was_answered_before_the_script_was_there_is_kept(visit_types: Visit):
    """Each question is answered as soon as it is there, as on a slow line; what an older visit left gives way."""
    early = """addEventListener("DOMContentLoaded", () => {
      for (const part of document.querySelectorAll("form .quiz__part")) {
        const option = part.querySelector(".quiz__options input, .quiz__sentence input");
        const field = part.querySelector(".quiz__text");
        const list = part.querySelector("select");
        if (option) option.checked = true;
        if (field) field.value = "12";
        if (list) list.selectedIndex = 1;
      }
    })"""
    page = visit_types(before=early)
    asked = by_id(page)
    for id in ("pick-one", "judge"):
        expect(asked[id].options.first).to_be_checked()
    for id in ("type-a-word", "type-a-number", "think"):
        expect(asked[id].form.get_by_role("textbox")).to_have_value("12")
    assert asked["match-words"].form.locator("select").evaluate_all("all => all.map((one) => one.selectedIndex)") == [
        1,
        1,
        1,
    ]
    assert set(states(page).values()) == {None}
    asked["type-a-number"].check.click()
    asked["type-a-number"].expect("right")
