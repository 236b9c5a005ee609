"""The home page: three screens of a phone, a search first, and topics that open."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import expect
from primer.core.diagnostics import Location

from tests.browser.conftest import Visit
from tests.browser.searching import field, is_answered, results, status
from tests.site_pages import DOCS, address_of
from tests.told import tell
from tools.content.measured import tall_home

HOME = yaml.safe_load((DOCS / "_data/home.yml").read_text("utf-8"))
TRY, TOPIC = HOME["tries"][-1], HOME["topics"]["topics"][0]
SCREENS, WIDTH, HEIGHT = 3, 360, 740


def test_it_takes_three_screens_of_a_phone_while_topics_are_closed(visit: Visit):
    page = visit("/", width=WIDTH)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.reload()  # with its fonts
    height, most = page.evaluate("document.documentElement.scrollHeight"), SCREENS * HEIGHT
    tell([tall_home(Location("docs/_data/home.yml"), height, most)] if height > most else [])


@pytest.mark.parametrize("width", [360, 1280])
def test_an_example_is_searched_for(visit: Visit, width: int):
    page = visit("/", width=width)
    page.get_by_role("link", name=TRY["words"]).click()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value(TRY["words"])
    is_answered(page)
    expect(results(page).first).to_be_visible()
    expect(status(page)).to_contain_text("match")


def test_a_phone_brings_the_field_to_the_top_so_that_its_keyboard_covers_no_result(visit: Visit):
    page = visit("/", width=WIDTH, is_mobile=True, has_touch=True)
    field(page).tap()
    page.wait_for_function("document.querySelector('site-search').getBoundingClientRect().top < 20")
    page.get_by_role("heading", name="What's worrying you?").scroll_into_view_if_needed()
    expect(field(page)).to_be_focused()


def test_an_example_is_a_link_without_scripts(visit: Visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_role("link", name=TRY["words"]).click()
    expect(page).to_have_url(re.compile(f"{address_of(DOCS / TRY['page'].lstrip('/'))}$"))


def test_topics_open_without_scripts(visit: Visit):
    page = visit("/", java_script_enabled=False)
    topic = page.locator("main details.topic").filter(has_text=TOPIC["title"])
    link = topic.get_by_role("link").first
    expect(link).to_be_hidden()
    topic.get_by_text(TOPIC["title"]).click()
    expect(link).to_be_visible()


@pytest.mark.parametrize("anchor", ["new-to-therapy", "in-therapy", "limits", "afraid-to-ask", "stop-or-complain"])
def test_an_old_link_to_a_topic_opens_it(visit: Visit, anchor: str):
    page = visit(f"/#{anchor}", width=WIDTH)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_the_menu_opens_on_a_wide_screen_too(visit: Visit):
    page = visit("/", width=1600)
    expect(page.locator("#site-menu")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#site-menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#site-menu")).to_be_hidden()


@pytest.mark.parametrize(("width", "is_shown"), [(360, False), (768, True), (1280, True)])
def test_the_drawing_of_a_worry_stands_beside_the_title_of_its_page_where_there_is_room(
    visit: Visit, width: int, is_shown: bool
):
    page = visit("/options/bad-fit/", width=width)
    drawing = page.locator(".draw--title")
    expect(drawing).to_be_visible(visible=is_shown)
    if is_shown:
        title = page.get_by_role("heading", level=1).bounding_box()
        box = drawing.bounding_box()
        assert title
        assert box
        assert abs(box["y"] - title["y"]) < 12
