"""A quiz, by mouse, by keyboard, after a reload, and where the browser keeps nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.quizzes import Question, questions, with_one_answer, with_several_answers
from tests.site_pages import QUIZZES, SENSITIVE

OPEN_QUIZZES = [address for address in QUIZZES if address not in SENSITIVE]
SENSITIVE_QUIZZES = [address for address in QUIZZES if address in SENSITIVE]

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied", "SecurityError"); } });
}
"""
FULL_STORAGE = 'Storage.prototype.setItem = () => { throw new DOMException("It is full", "QuotaExceededError"); };'


@pytest.mark.parametrize("address", QUIZZES)
def test_the_keyboard_alone_leads_from_the_first_question_to_the_summary(visit: Visit, address: str):
    page = visit(address)
    all_questions = questions(page)
    for question in all_questions:
        question.answer_right_by_keyboard(page)
        expect(question.status).to_have_text("Right. The explanation is below.")

    total = len(all_questions)
    expect(page.locator(".quiz__score")).to_have_text(
        f"You answered {total} of {total}; {total} right at the first try."
    )
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()


@pytest.mark.parametrize("address", QUIZZES)
def test_an_arrow_key_chooses_but_never_answers(visit: Visit, address: str):
    page = visit(address)
    question = with_one_answer(page)
    question.options.first.focus()
    for _ in range(question.options.count() + 1):
        page.keyboard.press("ArrowDown")
        assert question.state is None
        expect(question.status).to_be_empty()


def test_nothing_chosen_is_said_and_the_focus_goes_to_the_options(visit: Visit):
    question = questions(visit(OPEN_QUIZZES[0]))[0]
    question.check.click()
    expect(question.status).to_have_text("You have not chosen an answer yet.")
    expect(question.options.first).to_be_focused()
    assert question.state is None


def test_a_wrong_answer_is_explained_and_does_not_give_the_right_one_away(visit: Visit):
    question = with_one_answer(visit(OPEN_QUIZZES[0]))
    question.answer(question.wrong.first)
    assert question.state == "wrong"
    expect(question.status).to_have_text("Not quite. You can choose again, or show the answer.")
    expect(question.form.locator(".quiz__option .quiz__verdict")).to_have_count(1)
    expect(question.form.locator(".quiz__answer .quiz__key")).to_be_hidden()
    described_by = question.wrong.first.get_attribute("aria-describedby")
    assert described_by
    expect(question.form.locator(f"[id='{described_by}']")).to_contain_text("Not this one")


def test_part_of_a_right_answer_counts_as_partly_right(visit: Visit):
    question = with_several_answers(visit(OPEN_QUIZZES[0]))
    question.answer(question.right.first)
    assert question.state == "partly"
    expect(question.status).to_have_text(f"Partly right: 1 of {question.right.count()} found.")


def test_trying_again_empties_one_question_and_no_other(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    first, second = questions(page)[:2]
    first.answer(first.wrong.first)
    second.answer_right()

    first.retry.click()

    assert (first.state, second.state) == (None, "right")
    expect(first.status).to_be_empty()
    expect(first.form.locator("input:checked")).to_have_count(0)
    expect(first.options.first).to_be_focused()
    expect(second.form.locator("input:checked")).to_have_count(second.right.count())


def test_trying_again_does_not_count_as_right_at_the_first_try(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    first, *others = questions(page)
    first.answer(first.wrong.first)
    first.retry.click()
    first.answer_right()
    for question in others:
        question.answer_right()
    total = len(others) + 1
    expect(page.locator(".quiz__score")).to_have_text(
        f"You answered {total} of {total}; {total - 1} right at the first try."
    )


def test_starting_again_empties_everything(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    for question in questions(page):
        question.answer_right()
    page.get_by_role("button", name="Start the quiz again").click()
    assert [question.state for question in questions(page)] == [None] * len(questions(page))
    expect(page.locator("course-quiz input:checked")).to_have_count(0)
    expect(questions(page)[0].options.first).to_be_focused()


@pytest.mark.parametrize("address", QUIZZES)
def test_axe_finds_nothing_in_any_state(visit: Visit, address: str):
    """test_every_page looks at the quiz before it is touched."""
    page = visit(address)
    several, single, empty, *others = sorted(questions(page), key=lambda question: not question.many)
    several.answer(several.right.first)
    single.answer(single.wrong.first)
    for question in others:
        question.answer_right()
    for folded in page.locator("course-quiz details").all():
        folded.locator("summary").click()
    empty.check.click()
    assert (several.state, single.state, empty.state, others[0].state) == ("partly", "wrong", None, "right")
    found = violations(page, "course-quiz")

    empty.answer_right()
    expect(page.locator(".quiz__score")).not_to_be_empty()
    found += violations(page, ".quiz__end")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_an_answered_quiz_does_not_scroll_sideways(visit: Visit, width: int):
    page = visit(OPEN_QUIZZES[0], width=width)
    for question in questions(page):
        question.answer(question.options.last)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_answers_are_there_after_a_reload(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    first, second = questions(page)[:2]
    first.answer(first.wrong.first)
    second.answer_right()

    page.reload()

    first, second, third = questions(page)[:3]
    assert (first.state, second.state, third.state) == ("wrong", "right", None)
    expect(first.wrong.first).to_be_checked()


@pytest.mark.parametrize("address", SENSITIVE_QUIZZES)
def test_a_sensitive_quiz_keeps_nothing(visit: Visit, address: str):
    page = visit(address)
    question = questions(page)[0]
    question.answer_right()
    assert kept(page) == []

    page.reload()

    assert questions(page)[0].state is None
    expect(page.locator("course-quiz input:checked")).to_have_count(0)


def test_what_is_kept_stays_in_the_tab(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    questions(page)[0].answer_right()
    assert [name for name in kept(page) if not name.startswith("sessionStorage quiz:")] == []
    assert kept(page)


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["refused", "full"])
@pytest.mark.parametrize("address", QUIZZES)
def test_a_quiz_works_where_the_browser_keeps_nothing(visit: Visit, address: str, storage: str):
    page = visit(address, before=storage)
    for question in questions(page):
        question.answer_right()
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()


def test_damaged_answers_are_forgotten(visit: Visit):
    page = visit(OPEN_QUIZZES[0])
    questions(page)[0].answer_right()
    page.evaluate(
        "Object.keys(sessionStorage).filter((key) => key.startsWith('quiz:'))"
        ".forEach((key) => sessionStorage.setItem(key, '{'))"
    )
    page.reload()
    question: Question = questions(page)[0]
    assert question.state is None
    question.answer_right()


@pytest.mark.parametrize("address", QUIZZES)
def test_a_quiz_starts_again_after_instant_navigation(visit: Visit, address: str):
    page = visit(address)
    questions(page)[0].answer_right()
    page.evaluate("window.sameDocument = true")

    page.get_by_role("link", name="Get help now").first.click()
    expect(page.locator("course-quiz")).to_have_count(0)
    page.go_back()

    assert page.evaluate("window.sameDocument"), "the page was loaded anew, so this test checks nothing"
    first, second = questions(page)[:2]
    assert first.state == (None if address in SENSITIVE else "right")
    second.answer_right()
    expect(second.form.locator(".quiz__outcome > *")).to_have_count(1)


@pytest.mark.parametrize("address", QUIZZES)
def test_the_answers_are_there_without_scripts_and_folded_away(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    forms = page.locator("course-quiz form")
    for form in forms.all():
        expect(form.get_by_role("button", name="Check my answer")).to_be_hidden()
        key = form.locator(".quiz__answer .quiz__key")
        expect(key).to_be_hidden()
        form.locator(".quiz__answer > summary").click()
        expect(key).to_be_visible()
        expect(form.locator(".quiz__answer .quiz__explanation")).to_be_visible()


@pytest.mark.parametrize("address", QUIZZES)
def test_answers_that_nobody_asked_for_are_not_printed(visit: Visit, address: str):
    page = visit(address)
    first, second = questions(page)[:2]
    first.form.locator(".quiz__answer > summary").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # which makes Material open whatever is folded
    expect(second.form.locator(".quiz__answer")).to_have_attribute("open", "")
    expect(second.form.locator(".quiz__prompt")).to_be_visible()
    expect(second.form.locator(".quiz__key")).to_be_hidden()
    expect(first.form.locator(".quiz__key")).to_be_visible()


def kept(page: Page) -> list[str]:
    """What the browser keeps of quizzes, by storage and key."""
    names: list[str] = page.evaluate(
        """() => [["localStorage", localStorage], ["sessionStorage", sessionStorage]].flatMap(
            ([name, storage]) => Object.keys(storage).map((key) => `${name} ${key}`))"""
    )
    return [name for name in names if "quiz" in name]
