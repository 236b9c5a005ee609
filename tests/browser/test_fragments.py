"""An address whose fragment is damaged shows its page all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.quizzes import questions

PAGES = ["/help-now/", "/guides/is-this-normal/", "/glossary/", "/embed/pages/why-trust-matters/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_damaged_fragment_leads_nowhere_and_breaks_nothing(visit: Visit, address: str):
    page = visit(f"{address}#%")
    page.evaluate("location.hash = '#%E0%A4%A'")
    page.evaluate("location.hash = '#100%'")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_quiz_begins_where_the_fragment_is_damaged(visit: Visit):
    assert questions(visit("/quizzes/trust/#%"))
