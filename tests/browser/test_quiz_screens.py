"""One question at a time: the start, the way through, what stands where the eye is, and the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations, violations_by_day
from tests.browser.conftest import Visit
from tests.browser.questions_site import POINTS, TOTAL
from tests.browser.quizzes import Keys, Mouse, kept, question_in, questions
from tests.site_pages import QUIZZES

PHONE = {"width": 360, "height": 740}


def here(page: Page) -> Locator:
    """The form of the question that is shown."""
    form = page.locator("course-quiz form[data-here]")
    expect(form).to_be_visible()
    return form


def start(page: Page) -> Locator:
    """Begin; return the first question."""
    page.get_by_role("link", name="Start", exact=True).click()
    return here(page)


def go_to(page: Page, id: str) -> Locator:
    """Go to a question by the list of all."""
    page.locator(".quiz__map > summary").click()
    page.locator(f".quiz__map a[href$='--{id}']").click()
    return here(page)


def follow(page: Page) -> None:
    here(page).get_by_role("button", name=re.compile("^(Next question|See my results)$")).click()


def skip(page: Page) -> None:
    page.get_by_role("button", name="Skip this one").click()


def test_the_start_says_what_the_quiz_is_and_shows_no_question(visit_types: Visit):
    page = visit_types(view="one")
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    expect(page.get_by_text("By the end you can:")).to_be_visible()
    expect(page.locator("form:visible, .quiz__end:visible, .quiz__head:visible")).to_have_count(0)


@pytest.mark.parametrize("address", QUIZZES)
def test_what_the_start_says_fits_the_screen_of_a_phone_with_its_button_below(look: Visit, address: str):
    page = look(address, width=PHONE["width"], has_touch=True, is_mobile=True)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(page.locator("course-quiz[data-ready]")).to_be_visible()
    button = page.get_by_role("link", name="Start", exact=True)
    expect(button).to_be_in_viewport(ratio=1)
    ends = "bar => [bar.previousElementSibling, bar].map((one) => one.getBoundingClientRect())"
    before, bar = page.locator(".quiz__begin").evaluate(ends)
    assert 0 < before["bottom"] <= bar["top"] + 1, "the button, which stays in sight, lies over what the start says"


def test_the_keyboard_alone_leads_through_every_type_one_at_a_time(visit_types: Visit):
    page = visit_types(view="one")
    keys = Keys(page)
    keys.press(page.get_by_role("link", name="Start", exact=True))
    for number in range(1, TOTAL + 1):
        form = here(page)
        expect(page.locator("course-quiz form:visible")).to_have_count(1)
        expect(form.locator(".quiz__heading")).to_be_focused()
        expect(page.get_by_role("progressbar", name=f"Question {number} of {TOTAL}")).to_have_attribute(
            "value", str(number)
        )
        question_in(form).answer("right", keys)
        onward = "See my results" if number == TOTAL else "Next question"
        keys.press(form.get_by_role("button", name=onward, exact=True))
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(page.locator("[data-line=counts]")).to_have_text(f"{POINTS} right, of {POINTS}.")
    expect(page.locator("form:visible")).to_have_count(0)


def test_what_is_said_to_an_answer_is_read_out_with_the_verdict(visit_types: Visit):
    page = visit_types(view="one")
    start(page)
    form = go_to(page, "pick-one")
    question_in(form).answer("wrong")
    status = form.get_by_role("status")
    expect(status).to_contain_text("Not quite.")
    expect(status).to_contain_text("It may be so, but it is an impression.")
    assert status.evaluate("one => one.matches('[role=status]:not([aria-live=off])')")
    expect(form.locator(".quiz__option:has(:checked) .quiz__verdict")).to_contain_text("it is an impression")

    form = go_to(page, "match-words")
    question_in(form).answer("partly")
    words = form.locator(".quiz__verdict[data-mark=wrong] .quiz__feedback").all_inner_texts()
    assert words
    for text in words:
        expect(form.get_by_role("status")).to_contain_text(text)


def test_one_right_option_of_several_does_not_look_as_if_all_was_right(visit_types: Visit):
    page = visit_types("?question=pick-many", view="one")
    form = start(page)
    form.locator("input[data-correct]").first.check()
    form.get_by_role("button", name="Check my answer").click()
    line = form.get_by_role("status")
    expect(line).to_contain_text("Partly right: 1 of 2")
    assert (line.bounding_box() or {"width": 0})["width"] > 100


def test_the_main_button_is_check_and_then_next(visit_types: Visit):
    page = visit_types(view="one")
    form = go_to_first_choice(page)
    check, following = form.get_by_role("button", name="Check my answer"), form.locator(".quiz__next")
    expect(following).to_be_hidden()
    question_in(form).give("wrong", Mouse())
    check.click()
    expect(check).to_be_hidden()
    expect(following).to_be_focused()
    expect(form.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.get_by_role("button", name="Skip this one")).to_be_hidden()
    form.get_by_role("button", name="Try again").click()
    expect(following).to_be_hidden()
    expect(check).to_be_visible()


def go_to_first_choice(page: Page) -> Locator:
    start(page)
    return go_to(page, "pick-one")


def test_a_key_that_is_held_does_not_skip_a_question(visit_types: Visit):
    page = visit_types(view="one")
    form = go_to_first_choice(page)
    question_in(form).give("wrong", Mouse())
    form.get_by_role("button", name="Check my answer").focus()
    for _ in range(4):
        page.keyboard.down("Enter")  # the second and later ones count as repeated
    page.keyboard.up("Enter")
    expect(here(page)).to_have_attribute("data-question", "pick-one")


def test_a_double_click_moves_on_once(visit_types: Visit):
    page = visit_types(view="one")
    page.get_by_role("link", name="Start", exact=True).dblclick()
    first = here(page).get_attribute("data-question")
    question_in(here(page)).answer("right")
    here(page).locator(".quiz__next").dblclick()
    second = here(page).get_attribute("data-question")
    numbers = page.locator("course-quiz form").evaluate_all("forms => forms.map((form) => form.dataset.question)")
    assert [first, second] == numbers[:2]


def test_a_double_click_skips_no_part_of_a_story(visit_types: Visit):
    page = visit_types("#quiz-every-type--story", view="one")
    form = here(page)
    form.get_by_role("button", name="Say that all is well").dblclick()
    expect(form.locator("[data-step]:visible")).to_contain_text("The session goes on.")


def test_a_story_counts_its_parts_on_the_way(visit_types: Visit):
    page = visit_types("#quiz-every-type--story", view="one")
    form = here(page)
    step = form.locator("[data-step]:visible")
    expect(step).to_have_accessible_name("Part 1")
    form.get_by_role("button", name="Say that all is well").click()
    expect(step).to_have_accessible_name("Part 2")
    expect(step).to_be_focused()
    expect(step).to_have_attribute("role", "group")


def test_a_poor_ending_says_what_could_be_done_next_time_without_a_cross(visit_types: Visit):
    page = visit_types("#quiz-every-type--story", view="one")
    form = here(page)
    question_in(form).answer("wrong")
    expect(form.locator("[data-step]:visible")).to_contain_text("Next time, this is worth a try:")
    expect(form.locator("[data-step]:visible q")).to_have_text("Bring it up now")
    sign = form.locator(".quiz__status").evaluate("one => getComputedStyle(one, '::before').content")
    assert "✗" not in sign
    assert "↻" in sign


def test_questions_can_be_skipped_and_gone_back_to_from_a_list_that_says_how_each_went(visit_types: Visit):
    page = visit_types(view="one")
    start(page)
    question_in(here(page)).answer("right")
    first = here(page).get_attribute("data-question")
    follow(page)
    skip(page)
    page.get_by_role("button", name="Back", exact=True).click()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(here(page)).to_have_attribute("data-question", first or "")

    page.locator(".quiz__map > summary").click()
    items = page.locator(".quiz__map li")
    expect(items).to_have_count(TOTAL)
    expect(items.first).to_contain_text("right")
    expect(items.nth(1)).to_contain_text("not answered")
    expect(items.first.get_by_role("link")).to_have_attribute("aria-current", "step")
    items.nth(4).get_by_role("link").click()
    expect(page.locator(".quiz__map")).not_to_have_attribute("open", "")
    expect(page.get_by_text(f"5 of {TOTAL}", exact=True)).to_be_visible()
    assert "#" not in page.url

    page.get_by_role("button", name="Back", exact=True).click()
    for _ in range(4):
        page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_role("link", name="Go on: question 2")).to_be_visible()


def test_what_was_skipped_is_listed_before_the_results(visit_types: Visit):
    page = visit_types("?question=pick-one,judge", view="one")
    start(page)
    skip(page)
    question_in(here(page)).answer("right")
    follow(page)
    missing = page.get_by_role("group", name="There are questions you have not answered")
    expect(missing).to_be_focused()
    missing.get_by_role("link").click()
    expect(here(page)).to_have_attribute("data-question", "pick-one")
    question_in(here(page)).answer("wrong")
    page.locator(".quiz__next").locator("visible=true").click()
    follow(page)
    expect(page.locator("[data-line=counts]")).to_have_text("1 right, 1 to look at again, of 2.")

    again = page.locator("[data-part=again]")
    again.get_by_role("link").click()
    expect(here(page)).to_have_attribute("data-question", "pick-one")
    page.get_by_role("button", name="See my results", exact=True).click()
    again.get_by_role("button", name="Look at these questions again").click()
    expect(here(page)).to_have_attribute("data-question", "pick-one")
    follow(page)
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()


def test_an_exam_leads_on_without_a_word_on_the_answer(visit_types: Visit):
    page = visit_types("?exam&question=pick-one,judge", view="one")
    start(page)
    question_in(here(page)).give("wrong", Mouse())
    expect(here(page).get_by_role("button", name="Check my answer")).to_be_hidden()
    follow(page)
    question_in(here(page)).give("right", Mouse())
    expect(page.locator(".quiz__verdict:visible")).to_have_count(0)
    follow(page)
    expect(page.locator("[data-line=counts]")).to_have_text("1 right, 1 to look at again, of 2.")


def test_all_is_on_one_page_by_a_link_that_keeps_what_was_asked_for(visit_types: Visit):
    page = visit_types("?draw=3&seed=5", view="one")
    start(page)
    question_in(here(page)).answer("right")
    page.get_by_role("link", name="All on one page").locator("visible=true").click()
    page.wait_for_url("**/?draw=3&seed=5&view=all")
    expect(page.locator("course-quiz form:visible")).to_have_count(3)
    expect(page.locator("form[data-state=right]")).to_have_count(1)
    page.get_by_role("link", name="One question at a time").click()
    page.wait_for_url("**/?draw=3&seed=5")
    expect(page.locator("course-quiz form:visible")).to_have_count(1)


def test_a_reload_and_the_way_back_keep_the_place(visit_types: Visit):
    page = visit_types(view="one")
    start(page)
    question_in(here(page)).answer("right")
    follow(page)
    second = here(page).get_attribute("data-question") or ""
    entries = page.evaluate("history.length")
    skip(page)
    page.get_by_role("button", name="Back", exact=True).click()
    assert page.evaluate("history.length") == entries
    page.reload()
    expect(here(page)).to_have_attribute("data-question", second)

    page.get_by_role("link", name="A site for questions").first.click()
    expect(page.locator("course-quiz")).to_have_count(0)
    page.go_back()
    expect(here(page)).to_have_attribute("data-question", second)


def test_results_are_there_after_a_reload_and_starting_again_leads_to_the_start(visit_types: Visit):
    page = visit_types("?question=judge", view="one")
    start(page)
    question_in(here(page)).answer("right")
    follow(page)
    page.reload()
    expect(page.locator("[data-line=counts]")).to_have_text("1 right, of 1.")
    page.get_by_role("button", name="Start the quiz again").click()
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    assert [*kept(page)] == []


def test_a_link_to_a_question_opens_it(visit_types: Visit):
    page = visit_types("#quiz-every-type--judge", view="one")
    expect(here(page)).to_have_attribute("data-question", "judge")
    page.evaluate("location.hash = '#quiz-every-type--story'")
    expect(here(page)).to_have_attribute("data-question", "story")


def test_a_link_to_a_question_opens_it_while_only_some_are_looked_at_again(visit_types: Visit):
    page = visit_types("?question=pick-one,judge", view="one")
    start(page)
    question_in(here(page)).answer("wrong")
    follow(page)
    question_in(here(page)).answer("right")
    follow(page)
    page.get_by_role("button", name="Look at these questions again").click()
    expect(here(page)).to_have_attribute("data-question", "pick-one")
    page.evaluate("location.hash = '#quiz-every-type--judge'")
    expect(here(page)).to_have_attribute("data-question", "judge")


def test_paper_has_every_question(visit_types: Visit):
    page = visit_types(view="one")
    page.emulate_media(media="print")
    expect(page.locator("course-quiz form:visible")).to_have_count(TOTAL)
    assert page.locator("course-quiz .quiz__heading").evaluate_all("all => all.every((one) => one.offsetWidth > 100)")
    expect(page.locator(":is(.quiz__head, .quiz__foot, .quiz__begin, .quiz__views):visible")).to_have_count(0)


def test_without_scripts_start_leads_to_the_first_question(visit_types: Visit):
    page = visit_types(view="one", java_script_enabled=False)
    expect(page.locator("course-quiz form:visible")).to_have_count(TOTAL)
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.locator("course-quiz form").first).to_be_in_viewport()
    for hidden in ("All on one page", "One question at a time", "Skip this one", "Next question", "Back"):
        expect(page.get_by_text(hidden, exact=True).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_quiz_on_another_page_is_a_card_until_it_is_started_and_then_shows_all_questions(
    visit: Visit, *, scripts: bool
):
    page = visit("/trust/why-trust-matters/", java_script_enabled=scripts)
    forms = page.locator(f"course-quiz{'[data-ready]' if scripts else ''} form")
    expect(forms).to_have_count(12)
    expect(forms.locator("visible=true")).to_have_count(0)
    start = page.locator(".quiz__folded > summary")
    expect(start).to_have_text("Start", use_inner_text=True)
    start.press("Enter")
    expect(forms.locator("visible=true")).to_have_count(12)
    expect(start).to_have_text("Close", use_inner_text=True)
    expect(page.get_by_role("button", name="Next question")).to_have_count(0)


def test_a_link_to_a_question_opens_the_quiz_around_it(visit: Visit):
    page = visit("/trust/why-trust-matters/#quiz-trust--kept-times")
    expect(page.locator("#quiz-trust--kept-times")).to_be_in_viewport()


def test_a_quiz_that_somebody_had_begun_is_open(visit: Visit):
    page = visit("/trust/why-trust-matters/")
    questions(page)[0].answer("right")
    page.reload()
    expect(page.locator("course-quiz[data-ready] form:visible")).to_have_count(12)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_screen(visit_types: Visit, width: int):
    page = visit_types("?question=pick-one,match-words,story", view="one", width=width)
    # what lies half under the bar of buttons is too small to axe, and readers scroll it out
    page.set_viewport_size({"width": width, "height": 2400})
    found = violations_by_day(page, ".quiz")
    start(page)
    found += violations(page, ".quiz")
    page.locator(".quiz__map > summary").click()
    expect(page.locator(".quiz__map li")).to_have_count(3)
    found += violations_by_day(page, ".quiz")
    page.locator(".quiz__map > summary").click()
    for _ in range(3):
        form = here(page)
        question_in(form).answer(question_in(form).outcomes[-1])
        found += violations_by_day(page, ".quiz")
        follow(page)
    found += violations(page, ".quiz")
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def press_where_it_is(page: Page, button: Locator) -> None:
    """Click without scrolling first, as a hand does; Playwright's own click would scroll to what is sticky."""
    box = button.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= PHONE["height"]
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


#: Where an option that was chosen begins, where what is said to it begins and ends, and the buttons after it.
SEEN = """form => {
  const box = (one) => one.getBoundingClientRect();
  const verdicts = [...form.querySelectorAll(".quiz__verdict[id]")].map(box);
  const bar = box(form.querySelector(".quiz__do"));
  const [tops, bottoms] = ["top", "bottom"].map((side) => verdicts.map((verdict) => verdict[side]));
  const option = box(form.querySelector(".quiz__option:has(> .quiz__verdict)"));
  return [option.top, Math.min(...tops), Math.max(...bottoms), bar.top, bar.bottom];
}"""


#: Where the line about the whole answer begins and ends, and where the buttons after it begin.
LINE = """form => {
  const { top, bottom } = form.querySelector(".quiz__line").getBoundingClientRect();
  return [top, bottom, form.querySelector(".quiz__do").getBoundingClientRect().top];
}"""


@pytest.mark.parametrize("address", QUIZZES)
def test_what_is_said_to_an_answer_is_in_view_on_a_phone_above_the_buttons(visit: Visit, address: str):
    page = visit(address, width=PHONE["width"])
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    start(page)
    number = 0
    while page.locator("form[data-here]:visible").count():
        form = here(page)
        question = question_in(form)
        if form.get_attribute("data-type") != "choice":
            question.answer(question.outcomes[-1])
            if form.get_attribute("data-told") is None:
                line_top, line_bottom, bar_top = form.evaluate(LINE)
                assert 0 <= line_top < line_bottom <= bar_top + 1, form.get_attribute("data-question")
                assert bar_top < PHONE["height"], form.get_attribute("data-question")
            follow(page)
            continue
        number += 1
        hand = Keys(page) if number % 2 else Mouse()
        question.give("wrong", hand)
        if number % 2:
            hand.press(question.check)
        else:
            press_where_it_is(page, question.check)
        question.expect("wrong")
        expect(form.locator(".quiz__next")).to_be_focused()
        option_top, top, bottom, bar_top, bar_bottom = form.evaluate(SEEN)
        assert -1 <= option_top < top < bottom <= bar_top + 1, form.get_attribute("data-question")
        assert bar_bottom <= PHONE["height"] + 1, form.get_attribute("data-question")
        follow(page)


@pytest.mark.parametrize("id", ["pick-one", "judge", "match-words", "put-in-order"])
def test_a_double_click_on_check_leaves_the_answer_and_what_is_said(visit_types: Visit, id: str):
    page = visit_types(f"#quiz-every-type--{id}", view="one", width=PHONE["width"])
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    form = here(page)
    question = question_in(form)
    question.give("wrong", Mouse())
    values = (
        "form => [...new FormData(form), ...form.querySelectorAll('.quiz__item')].map((one) => one.textContent ?? one)"
    )
    before = form.evaluate(values)
    question.check.dblclick()
    expect(form).to_have_attribute("data-state", "wrong")
    assert form.evaluate(values) == before
    expect(form.locator(".quiz__next")).to_be_focused()


#: The quiz's scripts come when somebody has gone to a field and typed; so do those of the order of questions.
EARLY = """document.addEventListener("readystatechange", () => {
  const form = document.querySelector("[data-question=type-a-word]");
  form.querySelector("input").focus();
  document.execCommand("insertText", false, "cons");
  form.querySelector(".quiz__answer").open = true;
}, { once: true });"""


@pytest.mark.parametrize("address", ["", "?shuffle=questions&seed=2"])
def test_whoever_types_before_the_scripts_are_here_goes_on_typing(visit_types: Visit, address: str):
    page = visit_types(address, view="one", before=EARLY)
    form = here(page)
    expect(form).to_have_attribute("data-question", "type-a-word")
    field = form.locator("input.quiz__text").first
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    page.keyboard.type("ent")
    expect(field).to_have_value("consent")
    record = page.evaluate("sessionStorage[Object.keys(sessionStorage).find((name) => name.endsWith(':type-a-word'))]")
    assert '"shown":true' in record


def test_whoever_chose_before_the_scripts_are_here_stays_in_that_question(visit_types: Visit):
    """In WebKit, an option that is pressed does not get the focus."""
    choose = "document.querySelector('[data-question=judge] input').checked = true"
    page = visit_types(view="one", before=f"document.addEventListener('readystatechange', () => {{ {choose} }})")
    expect(here(page)).to_have_attribute("data-question", "judge")


def test_a_link_to_one_question_begins_at_its_heading(visit_types: Visit):
    page = visit_types("#quiz-every-type--judge", view="one")
    expect(here(page).locator(".quiz__heading")).to_be_focused()


def test_a_start_that_is_pressed_before_the_scripts_are_here_leads_to_the_first_question(visit_types: Visit):
    press = "document.querySelector('[data-action=start]').click()"
    page = visit_types(
        view="one", before=f"document.addEventListener('readystatechange', () => {press}, {{ once: true }})"
    )
    expect(here(page).locator(".quiz__heading")).to_be_focused()


def test_a_reload_comes_back_to_a_question_that_has_no_answer_yet(visit_types: Visit):
    page = visit_types(view="one")
    start(page)
    skip(page)
    second = here(page).get_attribute("data-question")
    page.reload()
    expect(here(page)).to_have_attribute("data-question", str(second))
    page.locator("[data-action=previous]").dblclick()
    expect(page.locator("form[data-here]")).to_have_count(1)


def test_what_the_status_says_stands_apart_from_the_reasons(visit_types: Visit):
    page = visit_types("#quiz-every-type--pick-one", view="one")
    form = here(page)
    question_in(form).answer("right")
    assert re.search(r"Right\.\s\w", form.locator(".quiz__status").inner_text())


@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize("id", ["sort", "match-words", "put-in-order", "fill-gaps", "pick-one"])
def test_what_is_missing_is_said_in_view(visit_types: Visit, id: str, text: str):
    page = visit_types(f"#quiz-every-type--{id}", view="one", width=PHONE["width"])
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.evaluate("(size) => (document.documentElement.style.fontSize = size)", text)
    form = here(page)
    question_in(form).check.click()
    line = form.locator(".quiz__line")
    expect(line).not_to_be_empty()
    expect(line).to_be_in_viewport(ratio=1)
    bottom = line.evaluate("line => line.getBoundingClientRect().bottom")
    assert bottom <= form.locator(".quiz__do").evaluate("bar => bar.getBoundingClientRect().top")


def test_a_link_to_a_question_leads_there_once_and_a_reload_stays_where_a_reader_is(visit_types: Visit):
    page = visit_types("#quiz-every-type--judge", view="one")
    question_in(here(page)).answer("right")
    follow(page)
    second = here(page).get_attribute("data-question")
    assert second != "judge"
    expect(here(page).locator(".quiz__heading")).to_be_focused()
    page.reload()
    expect(here(page)).to_have_attribute("data-question", str(second))


@pytest.mark.parametrize("size", [PHONE, {"width": 740, "height": 360}])
def test_with_large_letters_or_on_a_low_screen_what_is_said_to_an_answer_is_in_view(
    visit_types: Visit, size: dict[str, int]
):
    page = visit_types("#quiz-every-type--pick-one", view="one", width=size["width"])
    page.set_viewport_size(size)  # type: ignore[arg-type]
    if size is PHONE:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
    form = here(page)
    question_in(form).answer("wrong")
    verdict = form.locator(".quiz__verdict[id]")
    expect(verdict).to_be_in_viewport(ratio=0.99)
    bottom = verdict.evaluate("verdict => verdict.getBoundingClientRect().bottom")
    assert bottom <= form.locator(".quiz__do").evaluate("bar => bar.getBoundingClientRect().top")
