"""What every page keeps to, on a phone and on a desk, by day and by night."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.accessibility import violations, violations_by_day
from tests.browser.conftest import HOME, Visit
from tests.site_pages import ADDRESSES, KINDS, SENSITIVE, language_root, source_of
from tests.told import tell
from tools.content.measured import inaccessible, wide

PHONE, DESK = 320, 1280

# What Lighthouse adds up to its layout shift; up to 0.1 is good: https://web.dev/articles/cls
NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """
new Promise((done) => new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true }))
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_on_a_phone(look: Visit, address: str):
    """Criteria C36 and C38: WCAG 2.2 AA and good practice, as a machine sees them, on a desk at 400% too."""
    page = look(address, width=PHONE)
    too_wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll("body *")]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .map((one) => one.outerHTML.slice(0, 120))"""
    )
    found = violations_by_day(page)
    here = source_of(address)
    tell([*(wide(here, one, PHONE) for one in too_wide), *(inaccessible(here, one) for one in found)])


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_on_a_desk_by_day_and_by_night(look: Visit, address: str):
    tell(inaccessible(source_of(address), one) for one in violations(look(address, width=DESK)))


@pytest.mark.parametrize("address", KINDS)
def test_nothing_moves_while_a_page_arrives_and_when_its_fonts_are_late(look: Visit, address: str):
    page = look("/404.html", width=400, before=NOTE_SHIFTS)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/*.woff2", hold)
    page.goto(HOME + address, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    page.wait_for_timeout(300)  # text waits for a font for 100 ms, unseen
    page.context.unroute_all()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    assert held
    assert sum(value for value, _ in page.evaluate("shifts")) < 0.01  # words in italics


@pytest.mark.parametrize("address", KINDS)
def test_the_first_stops_of_the_tab_key_are_skip_help_and_leave(look: Visit, address: str):
    """Criterion C21: help is in the same place on every page (consistent help, 3.2.6)."""
    page = look(address)
    stops = []
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText.trim()"))
    assert stops[0] == "Skip to main content"
    assert "Get help now" in stops[:3]
    assert any("Leave this site" in stop for stop in stops[:4]) == (address in SENSITIVE)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_reads_without_scripts(look: Visit, address: str):
    """Criteria C21 and C38: text and help are there without JavaScript."""
    without = look(address, java_script_enabled=False)
    expect(without.get_by_role("heading", level=1)).to_be_visible()
    expect(
        without.get_by_role("link", name="Pedir ayuda ahora" if language_root(address) else "Get help now").first
    ).to_be_visible()
    main = without.get_by_role("main")
    assert len(main.inner_text().split()) > 20 or address == "/404.html"
