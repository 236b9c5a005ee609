"""Titles, descriptions, dates and content notes."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from tests.content.reading import DOCS, Page, pages

PAGES = [pytest.param(page, id=page.name) for page in pages()]

# How long a page may go without being compared with its sources again.
USUAL = timedelta(days=366)
SHORTER = {
    "help-now.md": timedelta(days=35),  # telephone numbers: one month
    "options/complain.md": timedelta(days=186),  # law and regulators: six months
    "starting/choose-and-check-a-therapist.md": timedelta(days=186),
    "starting/confidentiality-and-records.md": timedelta(days=186),
    "starting/your-rights.md": timedelta(days=186),
    "options/routes-by-country.md": timedelta(days=186),
}

# Pages on harm, sexual misconduct, complaints and urgent help, or that name them, let the reader leave at once.
SENSITIVE = {
    "help-now.md",
    "options/afraid-to-complain.md",
    "options/complain-about-a-trainee.md",
    "options/complain.md",
    "options/complaint-time-limits.md",
    "options/confidence-broken.md",
    "options/routes-by-country.md",
    "options/write-a-complaint.md",
    "people/parents.md",
    "people/teens.md",
    "questions/attached-and-it-hurts.md",
    "questions/strong-feelings-about-therapist.md",
    "questions/unproven-methods.md",
    "questions/will-i-be-sent-to-hospital.md",
    "warning-signs/after-harmful-therapy.md",
    "warning-signs/blame-and-family.md",
    "warning-signs/boundaries.md",
    "warning-signs/index.md",
    "warning-signs/part-of-the-method.md",
    "warning-signs/sexual-behaviour.md",
    "warning-signs/someone-i-love.md",
    "warning-signs/they-shouted-or-cried.md",
    "warning-signs/touch-gifts-sharing.md",
}


@pytest.mark.parametrize("page", PAGES)
def test_the_next_comparison_with_sources_comes_soon_enough(page: Page):
    """Criterion C31: 12 months at most, 6 for law and regulators, 1 for telephone numbers."""
    allowed = SHORTER.get(page.name, USUAL)
    given = page.front["review_by"] - page.front["sources_checked"]
    assert timedelta(0) < given <= allowed, (
        f"{page.place}: 'review_by' is {given.days} days later, {allowed.days} at most"
    )


@pytest.mark.parametrize("file", sorted(DOCS.glob("_data/guides/*.yml")), ids=lambda file: file.stem)
def test_a_guide_is_compared_with_its_sources_soon_enough(file: Path):
    guide = yaml.safe_load(file.read_text("utf-8"))
    assert timedelta(0) < guide["review_by"] - guide["sources_checked"] <= USUAL


@pytest.mark.parametrize("page", PAGES)
def test_a_description_fits_a_search_result(page: Page):
    length = len(page.front["description"])
    assert 0 < length <= 160, f"{page.place}: 'description' has {length} characters"


def test_titles_are_unique():
    """Criterion C02: no two pages have the same title."""
    titles = Counter(page.front["title"] for page in pages())
    assert not {title for title, count in titles.items() if count > 1}


def test_pages_on_harm_complaints_and_urgent_help_are_sensitive():
    """Criterion C22: these are the pages that have "Leave this site"."""
    assert {page.name for page in pages() if page.front.get("sensitive")} >= SENSITIVE


@pytest.mark.parametrize("page", PAGES)
def test_a_sensitive_page_says_what_is_in_it(page: Page):
    """Criterion C24: a note on the content is there; whether it is a good one takes a person."""
    assert bool(page.front.get("content_note")) >= bool(page.front.get("sensitive")), f"{page.place}: no 'content_note'"
