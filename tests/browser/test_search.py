"""The search: by keyboard, by touch, and read aloud."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.searching import ANSWERS, Held, chosen, field, is_answered, is_held, results, search, status


def addresses(page: Page) -> list[str]:
    """Return where the results lead."""
    return [str(address) for address in results(page).evaluate_all("links => links.map((link) => link.href)")]


def caret(page: Page) -> int:
    """Return before which letter of the field the caret stands."""
    return int(field(page).evaluate("field => field.selectionStart"))


# What is fetched, and when


def test_nothing_of_the_search_is_fetched_before_somebody_comes_to_it(visit: Visit):
    page = visit("/help-now/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(HOME)))
    page.goto(HOME + "/", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]

    search(page, "trust")
    fetched = [re.sub(r"\.[0-9a-f]{8}\.", ".", url) for url in asked if "search" in url]
    assert fetched == ["/assets/site-search.js", "/assets/search.js", "/search/texts.json"]


def test_what_was_typed_before_the_search_was_there_is_searched(visit: Visit):
    page = visit("/")
    script = Held(page, "**/site-search.*.js")
    with page.context.expect_event("request", lambda request: "/site-search." in request.url):
        field(page).focus()
    page.keyboard.type("trust")
    script.let_go()
    is_answered(page)
    expect(results(page).first).to_contain_text("trust")


def test_it_says_that_it_searches_while_the_texts_are_on_their_way(visit: Visit):
    page = visit("/")
    texts = Held(page, "**/search/texts.json")
    expect(status(page)).to_be_empty()  # it is there before it says anything
    with page.context.expect_event("request", lambda request: request.url.endswith("/texts.json")):
        field(page).focus()
    page.keyboard.type("trust")
    expect(status(page)).to_have_text("Searching…")
    expect(results(page)).to_have_count(0)

    texts.let_go()
    is_answered(page)
    expect(status(page)).to_have_text("12 pages match.")


def test_what_was_typed_last_is_all_that_is_answered_when_the_texts_arrive(visit: Visit):
    page = visit("/", before=ANSWERS)
    texts = Held(page, "**/search/texts.json")
    with page.context.expect_event("request", lambda request: request.url.endswith("/texts.json")):
        field(page).focus()
    page.keyboard.type("complain")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("trust")
    texts.let_go()
    is_answered(page)
    expect(page.locator(".search__list mark").first).to_have_text(re.compile("^trust", re.IGNORECASE))
    assert page.evaluate("answers") == 1


# What does not arrive


@pytest.mark.parametrize("missing", ["**/search/texts.json", "**/assets/search.*.js", "**/assets/site-search.*.js"])
def test_what_did_not_arrive_is_said_and_the_next_letter_tries_again(visit: Visit, watch: Watch, missing: str):
    page = visit("/")
    page.context.route(missing, lambda route: route.abort())
    with page.context.expect_event("requestfailed"):
        field(page).focus()
    with page.context.expect_event("requestfailed"):
        page.keyboard.type("t")
    expect(status(page)).to_contain_text("The search did not load")
    page.context.unroute_all()
    page.keyboard.type("rust")
    is_answered(page)
    expect(results(page).first).to_be_visible()
    expect(status(page)).to_have_text("12 pages match.")
    assert not [problem for problem in watch.problems if problem.startswith("uncaught")]
    watch.problems.clear()  # the browser logs what it could not fetch


def test_a_failure_is_said_in_the_tab_that_it_happened_in_and_in_no_other(visit: Visit, watch: Watch):
    page = visit("/")
    search(page, "trust")
    other = page.context.new_page()
    page.context.route("**/search/texts.json", lambda route: route.abort())
    other.goto(HOME + "/")
    search(other, "trust")
    expect(status(other)).to_contain_text("The search did not load")
    expect(status(page)).to_have_text("12 pages match.")
    watch.problems.clear()  # the browser logs what it could not fetch


# What is said and shown


def test_an_answer_that_was_overtaken_is_not_shown(visit: Visit):
    page = visit("/", before=ANSWERS)
    search(page, "s")
    page.evaluate("hold()")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("c")
    is_held(page)
    late = page.evaluate("held.splice(0)")
    page.evaluate("release()")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("trust")
    is_answered(page)
    found = addresses(page)

    page.evaluate("late => (held.push(...late), release())", late)
    assert addresses(page) == found


@pytest.mark.parametrize(
    ("language", "pages", "said"),
    [
        ("en-GB", 1, "1 page matches."),
        ("en-GB", 2, "2 pages match."),
        ("cy", 2, "Dwy dudalen."),
        ("x_y", 1, "1 pages match."),
    ],
)
def test_how_many_pages_match_is_said_by_the_rules_of_the_language(visit: Visit, language: str, pages: int, said: str):
    page = visit("/", before=ANSWERS)
    page.evaluate(
        """language => {
            document.documentElement.lang = language;
            if (language === "cy") document.querySelector("site-search").dataset.foundTwo = "Dwy dudalen.";
        }""",
        language,
    )
    search(page, "trus")
    page.evaluate("hold()")
    page.keyboard.type("t")
    is_held(page)
    page.evaluate("pages => { held[0].pages.length = pages; release(); }", pages)
    expect(status(page)).to_have_text(said)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_among_the_results(visit: Visit, width: int):
    page = visit("/", width=width)
    search(page, "trust")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_be_visible()
    found = violations(page)
    assert not found, "\n".join(found)
    expect(chosen(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_menu_stands_in_for_the_search(visit: Visit):
    page = visit("/", width=390, java_script_enabled=False)
    expect(page.locator(".search")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Pages of this site").get_by_role("link", name="Warning signs").click()
    expect(page).to_have_url(re.compile("/warning-signs/"))


# By keyboard


def test_a_word_is_found_and_opened_by_keyboard(visit: Visit):
    page = visit("/")
    search(page, "complain")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_attribute("href", HOME + "/options/complain/")
    page.keyboard.press("Enter")
    page.wait_for_url(HOME + "/options/complain/**")
    expect(results(page)).to_have_count(0)


def test_the_field_keeps_the_focus_while_the_arrow_keys_choose(visit: Visit):
    page = visit("/")
    search(page, "complain")
    count = results(page).count()
    for key, index in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)]:
        page.keyboard.press(key)
        expect(chosen(page)).to_have_attribute("href", addresses(page)[index])
        assert field(page).get_attribute("aria-activedescendant") == chosen(page).get_attribute("id")
        expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_have_attribute("href", addresses(page)[count - 1])
    expect(chosen(page)).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_count(0)


def test_home_and_end_move_the_caret_and_choose_nothing(visit: Visit):
    page = visit("/")
    search(page, "trust")
    for key, position in [("Home", 0), ("End", 5)]:
        page.keyboard.press("ArrowDown")
        expect(chosen(page)).to_have_count(1)
        page.keyboard.press(key)
        expect(chosen(page)).to_have_count(0)
        assert caret(page) == position
        assert field(page).get_attribute("aria-activedescendant") is None


def test_results_that_are_drawn_anew_keep_the_focus_and_the_choice(visit: Visit):
    page = visit("/", before=ANSWERS)
    search(page, "trus")
    page.evaluate("hold()")
    page.keyboard.type("t")
    is_held(page)
    page.keyboard.press("ArrowDown")
    before = chosen(page).get_attribute("href")
    first = results(page).first.element_handle()
    page.evaluate("release()")
    is_answered(page)

    assert not first.evaluate("link => link.isConnected")
    expect(field(page)).to_be_focused()
    expect(chosen(page)).to_have_attribute("href", str(before))
    assert field(page).get_attribute("aria-activedescendant") == chosen(page).get_attribute("id")


def test_enter_opens_nothing_while_nothing_is_chosen(visit: Visit):
    page = visit("/")
    page.evaluate("document.body.isSame = true")
    field(page).focus()
    page.keyboard.press("Enter")
    search(page, "trus")
    page.keyboard.press("Enter")
    search(page, "t")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.body.isSame")
    expect(page).to_have_url(HOME + "/")
    expect(field(page)).to_have_value("trust")
    expect(results(page).first).to_be_visible()


def test_escape_closes_the_results_and_then_clears_the_field(visit: Visit):
    page = visit("/")
    search(page, "trust")
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(results(page)).to_have_count(0)
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("trust")
    expect(field(page)).to_be_focused()
    expect(status(page)).to_be_empty()

    search(page, " in")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()


def test_an_answer_that_comes_after_escape_opens_nothing(visit: Visit):
    page = visit("/", before=ANSWERS)
    search(page, "trus")
    page.evaluate("hold()")
    page.keyboard.type("t")
    is_held(page)
    page.keyboard.press("Escape")
    page.evaluate("release()")
    expect(results(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    is_answered(page)
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_tab_key_leaves_and_closes(visit: Visit, key: str):
    page = visit("/")
    search(page, "trust")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    expect(results(page)).to_have_count(0)
    assert page.evaluate("!document.activeElement.closest('site-search') && document.activeElement !== document.body")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_no_letter_leads_to_the_search(visit: Visit, key: str):
    page = visit("/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    page.keyboard.press(key)
    expect(field(page)).not_to_be_focused()
    expect(field(page)).to_have_value("")


# By mouse and touch


def test_a_click_opens_a_result_and_back_leads_to_what_was_found(visit: Visit):
    page = visit("/")
    search(page, "complain")
    found = addresses(page)
    results(page).first.click()
    page.wait_for_url(HOME + "/options/complain/**")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(results(page)).to_have_count(0)

    page.go_back()
    page.wait_for_url(HOME + "/")
    expect(field(page)).to_have_value("complain")
    field(page).click()
    is_answered(page)
    assert addresses(page) == found


def test_a_passage_of_the_page_that_is_open_is_shown_and_the_results_go(visit: Visit):
    page = visit("/options/bad-fit/")
    search(page, "complain")
    page.locator(".search__result--passage[href$='/options/bad-fit/#6-complain']").click()
    expect(results(page)).to_have_count(0)
    expect(page.locator("[id='6-complain']")).to_be_in_viewport()


def test_a_result_opens_in_a_tab_of_its_own(visit: Visit):
    page = visit("/")
    search(page, "complain")
    page.keyboard.press("ArrowDown")
    ways = [
        lambda: results(page).first.click(modifiers=["ControlOrMeta"]),
        lambda: results(page).first.click(button="middle"),
        lambda: page.keyboard.press("ControlOrMeta+Enter"),
    ]
    for way in ways:
        with page.context.expect_page() as opened:
            way()
        expect(opened.value).to_have_url(HOME + "/options/complain/")
        opened.value.close()
        page.bring_to_front()
        expect(results(page).first).to_be_visible()
        expect(field(page)).to_be_focused()
    expect(page).to_have_url(HOME + "/")


def test_a_tap_opens_a_result(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    field(page).tap()
    page.keyboard.type("complain")
    is_answered(page)
    results(page).first.tap()
    page.wait_for_url(HOME + "/options/complain/**")
    expect(results(page)).to_have_count(0)


def test_a_tap_puts_the_keyboard_of_a_phone_away_in_browsers_that_do_not(visit: Visit):
    page = visit("/options/bad-fit/", width=390, is_mobile=True, has_touch=True)
    search(page, "complain")
    # A step within a page takes the focus from the field in this browser, but not in every one.
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.locator(".search__result--passage[href$='/options/bad-fit/#6-complain']").tap()
    expect(results(page)).to_have_count(0)
    expect(field(page)).not_to_be_focused()


def test_results_stay_when_the_keyboard_of_a_phone_is_put_away_and_go_on_a_tap_elsewhere(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    search(page, "trust")
    expect(results(page).first).to_be_visible()
    field(page).evaluate("field => field.blur()")
    expect(results(page).first).to_be_visible()
    page.locator("h1").first.dispatch_event("pointerdown")  # somebody begins to scroll
    expect(results(page).first).to_be_visible()
    page.touchscreen.tap(200, 780)
    expect(results(page)).to_have_count(0)


def test_the_keyboard_of_a_phone_covers_no_result_that_cannot_be_scrolled_to(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    search(page, "trust")
    left = 330
    page.evaluate(
        """left => {
            Object.defineProperty(visualViewport, "height", { get: () => left });
            visualViewport.dispatchEvent(new Event("resize"));
        }""",
        left,
    )
    panel = page.locator(".search__panel").bounding_box()
    assert panel
    assert panel["y"] + panel["height"] <= left
    page.locator(".search__list").evaluate("list => list.scrollTo(0, list.scrollHeight)")
    last = results(page).last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= left
