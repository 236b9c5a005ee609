"""The educators' page: the assignment builder, by mouse and by keyboard, and the codes on it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit
from tests.browser.quizzes import tab_to
from tests.site_pages import QUIZZES, SENSITIVE

PAGE = "/educators/"
OPEN = next(address for address in QUIZZES if address not in SENSITIVE)
CLOSED = next(address for address in QUIZZES if address in SENSITIVE)
NO_CLIPBOARD = 'Object.defineProperty(navigator, "clipboard", { get() { return undefined; } });'


def builder(page: Page) -> Locator:
    """The builder, once its script runs, with a quiz that is not sensitive."""
    found = page.locator("assignment-builder[data-ready]")
    expect(found).to_be_visible()
    page.get_by_label("Quiz", exact=True).select_option(OPEN.split("/")[2])
    return found


def link(page: Page) -> str:
    return page.locator("#assignment-link").inner_text()


def settings(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link(page)).query, keep_blank_values=True)


def status(page: Page) -> Locator:
    return page.locator("assignment-builder").get_by_role("status").first


def test_without_choices_the_link_is_that_of_the_whole_quiz(visit: Visit):
    page = visit(PAGE)
    builder(page)

    assert link(page) == HOME + OPEN
    assert page.locator("#assignment-link").get_attribute("href") == link(page)


def test_every_choice_is_in_the_link_and_in_what_is_said(visit: Visit):
    page = visit(PAGE)
    topics = builder(page).locator("[name=objective]:visible")
    topics.first.uncheck()
    page.get_by_label("How many questions").fill("2")
    page.get_by_label("Mix the questions").check()
    page.get_by_label("Mix the answers").check()
    page.get_by_label("Number for the draw").fill("42")
    page.get_by_label("Exam mode").check()

    chosen = [topic.get_attribute("value") for topic in topics.all()[1:]]
    assert settings(page) == {
        "objective": [",".join(str(topic) for topic in chosen)],
        "draw": ["2"],
        "shuffle": ["questions,options"],
        "seed": ["42"],
        "exam": ["1"],
    }
    expect(status(page)).to_contain_text("The link asks 2 of ")


def test_the_link_asks_what_was_chosen_and_everyone_the_same(visit: Visit):
    page = visit(PAGE)
    topics = builder(page).locator("[name=objective]:visible")
    topics.first.uncheck()
    page.get_by_label("How many questions").fill("3")
    page.get_by_role("button", name="Pick a number for me").click()
    address = link(page).removeprefix(HOME)

    seen = []
    for _ in range(2):
        reader = visit(address)
        expect(reader.locator("course-quiz form:not([hidden])")).to_have_count(3)
        seen.append(reader.locator("course-quiz form:not([hidden]) legend").all_inner_texts())
        objectives = reader.locator("course-quiz form:not([hidden])").evaluate_all(
            "all => all.map((one) => one.dataset.objective)"
        )
        assert topics.first.get_attribute("value") not in objectives
    assert seen[0] == seen[1]


def test_the_number_that_is_said_is_the_number_that_is_asked(visit: Visit):
    page = visit(PAGE)
    topics = builder(page).locator("[name=objective]:visible")
    for topic in topics.all()[1:]:
        topic.uncheck()
    said = status(page).inner_text()
    reader = visit(link(page).removeprefix(HOME))
    expect(reader.locator("course-quiz[data-ready]")).to_be_visible()

    assert said.startswith(f"The link asks {reader.locator('course-quiz form:not([hidden])').count()} of ")


@pytest.mark.parametrize("number", ["0", "1000", "-1", "1.5", "many"])
def test_a_number_that_cannot_be_drawn_is_said_and_left_out(visit: Visit, number: str):
    page = visit(PAGE)
    builder(page)
    field = page.get_by_label("How many questions")
    field.fill(number)

    expect(status(page)).to_contain_text("Write a whole number from 1 to ")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Write a whole number from 1 to "))
    expect(page.locator("#assignment-draw-error")).to_be_visible()
    assert settings(page) == {}
    field.fill("")
    expect(field).not_to_have_accessible_description(re.compile("Write a whole number"))
    expect(field).to_have_attribute("aria-invalid", "false")


def test_no_topic_means_all_of_them(visit: Visit):
    page = visit(PAGE)
    for topic in builder(page).locator("[name=objective]:visible").all():
        topic.uncheck()

    expect(status(page)).to_contain_text("No topic is chosen, so the link asks about all of them.")
    assert settings(page) == {}


def test_another_quiz_begins_with_all_its_topics(visit: Visit):
    page = visit(PAGE)
    found = builder(page)
    page.get_by_label("How many questions").fill("2")
    found.locator("[name=objective]:visible").first.uncheck()
    page.get_by_label("Quiz", exact=True).select_option(CLOSED.split("/")[2])

    assert link(page) == HOME + CLOSED
    assert all(topic.is_checked() for topic in found.locator("[name=objective]:visible").all())


def test_what_was_chosen_is_there_after_the_way_back(visit: Visit):
    page = visit(PAGE)
    builder(page).locator("[name=objective]:visible").first.uncheck()
    page.get_by_label("How many questions").fill("2")
    page.get_by_label("Mix the questions").check()
    page.get_by_label("Exam mode").check()
    made, said = link(page), status(page).inner_text()
    page.goto(HOME + "/help-now/")
    page.go_back()

    expect(page.locator("assignment-builder[data-ready]")).to_be_visible()
    expect(page.locator("#assignment-link")).to_have_text(made)
    expect(status(page)).to_have_text(said)
    assert "exam=1" in made
    expect(page.get_by_label("Exam mode")).to_be_checked()
    expect(page.locator("[name=objective]:visible").first).not_to_be_checked()


def test_the_instructions_say_what_a_learner_has_to_know(visit: Visit):
    page = visit(PAGE)
    builder(page)
    page.get_by_label("Exam mode").check()
    text = page.get_by_label("Instructions to paste").input_value()

    for part in (
        link(page),
        "You see how your answers were at the end",
        "no account, no app and no name",
        "are not sent to anyone",
        "See my results",
        "cannot prove who answered",
        f"{HOME}/help-now/",
    ):
        assert part in text
    assert "{" not in text


def test_a_sensitive_quiz_has_a_link_and_no_code_for_a_frame(visit: Visit):
    page = visit(PAGE)
    builder(page)
    page.get_by_label("Quiz", exact=True).select_option(CLOSED.split("/")[2])

    expect(page.get_by_label("Code to show it inside your own site")).to_be_hidden()
    expect(page.get_by_text("which cannot work inside another site")).to_be_visible()
    assert "button to leave at once" in page.get_by_label("Instructions to paste").input_value()


def test_what_is_copied_is_what_is_shown(visit: Visit):
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    found = builder(page)
    for name, shown in (("Copy the link", link(page)), ("Copy the instructions", None), ("Copy the code", None)):
        page.get_by_role("button", name=name).click()
        expect(found.get_by_role("status").last).to_have_text("Copied.")
        field = {"Copy the instructions": "Instructions to paste", "Copy the code": "Code to show it"}.get(name)
        expected = shown or page.get_by_label(field or "").input_value()
        assert page.evaluate("navigator.clipboard.readText()") == expected


def test_where_the_browser_does_not_copy_the_text_is_selected(visit: Visit):
    page = visit(PAGE, before=NO_CLIPBOARD)
    found = builder(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(found.get_by_role("status").last).to_contain_text("The text is selected")
    assert page.evaluate("getSelection().toString()") == link(page)

    page.get_by_role("button", name="Copy the instructions").click()
    field = page.get_by_label("Instructions to paste")
    expect(field).to_be_focused()
    assert field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd) === one.value")


def test_the_keyboard_alone_makes_and_copies_a_link(visit: Visit):
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    builder(page)
    page.get_by_role("link", name="form that makes a link to a quiz").press("Enter")  # past all files to take away
    tab_to(page, page.get_by_label("How many questions"))
    page.keyboard.type("4")
    tab_to(page, page.get_by_role("button", name="Pick a number for me"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Exam mode"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Copy the link"))
    page.keyboard.press("Enter")

    expect(page.locator("assignment-builder").get_by_role("status").last).to_have_text("Copied.")
    assert {"draw", "seed", "exam"} == set(settings(page))


def test_axe_finds_nothing_in_any_state(visit: Visit):
    page = visit(PAGE, width=320)
    builder(page)
    page.get_by_label("How many questions").fill("1000")
    page.get_by_text("Write the address by hand").click()
    page.get_by_role("button", name="Copy the link").click()
    found = violations(page)
    page.get_by_label("Quiz", exact=True).select_option(CLOSED.split("/")[2])
    found += violations(page)
    assert not found, "\n".join(found)


def test_without_scripts_the_address_is_explained(visit: Visit):
    page = visit(PAGE, java_script_enabled=False)

    expect(page.get_by_label("Quiz", exact=True)).to_be_hidden()
    expect(page.locator("assignment-builder table")).to_be_visible()
    page.get_by_role("link", name="?draw=5&seed=42").click()
    assert page.url.startswith(HOME + "/quizzes/")


READ = """
(picture) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 400 });
  const paint = canvas.getContext("2d");
  paint.drawImage(picture, 0, 0, 400, 400);
  const { data } = paint.getImageData(0, 0, 400, 400);
  return Array.from({ length: 160000 }, (_, index) => data[4 * index]);
}
"""


@pytest.mark.parametrize("address", QUIZZES)
def test_a_decoder_of_other_people_reads_the_plain_address_in_each_code(visit: Visit, address: str):
    picture = visit(PAGE).locator(f"img[src$='{address}qr.svg']")
    expect(picture).to_have_js_property("complete", True)
    grey = memoryview(bytes(picture.evaluate(READ))).cast("B", (400, 400))

    assert [code.text for code in zxingcpp.read_barcodes(grey)] == [HOME + address]


def test_codes_are_named_and_printed_large_enough_to_scan(visit: Visit):
    page = visit(PAGE, color_scheme="dark")
    page.emulate_media(media="print")
    for picture in page.locator(".codes__picture").all():
        box = picture.bounding_box()
        assert box
        assert box["width"] == box["height"]
        assert box["width"] >= 96 / 25.4 * 35  # CSS pixels in 35 mm
        assert "QR code that opens the quiz" in (picture.get_attribute("alt") or "")
    expect(page.locator(".assignment__form")).to_be_hidden()
