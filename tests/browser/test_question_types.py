"""What each type of question makes of an answer: the mark beside it, what it is worth, what is said."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from primer.features.quiz.registry import TYPES

from tests.browser.conftest import Visit
from tests.browser.questions_site import POINTS, SCORED
from tests.browser.quizzes import Keys, Mouse, Question, by_id, finish, questions, saved_results

#: What an answer is worth when it is partly right, by the ``partial_credit`` of its type; grade.json has more of it.
WORTH = {
    "pick-many": 1 / 2,  # one of two right options
    "match-words": 1 / 3,
    "put-in-order": 1 / 3,
    "sort": 1 / 3,
    "fill-gaps": 1 / 2,
    "type-a-word": 1 / 2,  # nearly spelt right
    "story": 1 / 2,  # a mixed ending
}


def only(page: Page) -> Question:
    [question] = questions(page)
    return question


def credits(page: Page) -> dict[str, float | None]:
    """What each answer is worth, by the results that a reader can save."""
    return {question["id"]: question["credit"] for question in saved_results(page)["questions"]}


def test_the_examples_hold_every_type(visit_types: Visit):
    asked = by_id(visit_types())
    assert set(asked) == set(SCORED)
    assert {question.type for question in asked.values()} == set(TYPES)


def test_right_answers_are_worth_a_point(visit_types: Visit):
    page = visit_types()
    for question in questions(page):
        question.answer("right")
    finish(page)
    assert credits(page) == {id: 1 if is_scored else None for id, is_scored in SCORED.items()}


def test_partly_right_answers_are_worth_what_the_rule_says(visit_types: Visit):
    page = visit_types()
    asked = by_id(page)
    partly = {id for id, question in asked.items() if "partly" in question.outcomes}
    for id in partly:
        asked[id].answer("partly")
    results = finish(page)
    found = credits(page)
    assert {id: found[id] for id in WORTH} == WORTH
    assert {id for id, credit in found.items() if credit and 0 < credit < 1} == partly
    left = POINTS - len(partly)
    expect(results.locator("[data-line=counts]")).to_have_text(
        f"0 right, {len(partly)} partly, {left} not answered, of {POINTS}."
    )


def test_wrong_answers_are_worth_nothing_and_each_can_be_tried_again_by_keyboard(visit_types: Visit):
    page = visit_types()
    keys, asked = Keys(page), by_id(page)
    for question in asked.values():
        question.answer(question.outcomes[-1], keys)
    states = {id: question.state for id, question in asked.items()}
    assert states == {id: "wrong" if is_scored else "done" for id, is_scored in SCORED.items()}
    finish(page, keys)
    assert set(credits(page).values()) == {0, None}

    for id, question in asked.items():
        keys.press(question.retry)

        assert {id: question.state for id, question in asked.items()} == {**states, id: None}
        expect(question.status).to_be_empty()
        expect(question.form.locator(".quiz__verdict[id]")).to_have_count(0)
        assert question.form.evaluate("form => form.contains(document.activeElement)")
        question.answer("right", keys)
        states[id] = question.state
    expect(page.locator("[data-line=counts]")).to_have_text(f"{POINTS} right, of {POINTS}.")


def test_what_is_said_to_an_answer_stands_beside_it(visit_types: Visit):
    for id, question in by_id(visit_types()).items():
        if not (SCORED[id] and question.parts.count()):
            continue
        question.answer("wrong")
        verdicts = question.form.locator(".quiz__fields .quiz__verdict")
        expect(verdicts).to_have_count(question.parts.count())
        for verdict in verdicts.all():
            expect(verdict.locator(".quiz__mark")).not_to_be_empty()
            expect(verdict.locator(".quiz__feedback")).not_to_be_empty()


def test_nothing_is_said_of_an_answer_that_has_changed_since(visit_types: Visit):
    asked = by_id(visit_types())
    for question in asked.values():
        question.answer("right")
        question.change()

        assert (question.id, question.state) == (question.id, None)
        expect(question.form.locator(".quiz__fields .quiz__verdict")).to_have_count(0)
        expect(question.form.locator(".quiz__outcome")).to_be_empty()


def test_nothing_is_said_to_be_wrong_where_nothing_was_answered(visit_types: Visit):
    said = {
        "pick-one": "You have not chosen an answer yet.",
        "match-words": "You have not chosen an answer yet.",
        "put-in-order": "You have not moved anything yet.",
        "type-a-word": "You have not typed an answer yet.",
        "type-a-number": "You have not typed an answer yet.",
        "think": "You have not typed an answer yet.",
    }
    for id, question in by_id(visit_types()).items():
        if not question.is_checked_by_button:
            continue
        question.check.click()
        expect(question.status).to_have_text(said.get(id, re.compile(r"\w")))
        assert question.state is None
        assert question.form.evaluate("form => form.querySelector('fieldset').contains(document.activeElement)")


def test_the_part_without_an_answer_is_gone_to(visit_types: Visit):
    asked = by_id(visit_types())
    for id, empty in {"match-words": "select", "sort": "input", "fill-gaps": "input"}.items():
        question = asked[id]
        *others, last = question.parts.all()
        for part in others:
            question.fill(part, "right", Mouse())
        question.check.click()
        total = len(others) + 1
        expect(question.status).to_have_text(f"You have answered {total - 1} of {total} parts. Answer the others too.")
        expect(last.locator(empty).first).to_be_focused()


def test_a_wrong_option_takes_away_from_the_right_ones(visit_types: Visit):
    page = visit_types("?question=pick-many")
    question = only(page)
    for option in question.options.all()[:3]:
        option.check()
    question.check.click()
    expect(question.status).to_have_text("Partly right: 2 of 2 found, 1 chosen that does not belong.")
    expect(finish(page).locator("[data-line=counts]")).to_have_text("0 right, 1 partly, of 1.")


def test_a_word_is_judged_by_its_letters(visit_types: Visit):
    question = only(visit_types("?question=type-a-word"))
    typed = {
        "Informed  CONSENT!": "right",
        "Informéd-consent": "right",
        "informed consnet": "near",
        "infomed consent": "near",
        "permission": "wrong",
        "conversation": "wrong",
    }
    for words, state in typed.items():
        question.form.get_by_label("Your answer").fill(words)
        question.form.get_by_label("Your answer").press("Enter")
        expect(question.form, words).to_have_attribute("data-state", state)


def test_an_expected_mistake_has_an_answer_of_its_own(visit_types: Visit):
    page = visit_types()
    word, number = by_id(page)["type-a-word"], by_id(page)["type-a-number"]
    word.form.get_by_label("Your answer").fill("Permission")
    word.check.click()
    expect(word.parts.first).to_contain_text("The word used in ethics codes begins with 'con'.")
    number.form.get_by_label("Your answer, as a number").fill("4")
    number.check.click()
    expect(number.parts.first).to_contain_text("That is one month.")


def test_a_number_is_judged_by_its_value_and_its_unit(visit_types: Visit):
    question = only(visit_types("?question=type-a-number"))
    not_quite = "Not quite. You can try again, or show the answer."
    no_number = "This is not a number. Write it in digits, such as 12 or 0.5."
    right = "Right. The explanation is below."
    typed = {
        "12": right,
        "12 sessions": right,
        "11,5": right,
        "13.0 Session.": right,
        "+12": right,
        "12 weeks": "The number is right. Look at the unit.",
        "-12": not_quite,
        "\u221212": not_quite,
        "1,200": not_quite,
        "13.2": not_quite,
        "twelve": no_number,
        "1.2.3": no_number,
    }
    for words, said in typed.items():
        question.form.get_by_label("Your answer, as a number").fill(words)
        question.check.click()
        expect(question.status, words).to_have_text(said)


def test_moving_an_item_says_where_it_stands_now_and_keeps_the_focus(visit_types: Visit):
    page = visit_types("?question=put-in-order")
    question, keys = only(page), Keys(page)
    last = question.parts.last
    name = last.locator(".quiz__item").inner_text()
    up = question.form.locator("li", has_text=name).get_by_role("button", name="Move up")
    keys.press(up)
    expect(question.status).to_have_text(f"{name}: now number 2 of 3")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(question.status).to_have_text(f"{name}: now number 1 of 3")
    expect(question.parts.first).to_contain_text(name)


def test_an_item_goes_to_the_place_that_is_chosen_and_its_control_stays_under_the_finger(visit_types: Visit):
    page = visit_types("?question=put-in-order", width=360)
    question = only(page)
    first = question.parts.first
    name = first.locator(".quiz__item").inner_text()
    places = question.form.get_by_role("combobox", name="Place")
    assert [places.nth(index).input_value() for index in range(3)] == ["1", "2", "3"]
    mine = question.form.get_by_role("combobox", name=f"Place {name}")
    mine.select_option("3")
    expect(question.status).to_have_text(f"{name}: now number 3 of 3")
    expect(question.parts.last).to_contain_text(name)
    expect(mine).to_be_focused()
    assert [places.nth(index).input_value() for index in range(3)] == ["1", "2", "3"]

    page.mouse.wheel(0, 200)
    up = question.form.get_by_role("button", name=f"Move up {name}")
    up.scroll_into_view_if_needed()
    before = up.bounding_box()
    up.click()
    expect(question.status).to_have_text(f"{name}: now number 2 of 3")
    after = up.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2
    page.reload()
    expect(question.parts.nth(1)).to_contain_text(name)
    expect(mine).to_have_value("2")


def test_a_gap_is_called_by_its_sentence(visit_types: Visit):
    form = only(visit_types("?question=fill-gaps")).form
    name = "Gap 1: A strain between you is called a …, and putting it right is called Gap 2."
    expect(form.get_by_role("combobox", name=name, exact=True)).to_be_visible()


def test_the_order_at_first_can_be_given_as_the_answer(visit_types: Visit):
    question = only(visit_types("?question=put-in-order"))
    question.parts.first.get_by_role("button", name="Move up").click()
    question.check.click()
    assert question.state in ("partly", "wrong")
    expect(question.form.locator(".quiz__mark", has_text="Not in this place").first).to_be_visible()


def test_free_words_are_compared_and_never_scored(visit_types: Visit):
    page = visit_types("?question=think")
    only(page).answer("right")
    expect(only(page).status).to_have_text("There is no right or wrong here. Compare your words with the ones below.")
    expect(only(page).form.get_by_text("Some people write it down first.").first).to_be_visible()
    expect(finish(page).locator(".quiz__score")).to_have_text("Nothing in this quiz is scored.")


def test_a_story_goes_on_and_back_step_by_step(visit_types: Visit):
    page = visit_types("?question=story")
    question = only(page)
    step = question.form.locator("[data-step]:visible")
    question.form.get_by_role("button", name="Say that all is well").click()
    expect(step).to_have_count(1)
    expect(step).to_be_focused()
    expect(step).to_contain_text("Nothing changes yet.")
    expect(step).to_contain_text("The session goes on.")
    assert "#" not in page.url

    question.form.get_by_role("button", name="Go back one step").click()
    expect(step).to_contain_text("The session begins.")
    expect(question.form.get_by_role("button", name="Go back one step")).to_be_hidden()

    question.form.get_by_role("button", name="Say that something hurt you").click()
    expect(question.status).to_have_text("You have come to an end of the story. It goes well.")
    assert question.form.inner_text().count("It goes well") == 1
    question.form.get_by_role("button", name="Go back one step").click()
    assert question.state is None
    expect(question.status).to_be_empty()


def test_a_choice_with_the_same_words_in_two_steps_is_answered_as_in_its_own(visit_types: Visit):
    page = visit_types(quiz="told-twice")
    form = only(page).form
    form.get_by_role("button", name="Wait").click()
    form.get_by_role("button", name="Say no").click()
    before = form.locator("[data-step]:visible .quiz__before")
    expect(before).to_have_text("You said it the second time.")
    page.reload()
    expect(before).to_have_text("You said it the second time.")


def test_what_is_said_to_an_answer_describes_the_control_that_gave_it(visit_types: Visit):
    asked = by_id(visit_types())
    described = {
        "pick-one": "input:checked",
        "pick-many": "input:checked",
        "judge": "input:checked",
        "match-words": "select",
        "sort": "input:checked",
        "fill-gaps": "input, select",
        "type-a-word": "input",
        "type-a-number": "input",
    }
    for id, controls in described.items():
        question = asked[id]
        question.answer("wrong")
        verdicts = question.form.locator(".quiz__fields .quiz__verdict")
        last = "all => all.map((one) => one.getAttribute('aria-describedby').split(' ').at(-1))"
        ids = question.parts.locator(controls).evaluate_all(last)
        assert ids == verdicts.evaluate_all("all => all.map(({ id }) => id)"), id
        described_by_verdicts = question.parts.locator("[aria-describedby$='--verdict']")
        expect(described_by_verdicts).to_have_count(len(ids))
        question.retry.click()
        expect(described_by_verdicts).to_have_count(0)


def test_what_is_said_of_a_place_describes_its_list_and_every_control_is_called_by_its_item(visit_types: Visit):
    question = only(visit_types("?question=put-in-order"))
    described = question.form.locator(".quiz__part [aria-describedby*=verdict]")
    expect(described).to_have_count(0)
    question.answer("wrong")
    expect(described).to_have_count(3)
    for control in described.all():
        expect(control).to_have_class(re.compile("quiz__place"))
        expect(control).to_have_accessible_description(re.compile("Not in this place"))
    for item in question.parts.all():
        name = item.locator(".quiz__item").inner_text()
        for words in ("Move up", "Move down"):
            expect(item.get_by_role("button", name=f"{words} {name}", exact=True)).to_be_visible()
    question.retry.click()
    expect(described).to_have_count(0)
