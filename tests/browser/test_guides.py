"""A guide: one question at a time, back, changed, started again, printed, and without scripts an outline of links."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit
from tests.browser.guides import choose, choose_by_keyboard, ending, go_on, guide, kept, question, step, to_the_end
from tests.browser.quizzes import tab_to
from tests.site_pages import GUIDES, SENSITIVE

TOPICS = "/guides/goals-tasks-bond/"
EACH_GUIDE = pytest.mark.parametrize("address", GUIDES)


@EACH_GUIDE
@pytest.mark.parametrize("number", [0, 1])
def test_the_keyboard_alone_leads_to_an_ending_and_the_focus_to_each_heading(visit: Visit, address: str, number: int):
    page = visit(address)
    steps = 0
    while not ending(page).count():
        steps += 1
        choose_by_keyboard(page, number)
        expect(guide(page).locator(".guide__part:visible .guide__heading").first).to_be_focused()
    expect(ending(page).get_by_role("heading", name="What you can do next")).to_be_visible()
    expect(guide(page).locator(".guide__answer")).to_have_count(steps)


@EACH_GUIDE
def test_one_question_is_shown_at_a_time_and_an_arrow_key_does_not_answer_it(visit: Visit, address: str):
    page = visit(address)
    expect(guide(page).locator(".guide__part:visible")).to_have_count(1)
    first = question(page)
    step(page).get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    assert question(page) == first


@EACH_GUIDE
def test_going_on_without_an_answer_says_so_and_leads_to_the_options(visit: Visit, address: str):
    page = visit(address)
    tab_to(page, step(page).get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")

    problem = guide(page).get_by_role("group", name="There is a problem")
    expect(problem).to_be_focused()
    expect(step(page).get_by_role("group")).to_have_accessible_description(
        re.compile("Choose the answer that fits best$")
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(step(page).get_by_role("radio").first).to_be_focused()

    choose(page, 0)
    expect(problem).to_be_hidden()
    expect(guide(page).locator(".guide__error:visible")).to_have_count(0)


@EACH_GUIDE
def test_back_leads_to_the_question_before_with_its_answer(visit: Visit, address: str):
    page = visit(address)
    first = question(page)
    expect(guide(page).get_by_role("link", name="Back", exact=True)).to_be_hidden()
    choose(page, 0)
    guide(page).get_by_role("link", name="Back", exact=True).click()

    assert question(page) == first
    expect(step(page).get_by_role("radio").first).to_be_checked()
    expect(step(page).get_by_role("heading")).to_be_focused()


@EACH_GUIDE
def test_the_end_lists_the_path_and_each_answer_can_be_changed(visit: Visit, address: str):
    page = visit(address)
    path = to_the_end(page, 2)
    rows = guide(page).locator(".guide__answer")
    assert [tuple(row.locator("dt, dd:not(.guide__change)").all_inner_texts()) for row in rows.all()] == path

    *before, (changed, _) = path
    guide(page).get_by_role("link", name=f"Change: {changed}").click()
    assert question(page) == changed
    expect(step(page).get_by_role("radio", checked=True)).to_have_count(1)
    path = [*before, *to_the_end(page, 0)]
    assert [tuple(row.locator("dt, dd:not(.guide__change)").all_inner_texts()) for row in rows.all()] == path


@EACH_GUIDE
def test_starting_again_forgets_every_answer(visit: Visit, address: str):
    page = visit(address)
    first = question(page)
    to_the_end(page, 1)
    guide(page).get_by_role("button", name="Start again").click()

    assert question(page) == first
    expect(step(page).get_by_role("heading")).to_be_focused()
    expect(guide(page).locator("input:checked")).to_have_count(0)


def test_an_ending_lists_what_the_answers_raised_once_each_and_nothing_else(visit: Visit):
    page = visit(TOPICS)
    for number in (0, 2, 3, 2, 3, 3, 1):  # the second and the third raise the same
        choose(page, number)
    topics = ending(page).locator(".guide__topics > li h3")
    assert topics.all_inner_texts() == [
        "What we're aiming for",
        "Why we do what we do",
        "I said so, and nothing changed",
        "Things I don't say",
        "Making it easier to say when something is wrong",
    ]
    expect(ending(page).locator(".guide__none")).to_be_hidden()


def test_an_ending_says_when_nothing_was_raised_and_forgets_what_was_raised_before(visit: Visit):
    page = visit(TOPICS)
    to_the_end(page, 2)
    guide(page).get_by_role("button", name="Start again").click()
    to_the_end(page, 0)
    expect(ending(page).locator(".guide__some")).to_be_hidden()
    expect(ending(page).locator(".guide__none")).to_be_visible()


@EACH_GUIDE
def test_nothing_is_stored_or_sent_and_the_address_does_not_change(visit: Visit, address: str):
    page = visit(address)
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    before, length = kept(page), page.evaluate("history.length")
    to_the_end(page, 1)

    assert (kept(page), sent, page.url) == (before, [], HOME + address)
    assert page.evaluate("history.length") == length
    page.reload()
    expect(guide(page).locator("input:checked")).to_have_count(0)


@EACH_GUIDE
def test_answers_are_gone_after_the_page_was_left(visit: Visit, address: str):
    page = visit(address)
    first = question(page)
    to_the_end(page, 1)
    page.get_by_role("link", name="Get help now").first.click()
    expect(page.locator("course-guide")).to_have_count(0)
    page.go_back()

    assert question(page) == first
    expect(guide(page).locator("input:checked")).to_have_count(0)
    choose(page, 1)

    page.goto("about:blank")
    page.go_back()
    expect(guide(page).locator("input:checked")).to_have_count(0)


def test_an_address_with_an_anchor_opens_the_part_it_names(visit: Visit):
    page = visit("/guides/is-this-normal/#guide-is-this-normal-worse-advice")
    expect(ending(page).get_by_role("heading", level=2)).to_have_text(
        "Say that you feel worse, or get a second opinion"
    )
    expect(guide(page).locator(".guide__path")).to_be_hidden()

    page.evaluate("location.hash = '#guide-is-this-normal-touch'")
    expect(step(page).get_by_role("heading")).to_be_focused()
    expect(step(page)).to_contain_text("Something sexual or romantic")


@EACH_GUIDE
def test_a_link_within_the_page_does_not_take_the_ending_away(visit: Visit, address: str):
    page = visit(address)
    path = to_the_end(page, 0)
    title = ending(page).locator(".guide__heading").inner_text()
    page.evaluate("document.querySelector('course-guide').parentElement.dataset.old = ''")
    page.locator(".back-to-top a").click()
    expect(page.locator("[data-old]")).to_have_count(1)  # the page is the one that was there

    expect(ending(page).locator(".guide__heading")).to_have_text(title)
    expect(guide(page).locator(".guide__answer")).to_have_count(len(path))
    guide(page).get_by_role("link", name="Back", exact=True).click()
    assert question(page) == path[-1][0]


@EACH_GUIDE
def test_axe_finds_nothing_in_any_state(visit: Visit, address: str):
    """test_every_page looks at the first question before it is touched."""
    page = visit(address)
    choose(page, 1)
    if step(page).count():
        go_on(page)
    found = violations(page, "main")
    to_the_end(page, 2)
    found += violations(page, "main")
    page.set_viewport_size({"width": 320, "height": 640})
    found += violations(page, "main")
    assert not found, "\n".join(found)


@EACH_GUIDE
def test_nothing_scrolls_sideways_on_the_way_at_320_pixels(visit: Visit, address: str):
    page = visit(address, width=320)
    while not ending(page).count():
        go_on(page)  # which shows what is wrong
        assert fits(page)
        choose(page, min(2, step(page).get_by_role("radio").count() - 1))
    assert fits(page)


@EACH_GUIDE
def test_without_scripts_each_option_is_a_link_to_the_next_part(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    parts = page.locator("course-guide > .guide__part")
    expect(parts.locator("visible=true").first).to_be_visible()
    assert parts.locator("visible=true").count() == parts.count()
    expect(page.get_by_role("button", name="Continue")).to_have_count(0)
    for link in page.locator(".guide__option > a").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"[id='{target}']")).to_be_visible()
    page.locator(".guide__option > a").last.click()
    expect(page.locator(":target")).to_be_in_viewport()


@EACH_GUIDE
def test_the_path_and_the_ending_are_printed(visit: Visit, address: str):
    page = visit(address, before="window.print = () => { window.printed = true; };")
    path = to_the_end(page, 1)
    guide(page).get_by_role("button", name="Print this").click()
    assert page.evaluate("window.printed")

    page.emulate_media(media="print")
    expect(ending(page)).to_be_visible()
    expect(guide(page).locator(".guide__answer:visible")).to_have_count(len(path))
    expect(guide(page).locator("button:visible, .guide__change:visible, .guide__step:visible")).to_have_count(0)


@pytest.mark.parametrize("address", [address for address in GUIDES if address in SENSITIVE])
def test_leaving_a_sensitive_guide_forgets_the_answers(visit: Visit, watch, address: str):
    page = visit(address)
    to_the_end(page, 1)
    away = page.locator("leave-site a").get_attribute("href") or ""
    watch.allowed.add(away)
    page.route(away, lambda route: route.fulfill(content_type="text/html", body="<title>Elsewhere</title>"))
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("Elsewhere")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
