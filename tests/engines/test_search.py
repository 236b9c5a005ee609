"""The search in each engine: typing, arrow keys, and Enter."""

from __future__ import annotations

from tests.engines.conftest import Origin
from tests.engines.engine import Engine

FIELD = "site-search input"
RESULTS = "site-search [role=option]"


def search(engine: Engine, words: str) -> None:
    """Type, and wait for the answer."""
    engine.click(FIELD)
    engine.select_all()
    engine.type(words)
    engine.until("return document.querySelector('.search__list').ariaBusy === 'false'")


def test_typing_finds_and_arrows_choose_and_enter_opens(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "my therapist cancelled")
    first = engine.until("return document.querySelector(arguments[0])?.href", RESULTS)
    engine.press("ArrowDown")
    chosen = "return document.querySelector('site-search [role=option][aria-selected=true]')?.href"
    assert engine.until(chosen) == first

    engine.press("ArrowDown")
    second = engine.until(f"{chosen} !== arguments[0] && ({chosen[7:]})", first)
    engine.press("Enter")
    engine.until("return location.href === arguments[0]", second)
    engine.is_loaded()


def test_enter_opens_nothing_that_was_not_chosen(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "trust")
    engine.press("Enter")
    engine.shows(RESULTS)
    assert engine.evaluate("return location.href") == site.at("/")
    assert engine.has_focus(FIELD)


def test_escape_closes_the_results_and_keeps_the_focus(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "trust")
    engine.shows(RESULTS)
    engine.press("Escape")
    engine.hides(RESULTS)
    assert engine.has_focus(FIELD)


def test_a_result_is_an_option_that_is_called_by_its_heading_and_its_page(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "cancelled again")
    engine.shows(RESULTS)
    assert engine.role(RESULTS) == "option"
    assert engine.label(RESULTS).startswith(
        "If your therapist cancels again My therapist keeps cancelling or running late"
    )


def test_a_result_leads_to_its_passage(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "cancelled again")
    address = engine.until("return document.querySelector(arguments[0])?.href", RESULTS)
    engine.click(RESULTS)
    engine.until("return location.href === arguments[0]", address)
    engine.is_loaded()
    engine.until(
        "const { top, bottom } = document.getElementById(location.hash.slice(1)).getBoundingClientRect();"
        "return top >= 0 && bottom <= innerHeight"
    )


def test_the_way_back_leads_to_what_was_sought(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "cancelled again")
    address = engine.until("return document.querySelector(arguments[0])?.href", RESULTS)
    engine.click(RESULTS)
    engine.until("return location.href === arguments[0]", address)
    engine.is_loaded()
    engine.evaluate("history.back()")
    engine.until("return location.href === arguments[0]", site.at("/"))
    engine.until("return document.querySelector(arguments[0])?.value === 'cancelled again'", FIELD)
    engine.until(  # WebKit scrolls a page that comes back, and nothing can be pressed meanwhile
        "const field = document.querySelector(arguments[0]);"
        "const { left, top, height } = field.getBoundingClientRect();"
        "return document.elementFromPoint(left + height / 2, top + height / 2) === field",
        FIELD,
    )
    engine.click(FIELD)
    engine.shows(RESULTS)


def test_the_tab_key_leads_from_the_field_to_the_list_of_all_pages(engine: Engine, site: Origin):
    engine.go(site.at("/"))
    search(engine, "trust")
    engine.shows(RESULTS)
    engine.press("Tab")
    assert engine.has_focus(".search__all a")
    engine.press("Enter")
    engine.until("return location.href === arguments[0]", site.at("/all-pages/"))
    engine.is_loaded()
