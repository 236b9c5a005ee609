"""What assistive technology hears of a quiz, a search and the way out, in each engine."""

from __future__ import annotations

from tests.engines.conftest import Origin
from tests.engines.engine import Engine

FORM = "form[data-question=pick-one]"


def test_a_question_is_a_group_of_named_controls(engine: Engine, questions: Origin):
    engine.go(questions.at("/quizzes/every-type/?view=all"))
    engine.shows("course-quiz[data-ready]")
    assert engine.role(f"{FORM} fieldset") == "group"
    assert "Which of these can you check" in engine.label(f"{FORM} fieldset")
    assert engine.role(f"{FORM} input") == "radio"
    assert engine.label(f"{FORM} input") == engine.text(f"{FORM} .quiz__label")
    assert engine.role(f"{FORM} button", "Check my answer") == "button"
    assert engine.label(f"{FORM} button", "Check my answer") == "Check my answer"
    assert engine.label("form[data-question=match-words] select") == engine.text(
        "form[data-question=match-words] .quiz__item"
    )
    assert engine.role("form[data-question=type-a-word] input") == "textbox"


def test_a_search_is_a_named_combobox_and_the_way_out_a_link(engine: Engine, site: Origin):
    engine.go(site.at("/warning-signs/"))
    assert engine.role("site-search input") == "combobox"
    assert engine.label("site-search input") == "Search this site"
    assert engine.role("leave-site a") in ("link", "button")
    assert "Leave this site" in engine.label("leave-site a")
