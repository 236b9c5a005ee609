"""Which questions a quiz asks, in which order, and when it says how the answers were."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.questions_site import POINTS, TOTAL, of
from tests.browser.quizzes import Mouse, Outcome, by_id, finish, question_in, questions, saved_results

LIMITS, WORDS = {*of(objective="limits")}, {*of(objective="words")}


def ids(page: Page) -> list[str]:
    return [question.id for question in questions(page)]


def options(page: Page) -> list[list[str]]:
    """The order of what is shown in each question that has options, or items in rows."""
    lists = page.locator("course-quiz").locator(".quiz__parts, [data-type=choice] .quiz__options")
    return lists.evaluate_all("lists => lists.map((list) => [...list.children].map((one) => one.textContent))")


def test_an_option_marked_as_the_last_stays_at_the_end(visit_types: Visit):
    orders = set()
    for seed in range(8):
        found = visit_types(f"?question=pick-many&shuffle=options&seed={seed}").locator("#quiz-every-type--pick-many")
        texts = found.locator(".quiz__option:visible").all_inner_texts()
        assert texts[-1].endswith("None of these")
        orders.add(tuple(text.split("\n")[-1] for text in texts))
    assert len(orders) > 1


def notice(page: Page) -> Locator:
    return page.locator(".quiz__notice")


def test_one_question_or_several_can_be_asked_for(visit_types: Visit):
    page = visit_types("?question=judge")
    assert ids(page) == ["judge"]
    expect(notice(page)).to_have_text(f"This page shows 1 of {TOTAL} questions.")
    expect(page.get_by_text("Question 1 of 1", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Writing")).to_be_hidden()
    assert ids(visit_types("?question=sort,judge")) == ["sort", "judge"]


def test_the_questions_of_one_objective_can_be_asked_for(visit_types: Visit):
    page = visit_types("?objective=words")
    assert set(ids(page)) == WORDS
    results = finish(page)
    expect(results.get_by_text("Use the words of therapy.")).to_be_visible()
    expect(results.get_by_text("Say what limits in therapy are for.")).to_be_hidden()


def test_what_there_is_not_cannot_be_asked_for_so_all_is_shown(visit_types: Visit):
    assert len(ids(visit_types("?question=unknown&objective=none&draw=-2&draw=x"))) == TOTAL
    page = visit_types("?draw=0.5&exam=0#%")
    assert len(ids(page)) == TOTAL
    missing = "This address asks for something that is not here: draw=0.5."
    expect(notice(page)).to_have_text(f"{missing} This page shows {TOTAL} of {TOTAL} questions.")
    expect(notice(visit_types("?utm_source=a&exam=0&draw="))).to_have_text("")
    long = notice(visit_types(f"?exam&question={'x' * 99},2,3,4"))
    expect(long).to_contain_text(f"not here: question={'x' * 21}…, question=2, question=3, …. Here you see")


def test_an_exam_is_none_in_front_of_a_class(visit_types: Visit):
    page = visit_types("?exam=1&question=judge&view=class", view="one")
    expect(notice(page)).to_have_text(f"This page shows 1 of {TOTAL} questions.")
    expect(page.locator("course-quiz[data-exam]")).to_have_count(0)


def test_the_words_on_a_page_have_no_say_in_a_draw(visit_types: Visit):
    address = "?draw=5&shuffle=questions,options&seed=3"
    reworded = """addEventListener("DOMContentLoaded", () => {
        const texts = "button, .quiz__prompt, .quiz__item, .quiz__label span";
        for (const text of document.querySelectorAll(texts)) text.append("!");
    })"""
    page, other = visit_types(address), visit_types(address, before=reworded)
    assert ids(page) == ids(other)
    ordered = """lists => lists.map((list) => (
        [...list.querySelectorAll("[data-part], input")].map((one) => one.dataset.part ?? one.value)
    ))"""
    lists = [one.locator(".quiz__parts, .quiz__options") for one in (page, other)]
    assert lists[0].evaluate_all(ordered) == lists[1].evaluate_all(ordered)
    assert "!" in by_id(other)[ids(other)[0]].form.inner_text()


def test_a_fragment_leads_to_a_question_even_where_it_was_not_drawn(visit_types: Visit):
    page = visit_types("?question=judge#quiz-every-type--story")
    assert ids(page) == ["judge", "story"]
    expect(by_id(page)["story"].form).to_be_in_viewport()


def test_the_same_seed_draws_and_shuffles_the_same_for_everybody(visit_types: Visit):
    address = "?draw=5&shuffle=questions,options&seed={}"
    first, second = visit_types(address.format(1)), visit_types(address.format(1))
    assert len(ids(first)) == 5
    assert (ids(first), options(first)) == (ids(second), options(second))
    others = [visit_types(address.format(seed)) for seed in (2, 3)]
    assert any(ids(other) != ids(first) for other in others)
    assert any(options(other) != options(first) for other in others)
    assert [*options(visit_types("?shuffle=options&seed=2"))] != options(visit_types())


def test_questions_are_shuffled_within_their_section(visit_types: Visit):
    page = visit_types("?shuffle=questions&seed=2")
    plain = ids(visit_types())
    shuffled = ids(page)
    assert shuffled != plain
    chosen = len(of(section="choosing"))
    assert (set(shuffled[:chosen]), set(shuffled[chosen:])) == (set(plain[:chosen]), set(plain[chosen:]))
    numbers = page.locator(".quiz__number").all_inner_texts()
    assert numbers == [f"Question {number} of {TOTAL}" for number in range(1, TOTAL + 1)]


def test_shuffled_options_are_judged_as_before(visit_types: Visit):
    page = visit_types("?shuffle=questions,options&seed=4")
    for question in questions(page):
        question.answer("right")
    expect(finish(page).locator("[data-line=counts]")).to_have_text(f"{POINTS} right, of {POINTS}.")


def test_a_random_draw_is_the_same_after_a_reload(visit_types: Visit):
    page = visit_types("?draw=4&shuffle=questions")
    questions(page)[0].answer("right")
    before = ids(page)
    page.reload()
    assert ids(page) == before
    assert len({tuple(ids(visit_types("?draw=4&shuffle=questions"))) for _ in range(4)}) > 1


def test_a_quiz_can_draw_by_objective_and_shuffle_by_itself(visit_types: Visit):
    page = visit_types(quiz="drawn-types")
    drawn = ids(page)
    assert (len(LIMITS.intersection(drawn)), len(WORDS.intersection(drawn))) == (3, 1)
    expect(notice(page)).to_have_text(f"This page shows 4 of {TOTAL} questions.")
    assert ids(visit_types(quiz="drawn-types")) == drawn  # it has a seed
    assert ids(visit_types("?seed=8", quiz="drawn-types")) != drawn
    assert ids(visit_types("?question=judge,sort,story,think", quiz="drawn-types")) != drawn
    asked = visit_types("?question=judge,sort,story,think,pick-one&shuffle=", quiz="drawn-types")
    assert ids(asked) == ["sort", "pick-one", "judge", "think", "story"]


def test_a_quiz_without_a_seed_is_shuffled_anew_for_each_reader_and_stays_so(visit_types: Visit):
    orders = set()
    for _ in range(4):
        page = visit_types(quiz="mixed-types")
        by_id(page)["judge"].right.first.check()
        before = (ids(page), options(page))
        page.reload()
        assert (ids(page), options(page)) == before
        orders.add(tuple(before[0]))
    assert len(orders) > 1


def test_an_exam_says_how_it_went_at_the_end_alone(visit_types: Visit):
    page = visit_types("?exam")
    expect(notice(page)).to_have_text("Here you see how your answers were at the end, not after each question.")
    asked = by_id(page)
    for name in ("Check my answer", "Try again"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    for hidden in ("Hint 1 of 2", "Show the answer"):
        expect(page.get_by_text(hidden).first).to_be_hidden()
    page.get_by_text("Print, save or forget").click()
    expect(page.get_by_role("button", name="Print the questions", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Print the questions and the answers")).to_be_hidden()

    asked["pick-one"].wrong.first.check()
    asked["type-a-word"].form.get_by_label("Your answer").fill("consent")
    asked["type-a-word"].form.get_by_label("Your answer").press("Enter")
    expect(asked["type-a-word"].status).to_have_text("Your answer is kept. You will see how it went at the end.")
    story = asked["story"].form
    story.get_by_role("button", name="Say that something hurt you").click()
    expect(story.get_by_text("It was hard. You did it.").first).to_be_hidden()
    assert {question.state for question in asked.values()} == {None}
    expect(page.locator(".quiz__verdict:visible")).to_have_count(0)

    page.reload()
    assert {question.state for question in questions(page)} == {None}
    expect(by_id(page)["pick-one"].wrong.first).to_be_checked()

    results = finish(page)

    counts = f"2 right, 1 to look at again, {POINTS - 3} not answered, of {POINTS}."
    expect(results.locator("[data-line=counts]")).to_have_text(counts)
    found = {question.id: question.state for question in questions(page) if question.state}
    assert found == {"pick-one": "wrong", "type-a-word": "right", "story": "right"}
    expect(by_id(page)["pick-one"].answer_fold).to_be_visible()
    expect(by_id(page)["pick-one"].retry).to_be_visible()

    results.get_by_role("button", name="Start the quiz again").click()
    expect(by_id(page)["pick-one"].answer_fold).to_be_hidden()


def test_an_exam_begins_blank_after_practice_and_practice_after_an_exam(visit_types: Visit):
    page = visit_types()
    practice = page.url
    for id in ("pick-one", "judge", "type-a-word"):
        by_id(page)[id].answer("right")

    page.goto(practice + "&exam")

    fields = "fields => fields.filter((field) => field.checked || field.type === 'text' && field.value).length"
    assert [*questions(page)]
    assert page.locator("course-quiz form input").evaluate_all(fields) == 0
    by_id(page)["judge"].wrong.first.check()
    page.reload()
    expect(by_id(page)["judge"].wrong.first).to_be_checked()
    results = finish(page)
    expect(results).to_contain_text(f"0 right, 1 to look at again, {POINTS - 1} not answered, of {POINTS}.")
    expect(results).not_to_contain_text("at the first try")

    page.goto(practice)
    asked = by_id(page)
    assert (asked["pick-one"].state, asked["judge"].state) == ("right", "right")
    expect(asked["judge"].right.first).to_be_checked()


def test_an_address_says_nothing_to_a_quiz_that_stands_on_another_page(visit: Visit):
    page = visit("/trust/why-trust-matters/?exam&draw=1&question=kept-times")
    assert len(ids(page)) == 12
    expect(notice(page)).to_have_text("")


def test_starting_again_draws_anew_where_no_seed_is_given(visit_types: Visit):
    page = visit_types("?draw=3")
    draws = set()
    for _ in range(6):
        draws.add(tuple(ids(page)))
        questions(page)[0].answer("right")
        finish(page).get_by_role("button", name="Start the quiz again").click()
    assert len(draws) > 1
    assert {len(draw) for draw in draws} == {3}
    assert {question.state for question in questions(page)} == {None}

    page = visit_types("?draw=3&seed=5")
    before = ids(page)
    finish(page).get_by_role("button", name="Start the quiz again").click()
    assert ids(page) == before


@pytest.mark.parametrize("exam", ["", "exam&"])
def test_an_end_is_the_end_of_what_was_asked_then(visit_types: Visit, exam: str):
    """As for a class that is given one part of a quiz after the other, in the same tab."""
    page = visit_types(f"?{exam}question=pick-one,judge")
    for question in questions(page):
        question.give("wrong", Mouse())
    finish(page)
    page.goto(page.url.replace("pick-one,judge", "type-a-word,judge"))
    expect(page.locator("course-quiz[data-ready]")).to_be_visible()
    expect(page.locator(".quiz__results")).to_be_hidden()
    by_id(page)["type-a-word"].give("right", Mouse())
    results = finish(page)
    other = "not answered" if exam else "to look at again"  # an exam begins with the answers of no other
    expect(results.locator("[data-line=counts]")).to_have_text(f"1 right, 1 {other}, of 2.")
    page.reload()
    expect(results.locator("[data-line=counts]")).to_have_text(f"1 right, 1 {other}, of 2.")


@pytest.mark.parametrize("address", ["?question=judge", "?exam"])
def test_the_end_of_one_thing_is_not_where_another_begins(visit_types: Visit, address: str):
    page = visit_types("?question=pick-one", view="one")
    page.get_by_role("link", name="Start", exact=True).click()
    question_in(page.locator("form[data-here]")).answer("right")
    page.locator("form[data-here]").get_by_role("button", name="See my results").click()
    expect(page.get_by_role("heading", name="Your results")).to_be_visible()
    page.goto(page.url.split("?")[0] + address)
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    expect(page.locator(".quiz__end")).to_be_hidden()


@pytest.mark.parametrize("reloads", [False, True])
def test_what_is_tried_after_an_exam_changes_nothing_of_its_results(visit_types: Visit, reloads: bool):
    page = visit_types("?exam&question=pick-one,judge,type-a-word")
    by_id(page)["pick-one"].wrong.first.check()
    by_id(page)["judge"].right.first.check()
    results = finish(page)
    counts = "1 right, 1 to look at again, 1 not answered, of 3."
    expect(results.locator("[data-line=counts]")).to_have_text(counts)
    expect(results).to_contain_text("What you try now changes nothing here.")
    before = saved_results(page)

    by_id(page)["pick-one"].retry.click()
    by_id(page)["pick-one"].answer("right")
    by_id(page)["type-a-word"].answer("right")
    if reloads:
        page.reload()
        expect(results.locator("[data-line=counts]")).to_be_visible()

    expect(results.locator("[data-line=counts]")).to_have_text(counts)
    after = saved_results(page)
    assert after["questions"] == before["questions"]
    assert after["score"] == 1
    assert "had tried before" in after["about"]


COUNTS = "[data-line=counts]"


def end_exam(page: Page, outcome: Outcome) -> Locator:
    """Answer all questions as well as that, and end the exam."""
    for question in questions(page):
        question.give(outcome, Mouse())
    return finish(page)


def test_an_exam_stays_as_it_ended_whatever_is_practised_or_asked_in_another(visit_types: Visit):
    page = visit_types("?exam&question=pick-one,judge")
    exam = page.url
    wrong = "0 right, 2 to look at again, of 2."
    expect(end_exam(page, "wrong").locator(COUNTS)).to_have_text(wrong)

    page.goto(exam.replace("exam&", ""))
    for question in questions(page):
        question.answer("right")
    page.goto(exam.replace("question=pick-one,judge", "question=pick-one"))
    expect(by_id(page)["pick-one"].right.first).not_to_be_checked()
    expect(end_exam(page, "right").locator(COUNTS)).to_have_text("1 right, of 1.")

    page.goto(exam.replace("exam&question=pick-one,judge", "question=judge,pick-one&exam=1"))  # asks for the same
    expect(page.locator(COUNTS)).to_have_text(wrong)
    assert by_id(page)["pick-one"].state == "wrong"
    page.goto(exam.replace("exam&", ""))
    assert {question.state for question in questions(page)} == {"right"}


def test_the_sheet_says_which_attempt_at_an_exam_it_is(visit_types: Visit):
    page = visit_types("?exam&question=pick-one,judge")
    results = end_exam(page, "wrong")
    expect(results).not_to_contain_text("Attempt")
    assert saved_results(page)["attempt"] == 1
    results.get_by_role("button", name="Start the quiz again").click()
    page.reload()
    results = end_exam(page, "right")
    expect(results).to_contain_text("Attempt 2 in this browser.")
    saved = saved_results(page)
    assert (saved["attempt"], saved["score"]) == (2, 2)
    page.evaluate("window.print = () => {}")
    results.get_by_role("button", name="Print the sheet").click()
    expect(page.locator("[data-fact=score]")).to_have_text("2 right, of 2. 2 out of 2 Attempt 2 in this browser.")
    page.goto(page.url.split("quizzes/")[0] + "quizzes/")
    expect(page.locator("[data-begun][data-quiz=every-type]")).to_have_text("Begun")


def test_the_first_end_of_an_exam_counts_where_two_tabs_remember_it(visit_types: Visit):
    page = visit_types("?exam&question=pick-one,judge")
    page.get_by_text("Print, save or forget").click()
    page.get_by_label("Remember my answers on this device").check()
    other = page.context.new_page()
    other.goto(page.url)
    by_id(page)["pick-one"].give("wrong", Mouse())
    first = "0 right, 1 to look at again, 1 not answered, of 2."
    expect(finish(page).locator(COUNTS)).to_have_text(first)

    expect(end_exam(other, "right").locator(COUNTS)).to_have_text(first)
    third = page.context.new_page()
    third.goto(page.url)
    expect(third.locator(COUNTS)).to_have_text(first)


def test_what_was_handed_in_during_an_exam_is_said_after_a_reload(visit_types: Visit):
    page = visit_types("?exam&question=type-a-word,judge")
    by_id(page)["type-a-word"].give("right", Mouse())
    by_id(page)["judge"].give("right", Mouse())
    kept = "Your answer is kept. You will see how it went at the end."
    by_id(page)["type-a-word"].form.get_by_role("textbox").press("Enter")
    expect(by_id(page)["type-a-word"].status).to_have_text(kept)
    page.reload()
    asked = by_id(page)
    expect(asked["type-a-word"].status).to_have_text(kept)
    expect(asked["judge"].status).to_be_empty()
    asked["type-a-word"].change()
    expect(asked["type-a-word"].status).to_be_empty()
