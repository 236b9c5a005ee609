"""A word that is longer than a phone's screen breaks, wherever it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

# Puts the word into the first shown element of each kind in turn; returns the kinds that make the page wider.
TOO_WIDE = """(word) => {
    const kinds = ["main p", "main li", "main h1", "main h2", "main h3", "main dt", "main dd", "main summary", "main a",
        "main label", "main button", "main legend", "main blockquote p", ".guide__label span", ".guide__hint",
        ".guide__topic p", ".places__chosen", ".emergency li", ".assignment__choice span", ".content-note p",
        ".site-footer a", ".site-footer p", ".colours__option"];
    return kinds.filter((kind) => {
        const found = [...document.querySelectorAll(kind)].find((one) => one.checkVisibility());
        if (!found) return false;
        const text = document.createTextNode(` ${word} `);
        found.append(text);
        const isWide = document.documentElement.scrollWidth > innerWidth;
        text.remove();
        return isWide;
    });
}"""


def too_wide(page: Page) -> list[str]:
    return list(page.evaluate(TOO_WIDE, WORD))


@pytest.mark.parametrize(
    "address",
    ["/", "/help-now/", "/trust/why-trust-matters/", "/glossary/", "/educators/", "/embed/pages/bad-fit/"],
)
def test_a_long_word_makes_no_page_wider(visit: Visit, address: str):
    assert too_wide(visit(address, width=360)) == []


@pytest.mark.parametrize("address", ["/go/plan-what-to-say/", "/go/goals-tasks-bond/"])
def test_a_long_word_makes_no_step_and_no_end_of_a_guide_wider(visit: Visit, address: str):
    page = visit(address, width=360)
    page.locator("course-guide[data-ready]").wait_for()
    assert too_wide(page) == []
    while page.locator(".guide__step:visible").count():
        step = page.locator(".guide__step:visible")
        step.locator("input").first.check()
        step.get_by_role("button").first.click()
        assert too_wide(page) == []
