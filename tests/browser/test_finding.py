"""The search finds what worried people look for, in the words they type."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import HOME, Visit
from tests.browser.searching import results, search, status
from tests.site_pages import ADDRESSES

SEARCHES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("searches.yml").read_text("utf-8"))
ENOUGH = 0.9  # of all queries have their page among the first three results

# Puts a query into the field as a key would, and waits for its answer.
SEARCH = """(query) => new Promise((done) => {
  const field = document.querySelector(".search__field");
  const list = document.querySelector(".search__list");
  new MutationObserver((_, observer) => {
    if (list.ariaBusy !== "false") return;
    observer.disconnect();
    done([...list.querySelectorAll(".search__result--page")].map((link) => link.href));
  }).observe(list, { attributeFilter: ["aria-busy"] });
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def pages_found(page: Page, query: str) -> list[str]:
    """Return the addresses of the pages that a query finds, the best first."""
    return [address.removeprefix(HOME) for address in page.evaluate(SEARCH, query)]


def test_there_are_queries_for_every_section_and_each_asks_for_a_page_that_exists():
    pages = set(SEARCHES.values())

    assert len(SEARCHES) >= 64
    assert pages <= set(ADDRESSES)
    assert {page.split("/")[1] for page in ADDRESSES} - {page.split("/")[1] for page in pages} == {"404.html"}


@pytest.mark.filterwarnings("default")  # what is not found is told each time, and is no failure while it is seldom
def test_what_worried_people_type_finds_the_page_they_need(visit: Visit):
    page = visit("/")
    search(page, "a")

    first, late = 0, []
    for query, wanted in SEARCHES.items():
        found = pages_found(page, query)
        first += found[:1] == [wanted]
        if wanted not in found[:3]:
            place = f"is number {found.index(wanted) + 1}" if wanted in found else "is not found"
            late.append(f"{query!r}: {wanted} {place}; first come {', '.join(found[:3]) or 'none'}")
    third = len(SEARCHES) - len(late)
    told = "\n".join([f"Of {len(SEARCHES)} queries, {first} find their page first and {third} among three:", *late])
    assert third >= ENOUGH * len(SEARCHES), told
    warnings.warn(told, stacklevel=1)


def test_what_nobody_wrote_about_says_where_help_is(visit: Visit):
    page = visit("/")
    search(page, "xylophones")

    expect(results(page)).to_have_count(0)
    expect(status(page)).to_contain_text("Get help now")


@pytest.mark.parametrize("typed", ["theraputic relationship", "transferance", "boundries"])
def test_a_slip_of_the_finger_is_forgiven(visit: Visit, typed: str):
    page = visit("/")
    search(page, typed)

    expect(results(page).locator("mark").first).to_be_visible()


def test_a_word_that_is_not_finished_finds_already(visit: Visit):
    page = visit("/")
    search(page, "confid")

    expect(results(page).first).to_contain_text("confidential", ignore_case=True)
