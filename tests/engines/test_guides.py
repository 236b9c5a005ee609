"""Guides and the planner in each engine: by mouse, by keyboard, and what Back brings."""

from __future__ import annotations

from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.engines.guides import ENDING, STEP, at_the_end, choose, choose_by_keyboard, is_ready
from tests.site_pages import GUIDES

PLANNER = "/options/plan-what-to-say/"
WORDS = f"{ENDING} textarea"
HEADING_HAS_FOCUS = "return document.activeElement.matches('.guide__part:not([hidden]) .guide__heading')"
NOTHING_IS_CHOSEN = "return !document.querySelector('course-guide input:checked')"


def question(engine: Engine) -> str:
    return engine.text(f"{STEP} legend")


def test_the_mouse_leads_to_an_ending_and_back_to_the_answer_before(engine: Engine, site: Origin):
    engine.go(site.at(GUIDES[0]))
    is_ready(engine)
    first = question(engine)
    choose(engine, 0)
    assert engine.evaluate(HEADING_HAS_FOCUS)
    engine.click(".guide__back a")
    assert question(engine) == first
    assert engine.evaluate("return document.querySelectorAll(arguments[0]).length", f"{STEP} input:checked") == 1

    while not at_the_end(engine):
        choose(engine, 1)
    engine.shows(f"{ENDING} h2, {ENDING} h3", "What you can do next")


def test_the_keyboard_leads_to_an_ending(engine: Engine, site: Origin):
    engine.go(site.at(GUIDES[0]))
    is_ready(engine)
    while not at_the_end(engine):
        choose_by_keyboard(engine, 1)
        assert engine.evaluate(HEADING_HAS_FOCUS)


def test_a_guide_that_somebody_comes_back_to_has_kept_nothing(engine: Engine, site: Origin):
    engine.go(site.at(GUIDES[0]))
    is_ready(engine)
    first = question(engine)
    choose(engine, 0)
    engine.go(site.at("/help-now/"))
    engine.back()
    is_ready(engine)
    assert question(engine) == first
    engine.until(NOTHING_IS_CHOSEN)

    choose(engine, 0)
    engine.reload()
    is_ready(engine)
    assert question(engine) == first
    engine.until(NOTHING_IS_CHOSEN)


def test_words_of_the_planner_can_be_changed_are_printed_as_they_are_and_gone_with_the_page(
    engine: Engine, site: Origin
):
    engine.go(site.at(PLANNER))
    is_ready(engine)
    for _ in range(3):
        choose(engine, 0)
    engine.write(WORDS, "My own words.")
    printed = "return document.querySelector(arguments[0]).textContent.trim()"
    assert engine.evaluate(printed, f"{ENDING} .guide__script") == "My own words."

    engine.go(site.at("/help-now/"))
    engine.back()
    is_ready(engine)
    held = (
        "return [...document.querySelectorAll('textarea, .guide__script')].map((one) => one.value ?? one.textContent)"
    )
    assert not [words for words in engine.evaluate(held) if "My own words." in words]


def test_a_script_that_the_address_names_is_there_after_back(engine: Engine, site: Origin):
    engine.go(site.at(f"{PLANNER}#planner-script-not-helping--gently"))
    is_ready(engine)
    heading = engine.text(f"{ENDING} .guide__heading")
    engine.go(site.at("/help-now/"))
    engine.back()
    is_ready(engine)
    engine.shows(f"{ENDING} .guide__heading", heading)
