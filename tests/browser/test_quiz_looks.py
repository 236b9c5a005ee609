"""How quizzes look and how they can be reached: axe, small screens, paper, the keyboard's focus, forced colours."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from playwright.sync_api import Page, Response, expect
from primer.features.quiz.registry import TYPES

from tests.browser.accessibility import violations, violations_by_day
from tests.browser.conftest import Visit
from tests.browser.questions_site import TOTAL
from tests.browser.quizzes import Mouse, Outcome, by_id, finish, question_in, questions


def answer_all(page: Page, outcome: Outcome) -> None:
    """Answer every question as well as that, or as badly as it can be."""
    for question in questions(page):
        if question.retry.is_visible():
            question.retry.click()
        question.answer(outcome if outcome in question.outcomes else question.outcomes[-1])


def unfold(page: Page) -> None:
    page.locator(".quiz details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")


@pytest.mark.parametrize("state", ["untouched", "wrong", "partly", "right", "empty", "finished"])
def test_axe_finds_nothing_in_any_type_in_any_state(visit_types: Visit, state: str):
    page = visit_types(width=1280)
    if state == "empty":
        for question in questions(page):
            if question.check.is_visible():
                question.check.click()
        page.get_by_role("button", name="See my results", exact=True).click()
    elif state == "finished":
        answer_all(page, "partly")
        finish(page)
    elif state != "untouched":
        answer_all(page, state)  # type: ignore[arg-type]
    unfold(page)
    found = violations(page, ".quiz")
    page.set_viewport_size({"width": 320, "height": 800})
    found += violations_by_day(page, ".quiz")
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 1280])
def test_whatever_is_pressed_is_large_enough(visit_types: Visit, width: int):
    """24 px, or the whole of a label; links within a sentence may be smaller (WCAG 2.5.8)."""
    page = visit_types(width=width)
    answer_all(page, "partly")
    finish(page)
    unfold(page)
    too_small = (
        page.locator(".quiz")
        .locator("button, input, select, textarea, summary, .quiz__choice")
        .evaluate_all(
            """targets => targets.filter((target) => target.checkVisibility()).filter((target) => {
            const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
            return Math.min(width, height) < 24;
        }).map((target) => target.outerHTML)"""
        )
    )
    assert too_small == []


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_focus_is_seen_wherever_it_goes(visit_types: Visit, colours: str):
    page = visit_types(forced_colors=colours)
    answer_all(page, "partly")
    finish(page)
    unfold(page)
    page.locator(".quiz__tools > summary").focus()
    page.keyboard.press("Shift+Tab")
    seen = 0
    for _ in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (!one.closest(".quiz")) return null;
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
                const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
                return [outlined || boxShadow !== "none", one.outerHTML];
            }"""
        )
        if here is None:
            break
        seen += 1
        assert here[0], here[1]
    assert seen > 60


def test_forced_colours_leave_every_mark_and_what_is_chosen(visit_types: Visit):
    page = visit_types(forced_colors="active")
    answer_all(page, "partly")
    own = "all => all.flatMap(({ dataset: { right, wrong } }) => [right, wrong]).filter(Boolean)"
    words = {"Right", "Not quite", "Nearly", *page.locator(".quiz__part").evaluate_all(own)}
    for mark in page.locator(".quiz__fields .quiz__mark").all():
        assert mark.evaluate("mark => getComputedStyle(mark, '::before').content") not in ("none", "normal")
        assert mark.inner_text().split(": ")[-1] in words
    chosen = page.locator(".quiz__option:has(:checked)").first
    assert chosen.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"
    arrow = "summary => getComputedStyle(summary, '::before').borderBottomStyle"
    assert page.locator(".quiz__answer > summary").first.evaluate(arrow) == "solid"


def test_nothing_moves_for_readers_who_asked_for_less_motion(visit_types: Visit):
    page = visit_types()  # which asks for reduced motion
    answer_all(page, "right")
    moving = (
        page.locator(".quiz")
        .locator("*")
        .evaluate_all(
            """all => all.filter((one) => getComputedStyle(one).animationName !== "none"
            || parseFloat(getComputedStyle(one).transitionDuration) > 0.01).map((one) => one.className)"""
        )
    )
    assert moving == []


def test_each_question_is_a_named_group_with_one_status_line(visit_types: Visit):
    page = visit_types()
    for number, question in enumerate(questions(page), start=1):
        prompt = question.form.locator(".quiz__prompt").inner_text()
        group = question.form.get_by_role("group", name=prompt, exact=True)
        expect(group).to_have_count(1)
        how = re.compile(re.escape(question.form.locator(".quiz__how").inner_text()))
        expect(group).to_have_accessible_description(how)
        if question.type not in ("categorise", "scenario"):  # a row is a group of its own, and a story has no fields
            first = group.locator("input, select, textarea").locator("visible=true").first
            expect(first).to_have_accessible_description(how)
        expect(question.form.get_by_role("heading", name=f"Question {number} of {TOTAL} ")).to_have_count(1)
        expect(question.status).to_have_count(1)
        for control in question.form.locator("fieldset").locator("input, select, textarea").all():
            if control.is_visible():
                expect(control).to_have_accessible_name(re.compile(r"\S"))
        if question.check.is_visible():
            expect(question.check).to_have_accessible_description(f"Question {number} of {TOTAL}")


def print_page(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # which opens whatever is folded


def test_on_paper_the_questions_are_empty_and_have_no_answers(visit_types: Visit):
    page = visit_types()
    answer_all(page, "partly")
    finish(page)
    print_page(page)
    for question in questions(page):
        expect(question.form.locator(".quiz__prompt")).to_be_visible()
        expect(question.answer_fold).to_be_hidden()
    buttons = "button:not(.quiz__choice)"
    for hidden in (".quiz__verdict[id]", ".quiz__status", ".quiz__outcome", ".quiz__results", "summary", buttons):
        expect(page.locator(f".quiz {hidden} >> visible=true")).to_have_count(0)
    expect(page.get_by_text("(bond / fees / goals / tasks)").first).to_be_visible()
    expect(page.locator("[data-step]:visible")).to_have_count(5)
    expect(page.locator(".quiz__box:visible")).to_have_count(3)
    ink = """field => [getComputedStyle(field).webkitTextFillColor, getComputedStyle(field).borderBottomColor]"""
    for field in page.locator("form .quiz__text, .quiz__box").all():
        assert field.evaluate(ink) == ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"]


def test_what_was_opened_is_printed_and_nothing_else(visit_types: Visit):
    page = visit_types()
    first, second = questions(page)[:2]
    first.answer_fold.locator("summary").click()
    print_page(page)
    expect(first.form.locator("[data-key]").first).to_be_visible()
    expect(first.answer_fold.locator(".quiz__explanation")).to_be_visible()
    expect(second.form.locator("[data-key]").first).to_be_hidden()


@pytest.mark.parametrize(
    ("button", "shown"), [("Print the questions", False), ("Print the questions and the answers", True)]
)
def test_the_key_is_printed_where_it_is_asked_for(visit_types: Visit, button: str, shown: bool):
    page = visit_types(before="window.print = () => {};")
    by_id(page)["pick-one"].answer("right")
    by_id(page)["judge"].answer_fold.locator("summary").click()
    page.get_by_text("Print, save or forget").click()
    page.get_by_role("button", name=button, exact=True).click()
    print_page(page)
    expect(page.locator(".quiz summary:visible")).to_have_count(0)
    for question in questions(page):
        for part in ("[data-key], .quiz__model", ".quiz__explanation"):
            expect(question.answer_fold.locator(part).first).to_be_visible(visible=shown)

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(by_id(page)["pick-one"].form.locator("[data-key]")).to_be_hidden()
    expect(by_id(page)["judge"].form.locator("[data-key]").first).to_be_visible()


def test_on_paper_without_scripts_there_is_a_line_to_write_on(visit_types: Visit):
    page = visit_types(java_script_enabled=False)
    page.emulate_media(media="print")
    for question in page.locator("form").all():
        expect(question.locator(".quiz__answer")).to_be_hidden()
    expect(page.locator(".quiz__box:visible")).to_have_count(3)


def loaded_for(page: Page, quiz: str) -> dict[str, int]:
    """Open a quiz from a page without one; return how many bytes each script and style is that comes then, compressed.

    What comes later is added as it comes.
    """
    page.wait_for_load_state("networkidle")
    before: set[str] = set(page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)"))
    loaded: dict[str, int] = {}

    def measure(response: Response) -> None:
        if re.search(r"/assets/.*\.(js|css)$", response.url) and response.url not in before:
            name = re.sub(r"\.[0-9a-f]{8}(\.js)?", "", response.url.split("/")[-1])
            loaded[name] = len(gzip.compress(response.body(), 9))

    page.on("response", measure)
    page.goto(page.url.split("?")[0].replace("404.html", f"quizzes/{quiz}/"), wait_until="networkidle")
    return loaded


def test_what_a_reader_needs_to_answer_each_type_is_small(visit_types: Visit):
    page = visit_types("../../404.html")
    loaded = loaded_for(page, "every-type")
    page.get_by_role("link", name="Start", exact=True).click()
    question = question_in(page.locator("form[data-here]"))
    question.give("right", Mouse())
    first = dict(loaded)
    assert first.keys() == {"quiz", "quiz-types", "quiz.css"}
    assert sum(first.values()) <= 16_384, first
    with page.expect_response("**/assets/end.*"):  # what leads to the end comes once something was judged
        question.check.click()
    question.expect("right")


def test_a_page_loads_the_scripts_of_its_types_alone(visit_types: Visit):
    every = loaded_for(visit_types("../../404.html"), "every-type")
    ours = loaded_for(visit_types("../../404.html"), "told-twice")
    assert ours["quiz"] == every["quiz"]
    assert ours["quiz-types"] < every["quiz-types"] * 0.6
    assert sum(ours.values()) <= 13_216 + 100 * len(TYPES), ours  # the style of all types is in one file


@pytest.mark.parametrize("address", ["?question=pick-one", "?question=pick-many&shuffle=options&seed=3"])
def test_options_have_letters_in_the_order_in_which_they_stand(visit_types: Visit, address: str):
    page = visit_types(address)
    expect(page.locator("course-quiz form:visible")).to_have_count(1)
    options = page.locator("form:visible .quiz__option")
    assert "".join(options.locator(".quiz__letter").all_inner_texts()) == "A.B.C.D."[: 2 * options.count()]
    for letter, option in zip("ABCD", options.all(), strict=False):
        text = option.locator(".quiz__label > span").last.inner_text()
        expect(option.locator("input")).to_have_accessible_name(f"{letter}. {text}")
    page.emulate_media(media="print")
    expect(options.locator(".quiz__letter").first).to_be_visible()


def test_what_is_true_or_sorted_has_no_letters(visit_types: Visit):
    page = visit_types("?question=sort,judge")
    expect(page.locator("course-quiz form:visible")).to_have_count(2)
    assert page.locator("form:visible .quiz__letter").count() == 0


def test_the_letter_of_an_option_is_no_part_of_the_answer_on_the_sheet(visit_types: Visit):
    page = visit_types("?question=pick-one&shuffle=options&seed=3")
    option = page.locator("form:visible .quiz__option").first
    text = option.locator(".quiz__label > span").last.inner_text()
    option.locator("input").check()
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    with page.expect_download() as download:
        results.get_by_role("button", name="Save the sheet").click()
    assert json.loads(download.value.path().read_text("utf-8"))["questions"][0]["answer"] == text


def test_a_long_word_widens_nothing(visit_types: Visit):
    longest = """addEventListener("DOMContentLoaded", () => {
      const texts = ".quiz__prompt, .quiz__item, .quiz__label > span:last-child, .quiz__feedback, .quiz__choice";
      for (const text of document.querySelectorAll(texts)) text.append("Donaudampfschifffahrt".repeat(6));
    })"""
    page = visit_types(width=360, before=longest)
    answer_all(page, "wrong")
    finish(page)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
