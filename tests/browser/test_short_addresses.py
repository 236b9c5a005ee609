"""A short address leads to its page, with the anchor that someone added to it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import HOME, Visit


def test_a_short_address_keeps_the_anchor(visit: Visit):
    page = visit("/go/glossary/#boundary")
    page.wait_for_url(HOME + "/glossary/#boundary")


def test_a_short_address_works_without_scripts(visit: Visit):
    page = visit("/go/help-now/", java_script_enabled=False)
    page.wait_for_url(HOME + "/help-now/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
