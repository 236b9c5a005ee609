"""A link to another passage of the same page leaves the page as it is, with all that was typed and ticked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.site_pages import QUIZZES, SENSITIVE

SENSITIVE_QUIZ = next(address for address in QUIZZES if address in SENSITIVE)
OPEN_QUIZ = next(address for address in QUIZZES if address not in SENSITIVE)


def opened(visit: Visit, address: str) -> Page:
    """A page whose script is at work, and on which something was ticked."""
    page = visit(address)
    expect(page.locator("course-quiz[data-ready]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelector('course-quiz').sameAsBefore = true")
    page.locator("course-quiz input[type=radio]").first.check()
    return page


def is_same(page: Page) -> bool:
    """Whether the quiz on the page is the very one that was there."""
    return bool(page.evaluate("document.querySelector('course-quiz').sameAsBefore"))


def go(page: Page, hash: str) -> None:
    """Follow a link to a passage."""
    page.evaluate(
        """(hash) => {
            const link = Object.assign(document.createElement("a"), { href: hash, textContent: "On this page" });
            document.querySelector("article").prepend(link);
        }""",
        hash,
    )
    page.get_by_role("link", name="On this page", exact=True).first.click()
    expect(page).to_have_url(re.compile(re.escape(hash) + "$"))
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("address", [f"{SENSITIVE_QUIZ}?view=all", f"{OPEN_QUIZ}?view=all"])
def test_the_first_link_to_a_passage_keeps_what_was_ticked(visit: Visit, address: str):
    page = opened(visit, address)
    passage = page.locator("course-quiz form").nth(2).get_attribute("id")
    go(page, f"#{passage}")

    assert is_same(page)
    expect(page.locator("course-quiz input[type=radio]").first).to_be_checked()
    expect(page.locator(f"[id='{passage}']")).to_be_in_viewport()


def test_going_back_within_a_page_keeps_it_and_between_pages_changes_it(visit: Visit):
    page = opened(visit, f"{OPEN_QUIZ}?view=all")
    go(page, f"#{page.locator('course-quiz form').nth(2).get_attribute('id')}")
    page.go_back()
    assert is_same(page)

    page.get_by_role("link", name="Get help now").first.click()
    expect(page.locator("course-quiz")).to_have_count(0)
    page.go_back()
    expect(page.locator("course-quiz[data-ready]")).to_be_visible()
    assert not is_same(page)
