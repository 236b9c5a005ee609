"""What a page does by itself: its contents, what is folded, tabs, code, paper, and the way to the next page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.questions_site import QUESTIONS_URL
from tests.site_pages import SENSITIVE

WRITTEN = "/written/"
DESK = {"width": 1440}


@pytest.fixture
def written(visit: Visit):
    """Open the page of all that authors can write and that our own pages do not have."""

    def open_page(anchor: str = "", **options) -> Page:
        return visit(WRITTEN + anchor, home=QUESTIONS_URL.rstrip("/"), **options)

    return open_page


def test_the_list_of_parts_follows_what_is_read_and_scrolls_along(visit: Visit):
    page = visit("/about/decisions/", **DESK)
    read = page.locator("nav.toc [aria-current=location]")
    expect(read).to_have_count(0)
    links = page.locator("nav.toc .toc__link")
    for link in (links.nth(5), links.last):
        address = link.get_attribute("href") or ""
        page.locator(f"main [id='{address[1:]}']").evaluate("one => one.scrollIntoView()")
        expect(read).to_have_attribute("href", address)
        expect(read).to_be_in_viewport()

    page.evaluate("scrollTo(0, 0)")
    expect(read).to_have_count(0)
    expect(page.locator("nav.toc .toc__link").first).to_be_in_viewport()


def test_an_address_opens_the_tab_and_the_box_that_hold_the_passage(written):
    page = written("#in-a-tab")
    expect(page.get_by_role("heading", name="In a tab")).to_be_in_viewport()
    expect(page.get_by_text("One.", exact=True)).to_be_hidden()

    page = written()
    expect(page.get_by_role("heading", name="In a tab")).to_be_hidden()
    page.evaluate("location.hash = 'in-a-tab'")
    expect(page.get_by_role("heading", name="In a tab")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_tabs_are_opened_by_keyboard_and_show_which_is_open_and_in_focus(written, *, scripts: bool):
    page = written(java_script_enabled=scripts)
    first, second = page.locator(".tabbed-labels > label").all()
    edge, outline = "one => getComputedStyle(one).borderBottomColor", "one => getComputedStyle(one).outlineStyle"
    assert first.evaluate(edge) != second.evaluate(edge)
    page.locator(".tabbed-set > input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Two.", exact=True)).to_be_visible()
    expect(page.get_by_text("One.", exact=True)).to_be_hidden()
    assert second.evaluate(outline) == "solid"
    assert first.evaluate(outline) == "none"


def test_axe_finds_nothing_in_what_authors_write(written):
    page = written("#in-a-tab", width=320)
    assert violations(page) == []


def test_a_button_copies_code_and_says_so(written):
    page = written(permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy to clipboard")
    status = page.locator(".highlight").get_by_role("status")
    button.click()
    expect(status).to_have_text("Copied to clipboard")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".highlight code").text_content()
    button.evaluate("one => one.blur()")
    expect(status).to_be_empty()


def test_where_copying_is_forbidden_the_code_is_selected(written):
    page = written(
        before="if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));"
    )
    page.get_by_role("button", name="Copy to clipboard").click()
    page.wait_for_function("getSelection().toString()")
    assert page.evaluate("getSelection().toString()").strip() == page.locator(".highlight code").inner_text().strip()


def test_what_is_wider_than_a_phone_can_be_scrolled_by_keyboard(written):
    page = written(width=320)
    for name, box in (("Code", "pre > code"), ("A table", "table")):
        wide = page.locator(box)
        expect(wide).to_have_accessible_name(name)
        wide.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("box => document.querySelector(box).scrollLeft > 0", arg=box)


def test_paper_shows_what_is_folded_and_where_links_lead(visit: Visit):
    page = visit("/help-now/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open], [name], .prints-itself *)").count() == 0
    links = page.locator("main a[data-elsewhere]")
    assert links.count()
    assert not [link for link in links.evaluate_all("all => all.map((one) => one.origin)") if link == HOME]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main .places__seen[open]").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_is_read_once_it_is_opened_and_on_paper_where_it_is_asked_for(visit: Visit, *, scripts: bool):
    page = visit("/trust/power/", java_script_enabled=scripts)
    fold = page.locator("details:has(#how-sure)")
    words = fold.locator("p, li").first
    expect(words).to_be_hidden()
    page.locator("#print-page > summary").click()
    for ticked in (False, True):
        page.get_by_label("how sure we are and other details").set_checked(ticked)
        page.emulate_media(media="print")
        expect(words).to_be_visible(visible=ticked)
        page.emulate_media(media="screen")
    fold.locator("summary").press("Enter")
    expect(words).to_be_visible()
    expect(fold.get_by_role("heading", name="How sure are we")).to_be_visible()


def test_words_to_say_stand_beside_the_text_where_there_is_room(visit: Visit):
    page = visit("/trust/power/", width=1280)
    words = page.get_by_role("complementary", name="If you’d like words now")
    expect(words).to_be_in_viewport(ratio=1)
    expect(words.get_by_role("link")).to_have_attribute("href", "../../options/plan-what-to-say/")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(words).to_be_hidden()


def test_a_link_into_what_is_folded_opens_it(visit: Visit):
    page = visit("/trust/power/")
    source = page.locator("#page-sources").locator("xpath=ancestor::details").locator("li").first
    expect(source).to_be_hidden()
    page.locator("sup.citation a").first.click()
    expect(source).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_opens_and_closes_by_keyboard_with_and_without_scripts(visit: Visit, *, scripts: bool):
    page = visit("/trust/power/", width=360, java_script_enabled=scripts)
    menu = page.get_by_role("navigation", name="Pages of this site")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_be_hidden()
    button.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    page.get_by_role("button", name="Close menu").press("Enter")
    expect(menu).to_be_hidden()


def test_the_menu_closes_when_the_focus_leaves_it(visit: Visit):
    page = visit("/trust/power/", width=360)
    menu = page.get_by_role("navigation", name="Pages of this site")
    button = page.get_by_role("button", name="Menu", exact=True)
    button.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    expect(menu).to_be_visible()

    menu.get_by_role("link").last.press("Tab")
    expect(menu).to_be_hidden()
    expect(page.locator("main :focus")).to_be_visible()


def test_an_open_menu_keeps_the_page_in_place_and_closes_where_the_screen_gets_wide(visit: Visit):
    page = visit("/trust/power/", width=360)
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.mouse.move(10, 400)  # beside the menu
    page.mouse.wheel(0, 500)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("scrollY") == 0

    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(":popover-open")).to_have_count(0)
    page.mouse.wheel(0, 500)
    page.wait_for_function("scrollY > 0")


@pytest.mark.parametrize("address", ["/help-now/", "/about/components/", "/educators/"])
def test_text_of_twice_the_size_fits_the_smallest_screen(visit: Visit, address: str):
    page = visit(address, width=320)
    root = page.locator("html")
    root.evaluate("root => (root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


# The way to the next page


def fetched_ahead(page: Page) -> list[str]:
    """A list that grows with the address below the site's root of each page that is fetched before it is opened."""
    found: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type != "document" and request.url.endswith("/"):
            found.append(request.url.removeprefix(HOME))

    page.on("request", note)
    return found


def hover(page: Page, address: str) -> None:
    """Let the pointer rest on a link to a page."""
    page.evaluate(
        """(href) => document.querySelector("article").prepend(
            Object.assign(document.createElement("a"), { href, textContent: "Next", className: "next" }))""",
        HOME + address,
    )
    page.locator(".next").first.hover()


def test_a_page_is_fetched_when_the_pointer_rests_on_a_link_to_it_and_no_sensitive_one(visit: Visit):
    page = visit("/about/")
    found = fetched_ahead(page)
    with page.expect_request("**/assets/sensitive.*.json"):
        hover(page, SENSITIVE[0])
    with page.expect_request(f"{HOME}/trust/power/"):
        hover(page, "/trust/power/")
    for again in (SENSITIVE[0], "/trust/power/", "/go/help-now/"):
        hover(page, again)
    with page.expect_request(f"{HOME}/glossary/"):
        hover(page, "/glossary/")
    assert found == ["/trust/power/", "/glossary/"]


@pytest.mark.parametrize(
    ("address", "before"),
    [
        (SENSITIVE[0], ""),
        ("/about/", "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"),
        ("/about/", "Object.defineProperty(navigator, 'connection', { value: undefined });"),
    ],
    ids=["from a sensitive page", "when data is saved", "when nobody knows"],
)
def test_nothing_is_fetched_ahead(visit: Visit, address: str, before: str):
    page = visit(address, before=before)
    found = fetched_ahead(page)
    hover(page, "/trust/power/")
    page.evaluate("new Promise((done) => setTimeout(done, 300))")  # three times as long as a pointer has to rest
    assert found == []


def test_motion_is_left_out_on_the_way_to_a_sensitive_page_without_an_error(visit: Visit, watch: Watch):
    page = visit("/about/")
    page.emulate_media(reduced_motion="no-preference")
    for address in ["/help-now/", "/warning-signs/", "/about/"]:
        page.evaluate("address => void (location.href = address)", HOME + address)
        page.wait_for_url(HOME + address)
        page.wait_for_load_state("networkidle")
    watch.check([])


def test_where_the_list_of_sensitive_pages_does_not_arrive_nothing_is_fetched(visit: Visit):
    page = visit("/about/")
    found = fetched_ahead(page)
    page.route("**/assets/sensitive.*.json", lambda route: route.fulfill(body="gone"))
    with page.expect_response("**/assets/sensitive.*.json"):
        hover(page, "/trust/power/")
    page.unroute_all()
    with page.expect_request(f"{HOME}/glossary/"):
        hover(page, "/glossary/")
    assert found == ["/glossary/"]


def test_no_page_asks_for_a_script_of_material(visit: Visit):
    page = visit("/404.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/quizzes/trust/", "/glossary/"):
        page.goto(HOME + address, wait_until="load")
    assert [url for url in asked if url.endswith(".js")]
    assert not [url for url in asked if re.search(r"/(javascripts|stylesheets)/", url)]
