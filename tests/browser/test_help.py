"""Help is there with no script and no style sheet."""

from __future__ import annotations

import re
from typing import Any

import yaml
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.building import ROOT


def numbers() -> list[str]:
    """Every telephone number of the help lines, as it is dialled."""
    places: list[dict[str, Any]] = yaml.safe_load((ROOT / "docs/_data/help-lines.yml").read_text("utf-8"))
    services = [service for place in places for service in place["services"]]
    return [re.sub(r"[^+\d]", "", service["call"]) for service in services if service.get("call")]


def test_every_number_can_be_called_with_no_script_and_no_style_sheet(visit: Visit):
    page = visit("/", java_script_enabled=False)
    page.route("**/*.css", lambda route: route.fulfill(content_type="text/css", body=""))
    page.get_by_role("link", name="Get help now").first.click()
    calls = page.locator(".help a[href^='tel:']")
    assert numbers()
    assert [re.sub(r"[^+\d]", "", call.get_attribute("href") or "") for call in calls.all()] == numbers()
    for box in page.locator(".help details[data-place] > summary").all():
        box.click()
    for call in calls.all():
        expect(call).to_be_visible()


def test_help_is_one_tap_away_from_home_on_a_phone(visit: Visit):
    page = visit("/", width=320, has_touch=True, is_mobile=True)
    page.get_by_role("link", name="Get help now").first.tap()
    page.wait_for_url("**/help-now/")
    expect(page.locator("main a[href^='tel:']").first).to_be_attached()
