"""Definitions of words in each engine: on hover, in focus, and as links."""

from __future__ import annotations

import pytest

from tests.building import Site
from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.site_pages import ADDRESSES

WORD = "a.glossary-term"
PANEL = ".definition"


@pytest.fixture
def page(engine: Engine, site: Origin, built_site: Site) -> Origin:
    """Open the first page on which a word is explained."""
    engine.go(
        site.at(next(one for one in ADDRESSES if built_site.tree(one).xpath("//a[contains(@class, 'glossary-term')]")))
    )
    return site


def test_a_pointer_opens_it_and_escape_closes_it(engine: Engine, page: Origin):
    engine.hover(WORD)
    engine.shows(PANEL)
    engine.hover(PANEL)
    engine.press("Escape")
    engine.hides(PANEL)


def test_the_keyboard_opens_it_and_escape_keeps_the_place(engine: Engine, page: Origin):
    engine.tab_to(WORD)
    engine.shows(PANEL)
    assert engine.text(f"{PANEL} div")
    engine.press("Escape")
    engine.hides(PANEL)
    assert engine.has_focus(WORD)

    engine.press("Tab")
    engine.hides(PANEL)


def test_a_click_follows_it_to_the_glossary(engine: Engine, page: Origin):
    engine.click(WORD)
    engine.until(
        "return location.pathname === '/base/glossary/' && document.querySelector(':target')?.checkVisibility()"
    )


def test_back_brings_the_list_of_terms_that_its_field_asks_for(engine: Engine, site: Origin):
    engine.go(site.at("/glossary/"))
    engine.write("course-glossary input", "boundar")
    left = "return document.querySelectorAll('.glossary__entry:not([hidden])').length"
    every = engine.evaluate("return document.querySelectorAll('.glossary__entry').length")
    found = engine.evaluate(left)
    assert 0 < found < every
    engine.go(site.at("/help-now/"))
    engine.back()
    engine.until(
        "const typed = document.querySelector('course-glossary input').value;"
        "const left = document.querySelectorAll('.glossary__entry:not([hidden])').length;"
        f"return typed === 'boundar' && left === {found};"
    )
