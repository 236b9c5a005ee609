"""Our pages in a frame on another site: that site is served from another port of this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import HOME, Visit, Watch
from tests.browser.quizzes import tab_to
from tests.building import Site
from tests.serving import served
from tests.site_pages import EMBEDS, QUIZZES, SENSITIVE

QUIZ = next(f"/embed{address}" for address in QUIZZES if address not in SENSITIVE)
SENSITIVE_QUIZ = next(address for address in QUIZZES if address in SENSITIVE)
PAGE = "/embed/pages/why-trust-matters/"
KINDS = [QUIZ, PAGE, f"/embed{SENSITIVE_QUIZ}", "/embed/pages/glossary/", "/embed/pages/educators/"]

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied", "SecurityError"); } });
}
"""

# The page's policy forbids what wait_for_function does.
UNTIL_IT_FITS = """
async () => {
  const page = document.querySelector(".embed__page");
  for (let tries = 0; Math.ceil(page.getBoundingClientRect().height) !== innerHeight; tries += 1) {
    if (tries > 200) throw new Error(`the page is ${page.offsetHeight} high, the frame ${innerHeight}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
"""

Show = Callable[..., Page]


@pytest.fixture
def show(visit: Visit, watch: Watch, tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens a page of another site, with some HTML of its own."""
    (tmp_path / "_headers").touch()
    with served(tmp_path, "/") as port:
        host = f"http://127.0.0.1:{port}/"
        watch.allowed.add(host)

        def open_page(html: str, **options: object) -> Page:
            page = visit("/about/", **options)
            (tmp_path / "index.html").write_text(
                f'<!doctype html><html lang="en"><title>A class</title><link rel="icon" href="data:,"><h1>Week 3</h1>'
                f"<style>* {{ box-sizing: border-box }}</style><p>Read this.</p>{html}<p>Then stop.</p>"
            )
            page.goto(host)
            return page

        yield open_page


@pytest.fixture
def snippet(built_site: Site) -> str:
    """The code that the educators' page tells other sites to paste, for this site."""
    [code] = built_site.tree("/educators/").xpath("//pre//code[contains(., '<iframe')]")
    return str(code.text_content()).replace("https://example.org", HOME)


def framing(address: str) -> str:
    return f'<iframe src="{escape(HOME + address)}" title="A frame" width="100%" height="600"></iframe>'


def inner(page: Page) -> Frame:
    """The document in the frame, once it is there."""
    page.frame_locator("iframe").locator("h1").wait_for()
    [frame] = page.main_frame.child_frames
    return frame


def fits(page: Page) -> None:
    """Wait until nothing scrolls inside the frame, and it is no taller than what is in it."""
    frame = inner(page)
    frame.evaluate(UNTIL_IT_FITS)
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_code_that_is_documented_makes_a_frame_as_tall_as_its_page(show: Show, snippet: str):
    page = show(snippet)
    fits(page)
    wide = page.locator("iframe").bounding_box()

    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function(f"document.querySelector('iframe').clientHeight > {wide['height'] if wide else 0}")
    fits(page)


def test_the_code_that_the_builder_makes_follows_a_quiz_as_it_grows_and_shrinks(visit: Visit, show: Show):
    builder = visit("/educators/")
    builder.get_by_label("Quiz", exact=True).select_option(QUIZ.split("/")[3])
    builder.get_by_label("How many questions").fill("2")
    page = show(builder.get_by_label("Code to show it inside your own site").input_value())
    fits(page)
    frame = inner(page)
    expect(frame.locator("course-quiz form:not([hidden])")).to_have_count(2)

    frame.get_by_role("link", name="Start", exact=True).click()
    fits(page)
    for _ in range(2):
        frame.locator("form:visible").get_by_text("Show the answer").first.click()
        fits(page)


def test_a_message_of_another_frame_changes_nothing(show: Show, snippet: str):
    other = (
        '<iframe srcdoc=\'<script>parent.postMessage({type: "embed-height", height: 5000}, "*")</script>\'></iframe>'
    )
    page = show(f'{snippet}<div id="other">{other}</div>')
    page.frame_locator("#other iframe").locator("body").wait_for(state="attached")

    assert page.locator("#other iframe").get_attribute("height") is None


def test_what_is_told_is_a_height_and_an_id(show: Show):
    page = show(
        f"<script>said = []; addEventListener('message', ({{data}}) => said.push(data))</script>{framing(QUIZ)}"
    )
    inner(page)
    page.wait_for_function("said.length > 0")

    [first, *_] = page.evaluate("said")
    assert sorted(first) == ["height", "id", "type"]
    assert (first["type"], first["id"]) == ("embed-height", QUIZ.split("/")[3])


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("address", KINDS)
def test_help_opens_in_the_frame(show: Show, address: str, *, scripts: bool):
    page = show(framing(address), java_script_enabled=scripts)
    here = page.url
    page.frame_locator("iframe").get_by_role("link", name="Get help now").first.click()
    frame = page.frame_locator("iframe")

    expect(frame.get_by_role("heading", level=1)).to_have_text("Get help now")
    expect(frame.locator("a[href='tel:112']").first).to_be_visible()
    expect(frame.get_by_text("Close the tab instead")).to_be_visible()
    assert page.url == here


def test_every_link_to_help_in_a_text_stays_in_the_frame(visit: Visit):
    page = visit("/embed/quizzes/warning-signs-quiz/")
    for address in [*KINDS, "/embed/pages/home/", "/embed/pages/bad-fit/"]:
        page.goto(HOME + address)
        links = page.locator("a[href*='help-now']")
        assert links.count() > 0
        for link in links.all():
            assert re.search(r"(^|/)pages/help-now/(#|$)|^\.\./help-now/(#|$)", link.get_attribute("href") or "")
            assert link.get_attribute("target") is None


SANDBOXES = [
    "",
    "allow-scripts",
    "allow-scripts allow-same-origin",
    "allow-scripts allow-forms",
    "allow-scripts allow-popups",
    "allow-scripts allow-same-origin allow-forms allow-popups",
    "allow-scripts allow-top-navigation-by-user-activation",
]


def boxed(address: str, sandbox: str) -> str:
    return framing(address).replace("<iframe ", f'<iframe sandbox="{sandbox}" ')


@pytest.fixture
def unheard(watch: Watch) -> Watch:
    """The watch on what goes wrong, which lets a browser say what a sandbox forbids."""
    watch.forgiven.append("sandboxed")
    return watch


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_a_quiz_and_its_help_work_in_every_sandbox(show: Show, unheard: Watch, sandbox: str):
    page = show(boxed(f"{QUIZ}?draw=1&seed=1&view=all", sandbox))
    frame = inner(page)
    if "allow-scripts" in sandbox:
        form = frame.locator("course-quiz[data-ready] form:visible")
        form.locator("input").first.check()
        form.get_by_role("button", name="Check my answer").click()
        expect(form.get_by_role("status")).not_to_be_empty()
        assert frame.evaluate("document.fonts.ready.then((fonts) => [...fonts].some((one) => one.status === 'loaded'))")
    else:
        frame.get_by_text("Show the answer").first.click()
        expect(frame.locator(".quiz__explanation").first).to_be_visible()
    frame.get_by_role("link", name="Get help now").first.click()
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_text("Get help now")


@pytest.mark.parametrize("sandbox", [one for one in SANDBOXES if "allow-scripts" in one])
def test_a_guide_works_in_every_sandbox(show: Show, unheard: Watch, sandbox: str):
    page = show(boxed("/embed/pages/goals-tasks-bond/", sandbox))
    step = inner(page).locator("course-guide[data-ready] .guide__step:visible")
    question = step.get_by_role("heading").inner_text()
    step.get_by_role("button").click()
    expect(inner(page).locator(".guide__problem")).to_be_visible()
    step.locator("input").first.check()
    step.get_by_role("button").click()
    expect(inner(page).locator(".guide__part:visible").get_by_role("heading").first).not_to_have_text(question)


@pytest.mark.parametrize("sandbox", [one for one in SANDBOXES if "allow-scripts" in one])
def test_a_link_out_of_a_sandbox_leads_there_or_says_where_it_leads(show: Show, unheard: Watch, sandbox: str):
    page = show(boxed(f"/embed{SENSITIVE_QUIZ}", sandbox))
    here = page.url
    link = inner(page).get_by_role("link", name="Open it on its own")
    if "top-navigation" in sandbox:
        link.click()
        page.wait_for_url(HOME + SENSITIVE_QUIZ)
    else:
        link.click()
        said = f"The site around this frame does not let it open that page. Its address is: {HOME}{SENSITIVE_QUIZ}"
        expect(inner(page).get_by_role("status")).to_have_text(said)
        expect(inner(page).locator(".embed__blocked")).to_be_visible()
        fits_width = "document.documentElement.scrollWidth <= innerWidth"
        assert inner(page).evaluate(fits_width)
        assert page.url == here


@pytest.mark.parametrize("sandbox", [one for one in SANDBOXES if "scripts" in one and "top-navigation" not in one])
def test_where_a_sandbox_may_not_call_a_number_it_is_said_where_that_can_be_done(
    show: Show, unheard: Watch, sandbox: str
):
    page = show(boxed("/embed/pages/help-now/", sandbox))
    inner(page).locator("a[href^='tel:']").first.click()
    may = "If nothing happens now, the site around this frame does not allow it."
    expect(inner(page).locator(".embed__status")).to_have_text(f"{may} It can be done here: {HOME}/help-now/")
    expect(inner(page).locator(".embed__blocked")).to_have_count(1)


@pytest.mark.parametrize("sandbox", [one for one in SANDBOXES if "allow-scripts" not in one])
def test_without_scripts_a_sandbox_shows_the_address_of_the_page(show: Show, unheard: Watch, sandbox: str):
    page = show(boxed("/embed/pages/help-now/", sandbox))
    expect(inner(page).locator(".embed__source")).to_contain_text(f"{HOME}/help-now/")


@pytest.mark.parametrize("button", ["Print the sheet", "Save the sheet as a file (JSON)"])
def test_what_a_sandbox_forbids_silently_is_said_beside_the_button(show: Show, unheard: Watch, button: str):
    page = show(boxed(f"{QUIZ}?draw=1&seed=1&view=all", "allow-scripts"))
    frame = inner(page)
    frame.locator("course-quiz[data-ready]").get_by_role("button", name="See my results").click()
    frame.get_by_role("button", name="See my results without these").click()
    frame.get_by_text("Results sheet to print or save").click()
    frame.get_by_role("button", name=button).click()
    said = (
        "If nothing happens now, the site around this frame does not allow it. "
        f"It can be done here: {HOME}{QUIZ.removeprefix('/embed')}"
    )
    beside = frame.locator(".embed__blocked")
    expect(beside).to_be_visible()
    expect(beside).to_have_text(said)
    expect(frame.locator(".embed__status")).to_have_text(said)
    assert beside.evaluate("(one, name) => one.previousElementSibling.innerText === name", button)


def test_where_printing_is_allowed_nothing_is_said_of_it(show: Show):
    page = show(framing("/embed/pages/goals-tasks-bond/"))
    frame = inner(page)
    frame.evaluate("() => print()")
    expect(frame.locator(".embed__blocked")).to_have_count(0)
    expect(frame.locator(".embed__status")).to_be_empty()


def test_a_sensitive_quiz_opens_on_its_own(show: Show):
    page = show(framing(f"/embed{SENSITIVE_QUIZ}"))
    expect(page.frame_locator("iframe").locator("form")).to_have_count(0)
    page.frame_locator("iframe").get_by_role("link", name="Open it on its own").click()

    page.wait_for_url(HOME + SENSITIVE_QUIZ)
    expect(page.get_by_role("link", name="Leave this site")).to_be_visible()


def test_the_link_in_a_definition_leads_out_of_the_frame(show: Show):
    page = show(framing(PAGE))
    frame = inner(page)
    frame.locator(".glossary-term").first.hover()
    frame.get_by_role("link", name="More in the glossary").click()

    page.wait_for_url(f"{HOME}/glossary/#*")


def test_a_link_within_the_page_stays_in_the_frame_and_brings_its_target_into_view(show: Show, snippet: str):
    page = show(snippet)
    fits(page)
    here = page.url
    mark = inner(page).locator(".citation a").first
    mark.click()
    source = inner(page).locator((mark.get_attribute("href") or "").replace("#", "[id='") + "']")

    expect(source).to_be_focused()
    page.wait_for_function("scrollY > 500")
    assert page.url == here


def test_a_quiz_in_a_frame_takes_the_settings_of_its_address(show: Show):
    page = show(framing(f"{QUIZ}?draw=3&seed=5&exam=1"))
    frame = inner(page)
    expect(frame.locator("course-quiz form:not([hidden])")).to_have_count(3)
    framed = frame.locator("course-quiz form:not([hidden]) legend").all_inner_texts()

    page.goto(f"{HOME}{QUIZ.removeprefix('/embed')}?draw=3&seed=5&exam=1")
    expect(page.locator("course-quiz form:not([hidden])")).to_have_count(3)
    assert page.locator("course-quiz form:not([hidden]) legend").all_inner_texts() == framed


@pytest.mark.parametrize("before", ["", NO_STORAGE], ids=["with storage", "without storage"])
def test_the_keyboard_alone_answers_a_question_in_a_frame(show: Show, before: str):
    page = show(framing(f"{QUIZ}?draw=1&seed=1"), before=before)
    frame = inner(page)
    form = frame.locator("course-quiz form:not([hidden])")
    tab_to(page, frame.get_by_role("link", name="Start", exact=True))
    page.keyboard.press("Enter")
    tab_to(page, form.locator("input").first)
    page.keyboard.press("Space")
    tab_to(page, form.get_by_role("button", name="Check my answer"))
    page.keyboard.press("Enter")

    expect(form.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing(visit: Visit, address: str):
    page = visit(address)
    found = violations(page)
    page.set_viewport_size({"width": 320, "height": 640})
    found += violations(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_an_answered_quiz(visit: Visit):
    page = visit(f"{QUIZ}?draw=2&seed=1&view=all", width=320)
    form = page.locator("course-quiz form:not([hidden])").first
    form.locator("input").first.check()
    form.get_by_role("button", name="Check my answer").click()
    page.get_by_role("button", name="See my results").click()
    found = violations(page)
    assert not found, "\n".join(found)


def test_nothing_scrolls_sideways_at_320_pixels(visit: Visit):
    page = visit("/about/", width=320)
    too_wide = []
    for address in EMBEDS:
        page.goto(HOME + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)
    assert not too_wide


@pytest.mark.parametrize("address", KINDS)
def test_an_embed_reads_without_scripts(visit: Visit, address: str):
    page = visit(address, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("contentinfo").get_by_role("link").first).to_be_visible()
    assert len(page.get_by_role("main").inner_text().split()) > 20


def test_the_answers_of_a_framed_quiz_open_without_scripts(visit: Visit):
    page = visit(QUIZ, java_script_enabled=False)
    page.get_by_text("Show the answer").first.click()
    expect(page.locator(".quiz__answer").first.locator(".quiz__explanation")).to_be_visible()


def test_on_paper_an_embed_says_where_it_comes_from(visit: Visit):
    page = visit(PAGE)
    page.emulate_media(media="print")
    expect(page.get_by_text(f"Printed from {HOME}/trust/why-trust-matters/")).to_be_visible()
    expect(page.locator(".embed__help")).to_be_hidden()


OUTLINED = """(one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return one.matches(":focus-visible") && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize(("address", "scripts"), [("/embed/pages/educators/", True), ("/educators/", False)])
def test_what_opens_and_what_scrolls_is_outlined_in_focus(visit: Visit, address: str, colours: str, *, scripts: bool):
    page = visit(address, width=320, java_script_enabled=scripts, forced_colors=colours)
    page.keyboard.press("Tab")
    for part in ("summary", "pre > code"):
        found = page.locator(part).locator("visible=true").first
        found.evaluate("one => { one.tabIndex = 0; one.focus(); }")
        assert found.evaluate(OUTLINED), part


@pytest.mark.parametrize("address", ["/educators/", "/embed/pages/educators/"])
def test_what_scrolls_has_a_name_and_is_no_stop_where_it_does_not(visit: Visit, address: str):
    page = visit(address, width=320)
    page.locator("summary").first.press("Enter")
    # each that scrolls: is it a stop with a role and a name? each other: is it none?
    boxes = """() => [...document.querySelectorAll("main :is(table, pre > code)")]
        .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
        .map((one) => [one.tabIndex, one.localName === "table" || one.getAttribute("role") === "group",
            one.ariaLabel])"""
    page.set_viewport_size({"width": 260, "height": 640})
    page.locator("main table[tabindex='0'][aria-label]").first.wait_for()
    found = page.evaluate(boxes)
    assert found
    for tab_index, has_role, name in found:
        assert tab_index == 0
        assert has_role
        assert name
        assert "Link to this section" not in name
    page.set_viewport_size({"width": 1600, "height": 640})
    expect(page.locator("main table[tabindex='0']")).to_have_count(0)
    expect(page.locator("main table[aria-label]")).to_have_count(0)


def test_forced_colours_leave_the_arrow_of_what_opens(visit: Visit):
    page = visit("/educators/", forced_colors="active")
    arrow = """(one) => [
        getComputedStyle(one, "::before").borderBottomColor,
        getComputedStyle(one).color,
        getComputedStyle(document.documentElement).backgroundColor,
    ]"""
    shown, text, ground = page.locator("summary").locator("visible=true").first.evaluate(arrow)
    assert shown == text != ground
