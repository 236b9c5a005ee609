"""What every page keeps to, on a phone and on a desk, by day and by night."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.site_pages import ADDRESSES, SENSITIVE

PHONE, DESK = 320, 1280


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing(visit: Visit, address: str):
    """Criterion C36: WCAG 2.2 AA and good practice, as far as a machine can see."""
    page = visit(address, width=DESK)
    found = violations(page)
    page.set_viewport_size({"width": PHONE, "height": 640})
    found += violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_scrolls_sideways_at_320_pixels(visit: Visit, address: str):
    """Criterion C38: which is also what 400% zoom makes of a wide screen."""
    page = visit(address, width=PHONE)
    too_wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll("body *")]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert not too_wide, "\n".join(too_wide)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_stops_of_the_tab_key_are_skip_help_and_leave(visit: Visit, address: str):
    """Criterion C21: help is in the same place on every page (consistent help, 3.2.6)."""
    page = visit(address)
    stops = []
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText.trim()"))
    assert stops[0] == "Skip to main content"
    assert "Get help now" in stops[:3]
    assert any("Leave this site" in stop for stop in stops[:4]) == (address in SENSITIVE)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_reads_without_scripts(visit: Visit, address: str):
    """Criteria C21 and C38: text and help are there without JavaScript."""
    without = visit(address, java_script_enabled=False)
    expect(without.get_by_role("heading", level=1)).to_be_visible()
    expect(without.get_by_role("link", name="Get help now").first).to_be_visible()
    main = without.get_by_role("main")
    assert len(main.inner_text().split()) > 20 or address == "/404.html"
