"""The end of a quiz: what is missing, how it went, what to read next, and a sheet of it."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Watch
from tests.browser.questions_site import POINTS, SCORED, TOTAL, of
from tests.browser.quizzes import Keys, Mouse, by_id, finish, kept, questions, saved_results

COUNTS = "[data-line=counts]"
NAME = "Your name, if you want it on the sheet"


ANSWERED = {"pick-one", "pick-many", "type-a-word", "think"}


def points(objective: str) -> int:
    """How many points can be had for an objective."""
    return sum(SCORED[id] for id in of(objective=objective))


def some_answers(page: Page) -> None:
    """Answer one question rightly, one in part, one wrongly, and compare free words."""
    asked = by_id(page)
    asked["pick-one"].answer("right")
    asked["pick-many"].answer("partly")
    asked["type-a-word"].answer("wrong")
    asked["think"].answer("right")


def see_results(page: Page) -> None:
    page.get_by_role("button", name="See my results", exact=True).click()


def test_what_has_no_answer_is_listed_with_links_that_lead_to_its_first_control(visit_types: Visit):
    page = visit_types()
    some_answers(page)
    keys = Keys(page)
    keys.press(page.get_by_role("button", name="See my results", exact=True))

    missing = page.get_by_role("group", name="There are questions you have not answered")
    expect(missing).to_be_focused()
    asked = list(by_id(page))
    unanswered = [id for id in asked if id not in ANSWERED]
    expect(missing).to_contain_text(f"{len(unanswered)} questions have no answer.")
    links = missing.get_by_role("link")
    numbers = [asked.index(id) + 1 for id in unanswered]
    assert links.evaluate_all("links => links.map((link) => link.closest('li').value)") == numbers
    expect(page.locator(".quiz__results")).to_be_hidden()
    for link, id in zip(links.all()[:3], unanswered[:3], strict=True):
        keys.press(link)
        form = by_id(page)[id].form
        expect(form).to_be_in_viewport()
        assert form.evaluate("form => form.querySelector('fieldset').contains(document.activeElement)")
        assert "#" not in page.url
    keys.press(missing.get_by_role("button", name="See my results without these"))
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(missing).to_be_hidden()


@pytest.mark.parametrize("room", range(40, 160, 40))
def test_the_score_is_seen_wherever_the_button_was(visit_types: Visit, room: int):
    """A browser scrolls no further than to what gets the focus, and not at all where that can be seen."""
    page = visit_types("?question=pick-one")
    by_id(page)["pick-one"].answer("right")
    page.get_by_role("button", name="See my results", exact=True).evaluate(
        """(button, room) => {
            scrollBy(0, button.getBoundingClientRect().bottom + room - innerHeight);
            button.focus({ preventScroll: true });
        }""",
        room,
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your results")).to_be_focused()
    expect(page.locator(".quiz__score")).to_be_in_viewport(ratio=1)


def test_an_answer_that_was_not_checked_counts(visit_types: Visit):
    page = visit_types("?question=pick-one,judge")
    by_id(page)["pick-one"].answer("right")
    by_id(page)["judge"].right.first.check()
    see_results(page)
    expect(page.locator(COUNTS)).to_have_text("2 right, of 2.")


def test_the_score_is_said_in_words_by_objective_with_what_to_read(visit_types: Visit):
    page = visit_types()
    some_answers(page)
    results = finish(page)
    expect(results.locator(".quiz__score")).to_have_text("This is a start. There is more to find here.")
    expect(results).to_contain_text(f"1 right, 1 partly, 1 to look at again, {POINTS - 3} not answered, of {POINTS}.")
    limits, words = results.locator("[data-objective]").all()
    expect(limits).to_contain_text("Say what limits in therapy are for. partly")
    expect(results.locator("[data-part=reads]").get_by_role("link", name="A site for questions")).to_be_visible()
    expect(words).to_contain_text("Use the words of therapy. look again")
    expect(results).to_contain_text("There is no pass mark. Come back as often as you like.")


def test_nothing_is_read_again_for_an_objective_that_was_met(visit_types: Visit):
    page = visit_types("?question=pick-one,think")
    for question in questions(page):
        question.answer("right")
    results = finish(page)
    expect(results).to_contain_text("1 right, of 1.")
    for part in (".quiz__reads li", "[data-part=again]"):
        expect(results.locator(part).first).to_be_hidden()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("right", "The pass mark of this quiz is 60 per cent. You reached it."),
        ("wrong", "The pass mark of this quiz is 60 per cent. You have not reached it this time."),
    ],
)
def test_passing_is_spoken_of_where_a_quiz_has_a_pass_mark(visit_types: Visit, outcome: str, said: str):
    page = visit_types(quiz="drawn-types")
    for question in questions(page):
        question.answer(question.outcomes[0 if outcome == "right" else -1])
    results = finish(page)
    expect(results.get_by_text(said)).to_be_visible()
    expect(results.get_by_text("There is no pass mark.")).to_have_count(0)


def test_passing_is_not_spoken_of_where_an_address_asks_for_a_part_of_a_quiz(visit_types: Visit):
    page = visit_types("?question=judge", quiz="drawn-types")
    questions(page)[0].answer("right")
    expect(finish(page)).not_to_contain_text("pass mark")


def test_passing_is_not_spoken_of_anywhere_else(visit_types: Visit):
    page = visit_types()
    some_answers(page)
    words = finish(page).inner_text().lower().replace("there is no pass mark.", "")
    assert not re.search(r"\b(pass|passed|fail|failed)\b", words)


def test_mistakes_can_be_reviewed_alone(visit_types: Visit):
    page = visit_types()
    some_answers(page)
    results = finish(page)
    again = results.locator("[data-part=again]")
    assert again.get_by_role("link").all_inner_texts() == [
        "Which of these may you ask …",
        "What is it called when you …",
    ]

    again.get_by_role("button", name="Look at these questions again").click()

    assert list(by_id(page)) == ["pick-many", "type-a-word"]
    assert by_id(page)["pick-many"].form.evaluate("form => form.contains(document.activeElement)")
    for question in questions(page):
        question.retry.click()
        question.answer("right")
    expect(results.locator(".quiz__score")).to_have_text("This is a start. There is more to find here.")
    expect(results.locator(COUNTS)).to_have_text(f"3 right, {POINTS - 3} not answered, of {POINTS}.")

    expect(again).to_be_hidden()
    results.get_by_role("button", name="Show all questions").click()
    assert len(questions(page)) == TOTAL
    expect(results.get_by_role("heading", name="Your results")).to_be_focused()


def test_trying_again_does_not_count_as_right_at_the_first_try_nor_does_an_answer_that_was_seen(visit_types: Visit):
    page = visit_types("?question=pick-one,judge,type-a-number")
    asked = by_id(page)
    asked["pick-one"].answer("wrong")
    asked["pick-one"].retry.click()
    asked["pick-one"].answer("right")
    asked["judge"].answer_fold.locator("summary").click()
    asked["judge"].answer("right")
    asked["type-a-number"].answer("right")
    results = finish(page)
    expect(results.locator(COUNTS)).to_have_text("3 right, of 3.")
    expect(results).to_contain_text("1 right at the first try.")
    seen = {one["id"]: (one["first_try"], one["answer_seen_first"]) for one in saved_results(page)["questions"]}
    assert seen == {"pick-one": ("wrong", False), "judge": (None, True), "type-a-number": ("right", False)}


def test_it_is_said_that_nothing_was_right_at_the_first_try(visit_types: Visit):
    page = visit_types("?question=judge")
    [question] = questions(page)
    question.answer("wrong")
    question.retry.click()
    question.answer("right")
    expect(finish(page)).to_contain_text("0 right at the first try.")


def test_results_follow_what_is_tried_again(visit_types: Visit):
    page = visit_types("?question=pick-one,judge")
    for question in questions(page):
        question.answer("right")
    results = finish(page)
    by_id(page)["judge"].retry.click()
    expect(results.locator(".quiz__score")).to_have_text("You know some of this. The rest is worth another look.")
    expect(results.locator(COUNTS)).to_have_text("1 right, 1 not answered, of 2.")


def test_results_can_be_saved_as_a_file(visit_types: Visit):
    page = visit_types()
    some_answers(page)
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    results.get_by_label(NAME).fill("Noor")
    with page.expect_download() as download:
        results.get_by_role("button", name="Save the sheet as a file (JSON)").click()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    assert download.value.suggested_filename == f"every-type-{today}.json"

    saved = saved_results(page)

    given = {question.pop("id"): question for question in saved.pop("questions")}
    assert datetime.datetime.fromisoformat(saved.pop("date")).date().isoformat() == today
    assert saved.pop("version") == page.locator("course-quiz").get_attribute("data-version")
    assert saved == {
        "title": "Every type of question",
        "quiz": "every-type",
        "address": page.url,
        "name": "Noor",
        "about": "This sheet shows what was answered on this device. "
        "The quiz is public, so it cannot prove who answered, or whether they had help, or had tried before.",
        "score": 1.5,
        "max": POINTS,
    }
    assert len(given) == TOTAL
    assert given["pick-one"] == {
        "type": "choice",
        "prompt": "Which of these can you check about a therapist?",
        "answer": "They keep to the times you agreed",
        "state": "right",
        "credit": 1,
        "weight": 1,
        "first_try": "right",
        "answer_seen_first": False,
    }
    assert (given["judge"]["answer"], given["judge"]["state"], given["judge"]["credit"]) == (None, "open", 0)
    assert not [name for name in kept(page) if "Noor" in page.evaluate(f"{name.split()[0]}['{name.split()[1]}']")]


def test_the_answers_to_every_type_are_put_in_words(visit_types: Visit):
    page = visit_types()
    for question in questions(page):
        question.answer("right")
    finish(page)
    given = {question["id"]: question["answer"] for question in saved_results(page)["questions"]}
    words = {
        "pick-one": "They keep to the times you agreed",
        "pick-many": "What does it cost; Which register are you on",
        "judge": "False",
        "match-words": "What you want from therapy: goals | What you do to get there: tasks | How you get on: bond",
        "put-in-order": "Ask yourself whether you are safe: 1 | Write down what was said: 2"
        " | Decide whether to raise it: 3",
        "sort": "Sessions end on time: A usual limit | They ask you to keep a secret: A warning sign"
        " | They do not answer at night: A usual limit",
        "fill-gaps": "rupture | mending",
        "type-a-word": "informed consent",
        "type-a-number": "12.0",
        "think": "Whatever comes to mind.",
        "story": "Say that something hurt you",
    }
    assert {id: given[id] for id in words} == words
    assert [id for id, answer in given.items() if not answer] == []


def test_the_sheet_alone_is_printed(visit_types: Visit):
    page = visit_types(before="window.print = () => { document.documentElement.dataset.printed = ''; };")
    some_answers(page)
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    results.get_by_label(NAME).fill("Noor")
    results.get_by_role("button", name="Print the sheet").click()
    expect(page.locator("html[data-printed]")).to_have_count(1)
    page.emulate_media(media="print")

    sheet = page.locator(".quiz__sheet")
    expect(sheet).to_be_visible()
    for text in ("Every type of question", "Noor", f"1.5 out of {POINTS}", "it cannot prove who answered"):
        expect(sheet).to_contain_text(text)
    expect(sheet).to_contain_text("Answer: They keep to the times you agreed (right)")
    expect(sheet).to_contain_text("Answer: – (not answered)")
    for other in ("h1", ".quiz__intro", ".quiz__prompt", ".quiz__score"):
        expect(page.locator(other).first).to_be_hidden()

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_be_hidden()
    expect(page.locator(".quiz__prompt").first).to_be_visible()


def test_the_sheet_judges_an_answer_that_was_changed_and_not_checked(visit_types: Visit):
    page = visit_types("?question=pick-one,judge", before="window.print = () => {};")
    for question in questions(page):
        question.answer("right")
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    by_id(page)["pick-one"].wrong.first.check()
    results.get_by_role("button", name="Print the sheet").click()
    sheet = page.locator(".quiz__sheet")
    expect(sheet).to_contain_text("Answer: They seem kind (not right)")
    expect(sheet).to_contain_text("1 out of 2")
    expect(results.locator(COUNTS)).to_have_text("1 right, 1 to look at again, of 2.")

    by_id(page)["judge"].wrong.first.check()
    saved = saved_results(page)
    assert (saved["score"], [question["state"] for question in saved["questions"]]) == (0, ["wrong", "wrong"])


def test_a_saved_file_is_there_long_enough_for_a_browser_that_fetches_it_late(visit_types: Visit):
    page = visit_types("?question=judge")
    questions(page)[0].answer("right")
    finish(page)
    page.evaluate(
        """() => {
          const [soon, late] = [setTimeout, []];
          URL.revokeObjectURL = () => { window.gone = true; };
          window.setTimeout = (action, time) => (time < 30_000 ? soon(action, time) : late.push(action));
          window.waitLong = () => { for (const action of late) action(); };
        }"""
    )
    saved_results(page)
    assert not page.evaluate("window.gone")
    page.evaluate("window.waitLong()")
    assert page.evaluate("window.gone")


def test_the_name_is_gone_when_the_quiz_starts_again(visit_types: Visit):
    page = visit_types("?question=judge")
    questions(page)[0].answer("right")
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    results.get_by_label(NAME).fill("Noor")
    assert not [name for name in kept(page) if "Noor" in page.evaluate(f"{name.split()[0]}['{name.split()[1]}']")]
    results.get_by_role("button", name="Start the quiz again").click()
    assert page.get_by_label(NAME).input_value() == ""


#: A browser that shows a page again may have emptied this field, as WebKit does.
COME_BACK_EMPTY = """(field) => {
  dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  field.value = "";
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""


def test_the_name_is_there_when_a_browser_that_emptied_it_shows_the_page_again(visit_types: Visit):
    page = visit_types("?question=judge")
    questions(page)[0].answer("right")
    results = finish(page)
    results.get_by_text("Results sheet to print or save").click()
    name = page.get_by_label(NAME)
    name.fill("Noor")
    name.evaluate(COME_BACK_EMPTY)
    expect(name).to_have_value("Noor")

    name.press("Control+A")
    name.press("Delete")
    expect(name).to_have_value("")
    assert not [one for one in kept(page) if "Noor" in page.evaluate(f"{one.split()[0]}['{one.split()[1]}']")]


def test_results_are_shown_once_however_many_answers_are_judged_for_them(visit_types: Visit):
    page = visit_types("?question=pick-one,judge,pick-many,sort")
    for question in questions(page):
        question.give("right", Mouse())
    results = finish(page)
    page.evaluate(
        """() => {
          window.shown = 0;
          new MutationObserver(() => { window.shown += 1; })
            .observe(document.querySelector("[data-line=counts]"), { childList: true });
        }"""
    )
    for question in questions(page):
        question.retry.click()
        question.give("right", Mouse())
    page.evaluate("window.shown = 0")
    saved_results(page)
    expect(results.locator(COUNTS)).to_have_text("4 right, of 4.")
    assert page.evaluate("window.shown") == 1


def test_the_next_quiz_is_one_that_was_not_done(visit: Visit):
    page = visit("/quizzes/trust/?view=all&question=kept-times")
    questions(page)[0].answer("right")
    link = finish(page).get_by_role("link", name="Next quiz: ")
    expect(link).to_have_count(1)
    first = link.get_attribute("data-next") or ""
    page.evaluate(
        """(id) => {
            const name = `${document.documentElement.dataset.keptAs}quiz:${id}:`;
            sessionStorage.setItem(name, JSON.stringify({ done: true }));
        }""",
        first,
    )
    page.reload()
    expect(link).to_have_count(1)
    expect(link).not_to_have_attribute("data-next", first)
    expect(page.get_by_role("link", name="All quizzes").locator("visible=true").first).to_be_visible()


def test_what_is_to_be_read_is_named_once(visit: Visit):
    page = visit("/quizzes/trust/?view=all")
    for question in questions(page):
        question.answer("wrong")
    names = finish(page).locator(".quiz__reads a").locator("visible=true").all_inner_texts()
    assert names
    assert len(names) == len(set(names))


def test_the_border_of_the_results_is_in_view(visit_types: Visit):
    page = visit_types("?question=judge", width=360)
    questions(page)[0].answer("right")
    top = finish(page).evaluate("results => results.getBoundingClientRect().top")
    assert top >= 0


def test_what_cannot_be_loaded_is_said_and_asked_for_again_and_no_answer_is_lost(visit_types: Visit, watch: Watch):
    page = visit_types()
    page.route("**/assets/end.*", lambda route: route.abort())
    question = by_id(page)["judge"]
    question.answer("right")
    see = page.get_by_role("button", name="See my results", exact=True)
    see.click()
    notice = page.locator(".quiz__notice")
    expect(notice).to_contain_text("Something could not be loaded. Your answers are still here.")
    expect(notice).to_be_in_viewport()
    question.expect("right")
    watch.problems.clear()  # the browser logs what it could not fetch
    page.unroute_all()
    finish(page)
    expect(page.locator(COUNTS)).to_contain_text("1 right")
    expect(notice).to_be_empty()


def test_an_answer_is_not_lost_where_what_judges_it_cannot_be_loaded(visit_types: Visit, watch: Watch):
    page = visit_types("?question=type-a-word,type-a-number,pick-one&view=all")
    page.route("**/assets/*grade.*", lambda route: route.abort())
    typed, chosen = by_id(page)["type-a-word"], by_id(page)["pick-one"]
    typed.give("right", Mouse())
    typed.check.click()
    notice = page.locator(".quiz__notice")
    expect(notice).to_contain_text("Something could not be loaded. Your answers are still here.")
    assert typed.state is None
    chosen.answer("right")
    chosen.expect("right")
    watch.problems.clear()  # the browser logs what it could not fetch
    page.unroute_all()
    typed.check.click()
    typed.expect("right")
    page.reload()
    typed.expect("right")
    page.route("**/assets/*grade.*", lambda route: route.abort())
    page.reload()
    chosen.expect("right")
    assert typed.state is None
    watch.problems.clear()


def test_a_quiz_goes_on_where_what_its_address_asks_for_cannot_be_loaded(visit_types: Visit, watch: Watch):
    page = visit_types("../../404.html")
    page.route("**/assets/arrange.*", lambda route: route.abort())
    page.goto(page.url.split("?")[0].replace("404.html", "quizzes/every-type/?draw=2&view=all"))
    asked = questions(page)
    watch.problems.clear()
    assert len(asked) == TOTAL
    expect(page.locator(".quiz__notice")).to_contain_text("We could not load what this link asks for")
    asked[0].answer("right")
