"""The search: by keyboard, by touch, and read aloud."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, expect
from primer.publish.search.index import SearchTerms, search_files
from primer.publish.search.lines import read_lines, searched_page

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.searching import Held, chosen, field, is_answered, open_search, results, search, status

MOST_BYTES = 60_000  # compressed, before the first result


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
    fetched = [re.sub(r"[0-9a-f]{8}|\d+", "…", url) for url in asked if "search" in url]
    assert fetched[:2] == ["/assets/site-search.….js", "/search/index.json"]
    assert set(fetched[2:]) == {"/search/…/words-….json", "/search/…/page-…-….json"}


def test_little_is_fetched_before_the_first_result(visit: Visit):
    page = visit("/")
    sizes: list[int] = []
    page.context.on(
        "response", lambda answer: sizes.append(len(gzip.compress(answer.body()))) if "search" in answer.url else None
    )
    search(page, "my therapist cancelled again")
    expect(results(page).first).to_be_visible()
    assert sum(sizes) <= MOST_BYTES


def test_what_was_typed_before_the_search_was_there_is_searched(visit: Visit):
    page = visit("/")
    script = Held(page, "**/site-search.*.js")
    with page.context.expect_event("request", lambda request: "/site-search." in request.url):
        field(page).focus()
    expect(status(page)).to_be_empty()
    page.keyboard.type("trust")
    expect(status(page)).to_have_text("Searching…")
    script.let_go()
    is_answered(page)
    expect(results(page).first).to_contain_text("trust")


@pytest.mark.parametrize("late", ["index.json", "*/words-*", "*/page-*"])
def test_it_says_that_it_searches_while_something_is_on_its_way(visit: Visit, late: str):
    page = visit("/")
    held = Held(page, f"**/search/{late}")
    expect(status(page)).to_be_empty()  # it is there before it says anything
    field(page).focus()
    page.keyboard.type("trust")
    held.is_asked()
    expect(status(page)).to_have_text("Searching…")
    expect(results(page)).to_have_count(0)

    held.let_go()
    is_answered(page)
    expect(status(page)).to_have_text("10 pages match.")


def test_what_was_typed_last_is_all_that_is_answered_when_the_index_arrives(visit: Visit):
    page = visit("/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    index = Held(page, "**/search/index.json")
    field(page).focus()
    index.is_asked()
    page.keyboard.type("complain")
    expect(status(page)).to_have_text("Searching…")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("trust")
    index.let_go()
    is_answered(page)
    expect(page.locator(".search__list mark").first).to_have_text(re.compile("^trust", re.IGNORECASE))
    alone = visit("/")
    own: list[str] = []
    alone.context.on("request", lambda request: own.append(request.url))
    search(alone, "trust")
    assert {url for url in asked if "/words-" in url} == {url for url in own if "/words-" in url}


def test_old_results_do_not_pass_for_new_ones_on_a_slow_line(visit: Visit):
    page = visit("/")
    search(page, "trust")
    pieces = Held(page, "**/search/*/words-*")
    page.keyboard.type(" zoom")
    pieces.is_asked()
    expect(status(page)).to_have_text("Searching…")
    expect(field(page)).to_be_focused()
    pieces.let_go()
    is_answered(page)
    expect(status(page)).to_have_text("10 pages match.")


# What does not arrive


@pytest.mark.parametrize(
    "missing", ["**/search/index.json", "**/search/*/words-*", "**/search/*/page-*", "**/assets/site-search.*.js"]
)
def test_what_did_not_arrive_is_said_and_the_next_letter_tries_again(visit: Visit, watch: Watch, missing: str):
    page = visit("/")
    page.context.route(missing, lambda route: route.abort())
    field(page).focus()
    with page.context.expect_event("requestfailed"):
        page.keyboard.type("t")
    expect(status(page)).to_contain_text("The search did not load")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    page.context.unroute_all()
    page.keyboard.type("rust")
    is_answered(page)
    expect(results(page).first).to_be_visible()
    expect(status(page)).to_have_text("10 pages match.")
    assert not [problem for problem in watch.problems if problem.startswith("uncaught")]
    watch.problems.clear()  # the browser logs what it could not fetch


def test_a_piece_that_does_not_arrive_leaves_no_old_answer_and_the_list_of_all_pages(visit: Visit, watch: Watch):
    page = visit("/")
    search(page, "complain")
    expect(results(page).first).to_be_visible()
    page.context.route("**/search/*/words-*", lambda route: route.abort())
    page.keyboard.type(" zoom")
    is_answered(page)
    expect(status(page)).to_contain_text("look through the list of all pages")
    expect(results(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("search").get_by_role("link", name="All pages")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(HOME + "/all-pages/")
    watch.problems.clear()  # the browser logs what it could not fetch


def test_a_failure_is_said_in_the_tab_that_it_happened_in_and_in_no_other(visit: Visit, watch: Watch):
    page = visit("/")
    search(page, "trust")
    other = page.context.new_page()
    page.context.route("**/search/index.json", lambda route: route.abort())
    other.goto(HOME + "/")
    search(other, "trust")
    expect(status(other)).to_contain_text("The search did not load")
    expect(status(page)).to_have_text("10 pages match.")
    watch.problems.clear()  # the browser logs what it could not fetch


# What is said and shown


def test_an_answer_that_was_overtaken_is_not_shown(visit: Visit):
    page = visit("/")
    search(page, "trust")
    found = addresses(page)
    pieces = Held(page, "**/search/*/words-*")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("complain")
    pieces.is_asked()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("trust")
    is_answered(page)
    assert addresses(page) == found

    with page.context.expect_event("requestfinished"):
        pieces.let_go()
    page.wait_for_load_state("networkidle")
    assert addresses(page) == found


@pytest.mark.parametrize(
    ("language", "pages", "said"),
    [
        ("en-GB", 1, "1 page matches."),
        ("en-GB", 2, "2 pages match."),
        ("cy", 2, "Dwy dudalen."),
    ],
)
def test_how_many_pages_match_is_said_by_the_rules_of_the_language(visit: Visit, language: str, pages: int, said: str):
    page = visit("/")
    found = [searched_page("<p>Trust.</p>", f"{number}/", "Trust", None) for number in range(pages)]
    files = {f"{HOME}/{path}": text for path, text in search_files(read_lines(found), SearchTerms(), "en")}
    page.context.route("**/search/**", lambda route: route.fulfill(body=files[route.request.url]))
    page.evaluate(
        """language => {
            document.documentElement.lang = language;
            if (language === "cy") document.querySelector("site-search").dataset.foundTwo = "Dwy dudalen.";
        }""",
        language,
    )
    search(page, "trust")
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


def test_without_scripts_a_list_of_all_pages_stands_in_for_the_search(visit: Visit):
    page = visit("/", width=390, java_script_enabled=False)
    expect(page.locator(".search")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="All pages").click()
    expect(page).to_have_url(HOME + "/all-pages/")
    page.get_by_role("main").get_by_role("link", name="Get help now").click()
    expect(page).to_have_url(HOME + "/help-now/")


def test_a_list_of_all_pages_stands_in_for_a_search_whose_script_does_not_arrive(visit: Visit, watch: Watch):
    page = visit("/")
    page.context.route("**/assets/page.*.js", lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("banner").get_by_role("link", name="All pages")).to_be_visible()
    expect(page.locator(".search")).to_be_hidden()
    watch.problems.clear()  # the browser logs what it could not fetch


def test_with_scripts_the_search_alone_is_there(visit: Visit):
    page = visit("/")
    expect(field(page)).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("link", name="All pages")).to_have_count(0)


# By keyboard


def test_a_word_is_found_and_opened_by_keyboard(visit: Visit):
    page = visit("/")
    search(page, "complain")
    page.keyboard.press("ArrowDown")
    first = addresses(page)[0]
    expect(chosen(page)).to_have_attribute("href", first)
    page.keyboard.press("Enter")
    page.wait_for_url(first)
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
    page = visit("/")
    search(page, "complain")
    pieces = Held(page, "**/search/*/words-*")
    page.keyboard.type(" therapist")
    pieces.is_asked()
    page.keyboard.press("ArrowDown")
    before = str(chosen(page).get_attribute("href")).partition("#")[0]
    first = results(page).first.element_handle()
    pieces.let_go()
    is_answered(page)

    assert not first.evaluate("link => link.isConnected")
    expect(field(page)).to_be_focused()
    expect(chosen(page)).to_have_attribute("href", re.compile(f"^{re.escape(before)}(#|$)"))
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


def test_escape_leads_back_from_the_list_of_all_pages_to_the_field(visit: Visit):
    page = visit("/")
    search(page, "trust")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("trust")
    expect(page.get_by_role("search").get_by_role("link", name="All pages")).to_be_hidden()


def test_no_result_of_before_can_be_chosen_while_none_is_shown(visit: Visit):
    page = visit("/")
    search(page, "trust")
    field(page).fill("")
    pieces = Held(page, "**/search/*/words-*")
    page.keyboard.type("complain")
    page.keyboard.press("ArrowDown")
    assert field(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("Enter")
    pieces.is_asked()
    pieces.let_go()
    is_answered(page)
    expect(page).to_have_url(HOME + "/")


def test_an_answer_that_comes_after_escape_opens_nothing(visit: Visit):
    page = visit("/")
    search(page, "trust")
    pieces = Held(page, "**/search/*/words-*")
    page.keyboard.type(" zoom")
    pieces.is_asked()
    page.keyboard.press("Escape")
    with page.context.expect_event("requestfinished"):
        pieces.let_go()
    page.wait_for_load_state("networkidle")
    expect(results(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    is_answered(page)
    expect(results(page).first).to_be_visible()


def test_the_tab_key_leads_to_all_pages_and_then_leaves_and_closes(visit: Visit):
    page = visit("/")
    search(page, "trust")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("search").get_by_role("link", name="All pages")).to_be_focused()
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(results(page)).to_have_count(0)
    assert page.evaluate("!document.activeElement.closest('site-search') && document.activeElement !== document.body")


def test_the_tab_key_backwards_leaves_and_closes(visit: Visit):
    page = visit("/")
    search(page, "trust")
    page.keyboard.press("Shift+Tab")
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


def test_a_click_opens_a_result(visit: Visit):
    page = visit("/")
    search(page, "complain")
    found = addresses(page)
    results(page).first.click()
    page.wait_for_url(found[0])
    expect(results(page)).to_have_count(0)


PASSAGE = "[role=option][href*='/options/bad-fit/#']"


def test_a_passage_of_the_page_that_is_open_is_shown_and_the_results_go(visit: Visit):
    page = visit("/options/bad-fit/")
    search(page, "second opinion")
    passage = str(page.locator(PASSAGE).get_attribute("href")).partition("#")[2]
    page.locator(PASSAGE).click()
    expect(results(page)).to_have_count(0)
    expect(page.locator(f"[id='{passage}']")).to_be_in_viewport()


def test_a_result_opens_in_a_tab_of_its_own(visit: Visit):
    page = visit("/")
    search(page, "complain")
    page.keyboard.press("ArrowDown")
    first = addresses(page)[0]
    ways = [
        lambda: results(page).first.click(modifiers=["ControlOrMeta"]),
        lambda: results(page).first.click(button="middle"),
        lambda: page.keyboard.press("ControlOrMeta+Enter"),
    ]
    for way in ways:
        with page.context.expect_page() as opened:
            way()
        expect(opened.value).to_have_url(first)
        opened.value.close()
        page.bring_to_front()
        expect(results(page).first).to_be_visible()
        expect(field(page)).to_be_focused()
    expect(page).to_have_url(HOME + "/")


def test_a_tap_opens_a_result(visit: Visit):
    page = visit("/", width=390, is_mobile=True, has_touch=True)
    open_search(page)
    field(page).tap()
    page.keyboard.type("complain")
    is_answered(page)
    first = addresses(page)[0]
    results(page).first.tap()
    page.wait_for_url(first)
    expect(results(page)).to_have_count(0)


def test_a_tap_puts_the_keyboard_of_a_phone_away_in_browsers_that_do_not(visit: Visit):
    page = visit("/options/bad-fit/", width=390, is_mobile=True, has_touch=True)
    search(page, "second opinion")
    # A step within a page takes the focus from the field in this browser, but not in every one.
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.locator(PASSAGE).tap()
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


# What is found


def test_what_nobody_wrote_about_says_where_help_is(visit: Visit):
    page = visit("/")
    search(page, "xylophones")

    expect(results(page)).to_have_count(0)
    expect(status(page)).to_contain_text("Get help now")
    expect(page.get_by_role("search").get_by_role("link", name="All pages")).to_be_visible()


def test_a_word_that_is_not_finished_finds_already(visit: Visit):
    page = visit("/")
    search(page, "confid")

    expect(results(page).first).to_contain_text("confiden", ignore_case=True)


def test_a_result_is_called_by_its_heading_its_page_and_how_it_begins(visit: Visit):
    page = visit("/")
    search(page, "cancelled again")

    expect(results(page).first).to_have_accessible_name(
        re.compile(r"^If your therapist cancels again My therapist keeps cancelling or running late \w+")
    )


def test_a_result_of_a_sensitive_page_says_what_the_page_is_about_and_none_of_its_text(visit: Visit):
    page = visit("/")
    search(page, "therapist kissed me")
    sensitive = page.locator("[role=option][href*='/warning-signs/sexual-behaviour/']")
    expect(sensitive.locator(".search__text")).to_contain_text("is described, without detail")


def test_what_was_sought_is_there_when_a_browser_that_emptied_the_field_shows_the_page_again(visit: Visit):
    """As WebKit does."""
    page = visit("/")
    search(page, "cancelled")
    field(page).evaluate(
        """(field) => {
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          field.value = "";
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    expect(field(page)).to_have_value("cancelled")
