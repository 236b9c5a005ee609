"""What stands at the foot of a page: its addresses, how to cite it, and how to print it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.site_pages import SENSITIVE

PLAIN, PRIVATE = "/starting/your-rights/", "/warning-signs/sexual-behaviour/"
CLINICS = "/clinics/"

#: Keeps what is copied and counts what is printed, which a browser without a window can do neither of.
WATCHED = """
window.copied = [];
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied.push(text); } } });
window.print = () => { dispatchEvent(new Event("beforeprint")); window.printed = document.title;
  dispatchEvent(new Event("afterprint")); };
"""


def open_tool(page: Page, name: str) -> None:
    page.locator(".tools").get_by_text(name, exact=True).click()


def test_without_scripts_everything_is_there_and_nothing_that_needs_them(visit: Visit):
    page = visit(PLAIN, java_script_enabled=False)
    for name in ("Link", "Cite", "Print"):
        open_tool(page, name)
        expect(page.locator(".tools [open]")).to_have_count(1)
        expect(page.locator(".tools button:visible")).to_have_count(0)
    expect(page.get_by_text("use your browser's menu")).to_be_visible()


def test_nothing_of_it_is_fetched_before_it_is_opened(visit: Visit):
    asked: list[str] = []
    page = visit(PLAIN)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "tools" in url or "/go/" in url]
    open_tool(page, "Link")
    expect(page.locator(".tools img")).to_be_visible()
    expect(page.get_by_role("button", name="Copy: Short address")).to_be_visible()
    assert len([url for url in asked if "tools" in url]) == 1


def test_an_address_is_copied_and_that_is_said(visit: Visit):
    page = visit(PLAIN, before=WATCHED)
    open_tool(page, "Link")
    button = page.get_by_role("button", name="Copy: Full address")
    button.press("Enter")
    expect(page.locator(".tools [role=status]").nth(1)).to_have_text("Copied")
    [copied] = page.evaluate("copied")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")
    page.keyboard.press("Tab")
    expect(page.locator(".tools [role=status]").nth(1)).to_have_text("")


def test_on_paper_a_sensitive_page_says_neither_in_its_title_nor_in_its_address_what_it_is_about(visit: Visit):
    page = visit(PRIVATE, before=WATCHED)
    title = page.title()
    open_tool(page, "Print")
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("printed") == "You and your therapist"
    assert page.title() == title
    page.emulate_media(media="print")
    expect(page.locator(".tools__printed")).to_contain_text("/go/k")
    expect(page.locator(".tools")).to_be_hidden()


@pytest.mark.parametrize("address", [address for address in SENSITIVE if address != "/help-now/"][:3])
def test_a_sensitive_page_offers_no_frame(look: Visit, address: str):
    page = look(address)
    open_tool(page, "Link")
    expect(page.locator(".tools")).to_contain_text("isn't shown inside other sites")
    assert "<iframe" not in page.locator(".tools").inner_text()


def test_clinics_choose_a_page_and_get_the_ways_to_it(visit: Visit):
    page = visit(CLINICS, width=360)
    page.locator(".share").get_by_text("What are my rights in therapy?", exact=True).click()
    shown = page.locator(".share [open]")
    expect(shown).to_contain_text("/go/your-rights/")
    expect(shown).to_contain_text("<iframe")
    expect(shown.get_by_role("button", name="Copy: Short address")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown.get_by_role("link", name="Open the page to print it").click()
    page.wait_for_url("**/starting/your-rights/#print-page")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()


@pytest.mark.parametrize(("address", "width"), [(PRIVATE, 320), (PLAIN, 1280)])
def test_axe_finds_nothing_in_any_of_it(visit: Visit, address: str, width: int):
    page = visit(address, width=width)
    for name in ("Link", "Cite", "Print"):
        open_tool(page, name)
        expect(page.locator(".tools button:visible").first).to_be_visible()
        page.locator(".tools").evaluate("tools => tools.scrollIntoView()")  # and not half below the bar with help
        assert violations(page, ".tools") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
