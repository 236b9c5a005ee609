"""'Leave this site': one click or the Shift key three times, and nothing of the visit stays in the tab."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.searching import field, open_search
from tests.site_pages import KINDS, SENSITIVE

PAGE = "/warning-signs/"

Leave = Callable[[Page], None]


def by_click(page: Page) -> None:
    link(page).click(no_wait_after=True)


def by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


BOTH_WAYS = pytest.mark.parametrize("leave", [by_click, by_keyboard])


@pytest.fixture
def open_page(visit: Visit, watch: Watch) -> Callable[..., Page]:
    """Open a sensitive page whose way out leads to a page of our own making: no other site is really asked."""

    def open_page(address: str, **options: bool) -> Page:
        page = visit(address, **options)
        destination = link(page).get_attribute("href") or ""
        assert destination.startswith("https://")
        watch.allowed.add(destination)
        page.route(destination, elsewhere)
        return page

    return open_page


def elsewhere(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<!doctype html><title>Elsewhere</title>")


@BOTH_WAYS
@pytest.mark.parametrize("address", sorted({*KINDS} & {*SENSITIVE}))
def test_leaving_leads_elsewhere(open_page, address: str, leave: Leave):
    """Criterion C22: by the button and by Shift three times."""
    page = open_page(address)
    leave(page)
    expect(page).to_have_title("Elsewhere")


@BOTH_WAYS
def test_leaving_forgets_what_the_site_kept(open_page, leave: Leave):
    page = open_page(PAGE)
    page.get_by_role("radio", name="Dark").check()
    page.evaluate("for (const storage of [localStorage, sessionStorage]) storage.setItem('/base/#quiz:a:b', '1')")
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/help-now/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@BOTH_WAYS
def test_leaving_keeps_what_other_sites_at_the_same_host_have_kept(open_page, leave: Leave):
    theirs = ["other", "/other/#site.colours", "/#site.colours", "/base/deeper/#quiz:a:b", "/base/", "/base"]
    page = open_page(PAGE)
    page.evaluate("names => { for (const name of names) localStorage[name] = sessionStorage[name] = 1 }", theirs)
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/help-now/")
    for storage in ("localStorage", "sessionStorage"):
        assert sorted(page.evaluate(f"Object.keys({storage})")) == sorted(theirs)


def test_what_an_older_version_kept_gets_the_names_of_today(open_page):
    page = open_page(PAGE)
    page.evaluate("localStorage['site.colours'] = 'slate'; localStorage['quiz:a:b'] = '{}'; localStorage.quizzes = 1")
    page.evaluate("sessionStorage['site.place'] = 'ireland'; sessionStorage['/base/#site.place'] = 'canada'")
    page.reload()
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    assert page.evaluate("({...localStorage})") == {
        "/base/#site.colours": "slate",
        "/base/#quiz:a:b": "{}",
        "quizzes": "1",
    }
    assert page.evaluate("({...sessionStorage})") == {}  # a country stands in the address now


@BOTH_WAYS
def test_the_way_back_does_not_lead_to_the_page(open_page, leave: Leave):
    page = open_page("/help-now/")
    page.goto(HOME + PAGE)
    for name in ("Skip to main content", "Back to top"):
        page.get_by_role("link", name=name).press("Enter")
        expect(page).to_have_url(re.compile(f"{PAGE}#"))
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.go_back()
    assert page.url == HOME + "/help-now/"


def test_a_link_within_a_sensitive_page_leads_there_without_an_entry_in_the_history(open_page):
    page = open_page("/help-now/")
    entries = page.evaluate("history.length")
    page.get_by_role("link", name="The danger is my therapist").click()
    expect(page.locator(":target")).to_have_id("if-the-danger-is-your-therapist")
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator("main p a[href='#talk']").first.click()
    expect(page.locator("#talk")).to_be_in_viewport()
    assert page.evaluate("history.length") == entries

    page.goto(HOME + "/trust/why-trust-matters/")
    entries = page.evaluate("history.length")
    page.get_by_role("link", name="Back to top").click()
    expect(page).to_have_url(re.compile("#top$"))
    assert page.evaluate("history.length") == entries + 1


@BOTH_WAYS
def test_the_page_is_blank_before_the_next_one_arrives(open_page, leave: Leave):
    page = open_page(PAGE)
    # Noted in the storage: a message of a page that is being left may never arrive.
    page.evaluate(
        """new MutationObserver(() => {
            const unseen = getComputedStyle(document.body).display === "none";
            const rest = [...document.documentElement.children].slice(2);
            const clear = rest.every((one) => getComputedStyle(one).opacity === "0");
            if (unseen && clear && !document.title) localStorage.setItem("noted", "nothing is to be seen");
        }).observe(document, {attributes: true, childList: true, subtree: true})"""
    )
    leave(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/")
    assert page.evaluate("localStorage.getItem('noted')") == "nothing is to be seen"


@BOTH_WAYS
def test_it_works_before_other_scripts_are_there(open_page, leave: Leave):
    page = open_page("/help-now/")
    page.route("**/assets/page.*.js", lambda _: None)  # never answered
    page.goto(HOME + PAGE, wait_until="commit")
    expect(page.locator("leave-site:defined")).to_be_visible()
    leave(page)
    expect(page).to_have_title("Elsewhere")


def test_the_keyboard_says_how_many_presses_are_left(open_page):
    page = open_page(PAGE)
    button = page.locator("leave-site")
    status = button.get_by_role("status")
    expect(status).to_be_empty()
    page.keyboard.press("Shift")
    expect(status).to_have_text(button.get_attribute("data-two") or "")
    page.keyboard.press("Shift")
    expect(status).to_have_text(button.get_attribute("data-one") or "")


def says(page: Page, message: str) -> None:
    """Wait until the status of the way out says that, or nothing."""
    button = page.locator("leave-site")
    expect(button.get_by_role("status")).to_have_text((message and button.get_attribute(f"data-{message}")) or "")


def stays(page: Page) -> None:
    """Press Shift twice, cleanly: whoever is still on the page had pressed it no time before."""
    page.keyboard.press("Escape")
    for message in ("two", "one"):
        page.keyboard.press("Shift")
        says(page, message)
    expect(page.locator("main h1")).to_be_visible()


def with_clock_stopped(page: Page) -> Page:
    """The page with a clock that moves only when a test moves it, however slow the machine is."""
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(3_600_000)
    return page


def test_presses_that_are_too_slow_do_not_count_and_what_is_said_goes_away(open_page):
    page = with_clock_stopped(open_page(PAGE))
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    says(page, "expired")
    page.clock.run_for(5100)
    says(page, "")
    page.keyboard.press("Shift")
    says(page, "two")
    page.clock.run_for(5100)
    says(page, "expired")
    page.keyboard.press("Shift")
    page.clock.run_for(3000)  # the clock goes on by itself as well
    says(page, "two")
    expect(page.locator("main h1")).to_be_visible()


def test_each_press_may_take_its_five_seconds(open_page):
    page = with_clock_stopped(open_page(PAGE))
    for message in ("two", "one"):
        page.keyboard.press("Shift")
        says(page, message)
        page.clock.run_for(4000)
    page.keyboard.press("Shift")
    expect(page).to_have_title("Elsewhere")


def test_leaving_is_said_aloud(open_page):
    page = open_page(PAGE)
    page.evaluate(
        """new MutationObserver(() => {
            const text = document.querySelector("html > [role=alert]")?.textContent;
            if (text) localStorage.setItem("heard", text);
        }).observe(document, {childList: true, subtree: true})"""
    )
    by_keyboard(page)
    expect(page).to_have_title("Elsewhere")
    page.goto(HOME + "/")
    assert page.evaluate("localStorage.getItem('heard')") == "Loading."


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_shift_beside_another_key_does_not_count(open_page, held: str):
    page = open_page(PAGE)
    page.keyboard.down(held)
    for _ in range(4):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    page.keyboard.down("Shift")
    page.keyboard.press(held)
    page.keyboard.up("Shift")
    says(page, "")
    stays(page)


def test_shift_with_a_click_or_the_wheel_does_not_count(open_page):
    page = open_page(PAGE)
    page.locator("main h1").hover()
    for _ in range(4):
        page.keyboard.down("Shift")
        page.mouse.click(640, 600, button="middle")
        page.keyboard.up("Shift")
        page.keyboard.down("Shift")
        page.mouse.wheel(0, 10)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        page.keyboard.up("Shift")
    says(page, "")
    stays(page)


def test_both_shift_keys_at_once_do_not_count(open_page):
    page = open_page(PAGE)
    for _ in range(3):
        page.keyboard.down("ShiftLeft")
        page.keyboard.press("ShiftRight")
        page.keyboard.up("ShiftLeft")
    stays(page)


def test_shift_does_not_count_while_something_else_is_held(open_page):
    page = open_page(PAGE)
    page.keyboard.down("a")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up("a")
    stays(page)
    page.mouse.move(640, 600)
    page.mouse.down()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.mouse.up()
    stays(page)
    by_keyboard(page)
    expect(page).to_have_title("Elsewhere")


def test_a_shift_that_is_held_counts_once(open_page):
    page = open_page(PAGE)
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    says(page, "two")


def test_a_shift_that_is_let_go_in_another_window_does_not_count(open_page):
    page = open_page(PAGE)
    for _ in range(4):
        page.keyboard.down("Shift")
        page.evaluate("dispatchEvent(new FocusEvent('blur'))")
        page.keyboard.up("Shift")
    stays(page)


def test_fast_capitals_say_nothing(open_page):
    page = open_page(PAGE)
    page.get_by_label("Search").first.focus()
    for letter in "ABC":
        page.keyboard.down("Shift")
        page.keyboard.down(letter)
        page.keyboard.up("Shift")
        page.keyboard.up(letter)
        says(page, "")
    expect(page.locator("main h1")).to_be_visible()


def test_the_keyboard_of_a_phone_does_not_leave_while_somebody_types(open_page):
    page = open_page(PAGE, is_mobile=True, has_touch=True)
    open_search(page)
    field(page).focus()
    for _ in range(4):
        page.keyboard.press("Shift")
    says(page, "")
    page.reload()
    by_keyboard(page)
    expect(page).to_have_title("Elsewhere")


def test_capital_letters_do_not_count(open_page):
    page = open_page(PAGE)
    page.get_by_label("Search").first.focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
        expect(page.locator("leave-site").get_by_role("status")).to_be_empty()
    expect(page.locator("main h1")).to_be_visible()


def test_without_scripts_it_is_a_link(open_page):
    """Criterion C22: the link is there without JavaScript."""
    page = open_page(PAGE, java_script_enabled=False)
    link(page).click()
    expect(page).to_have_title("Elsewhere")


def link(page: Page) -> Locator:
    return page.get_by_role("link", name="Leave this site")
