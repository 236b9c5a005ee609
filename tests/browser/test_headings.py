"""What a screen reader hears of headings."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit


@pytest.mark.parametrize(
    "address", ["/trust/why-trust-matters/", "/about/authoring-guide/", "/embed/pages/bad-fit/", "/help-now/"]
)
def test_a_heading_is_called_by_its_own_words_and_is_no_stop_on_the_way(look: Visit, address: str):
    page = look(address)
    headings = page.locator("main").get_by_role("heading")
    assert headings.count() > 3
    assert page.locator("main").get_by_role("heading", name="Link to this section").count() == 0
    for link in page.locator("main .headerlink").all():
        assert (link.get_attribute("tabindex"), link.get_attribute("aria-hidden")) == ("-1", "true")


def test_what_a_search_finds_holds_no_headings(look: Visit):
    page = look("/")
    page.get_by_role("combobox").fill("boundaries")
    page.get_by_role("option").first.wait_for()
    assert page.get_by_role("listbox").get_by_role("heading").count() == 0
