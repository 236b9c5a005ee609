"""Ask axe-core whether a page keeps to WCAG 2.2 AA and to good practice."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from playwright.sync_api import Page, expect

from tests.building import ROOT

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@cache
def _source() -> str:
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


#: Whether the script that lets the keyboard scroll wide tables has seen all of them as wide as they are now.
SCROLLS = """() => [...document.querySelectorAll("main :is(table, pre > code)")].every(
    (box) => !box.checkVisibility() || box.scrollWidth > box.clientWidth === box.hasAttribute("tabindex"))"""


def violations(page: Page, within: str = "html") -> list[str]:
    """What axe finds wrong with a page, one line for each element: by day in full, by night with its colours.

    Nothing but colours differs between the two, and axe is slow.
    """
    by_day = violations_by_day(page, within)
    set_scheme(page, "dark", "slate")
    by_night = _run(page, within, COLOURS)
    set_scheme(page, "light", "default")
    return by_day + [f"by night: {one}" for one in by_night]


def violations_by_day(page: Page, within: str = "html") -> list[str]:
    """What axe finds wrong with a page by day, one line for each element."""
    return _run(page, within, ALL)


def set_scheme(page: Page, scheme: Literal["light", "dark"], name: str) -> None:
    """Change what the system prefers, and wait until the page has followed."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("[data-md-color-scheme]")).to_have_attribute("data-md-color-scheme", name)


def _run(page: Page, within: str, rules: dict[str, Any]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    page.evaluate("document.fonts.ready")
    page.wait_for_function(SCROLLS)
    found: list[dict[str, Any]] = page.evaluate(
        """async ([within, rules]) => (await axe.run(within, {
            runOnly: rules, resultTypes: ["violations"],
        })).violations""",
        [within, rules],
    )
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
