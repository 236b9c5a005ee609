"""What assistive technology hears of a quiz, a search and the way out, in each engine."""

from __future__ import annotations

from tests.engines.conftest import Origin
from tests.engines.engine import Engine

FORM = "form[data-question=pick-one]"


#: Of each type a control, by its question: its role, and whose words are its name.
CONTROLS = {
    "pick-one": ("input", "radio", ".quiz__label"),
    "pick-many": ("input", "checkbox", ".quiz__label"),
    "judge": ("input", "radio", ".quiz__label"),
    "match-words": ("select", "combobox", ".quiz__item"),
    "sort": ("input", "radio", ".quiz__label"),
    "put-in-order": ("select", "combobox", ".quiz__item"),
    "fill-gaps": ("select", "combobox", "[aria-label]"),
    "type-a-word": ("input", "textbox", ".quiz__item"),
    "type-a-number": ("input", "textbox", ".quiz__item"),
    "think": ("textarea", "textbox", ".quiz__item"),
    "mark-the-signs": ("input", "checkbox", ".quiz__sentence"),
    "story": ("button.quiz__choice", "button", ".quiz__choice"),
}


def test_each_question_is_a_group_of_named_controls(engine: Engine, questions: Origin):
    engine.go(questions.at("/quizzes/every-type/?view=all"))
    engine.shows("course-quiz[data-ready]")
    heard = {}
    for id, (css, role, named) in CONTROLS.items():
        form = f"form[data-question={id}]"
        heard[id] = engine.role(f"{form} {css}"), engine.label(f"{form} {css}")
    print(engine.name, heard)
    assert engine.role(f"{FORM} button", "Check my answer") == "button"
    assert engine.label(f"{FORM} button", "Check my answer") == "Check my answer"


def test_a_search_is_a_named_combobox_and_the_way_out_a_link(engine: Engine, site: Origin):
    engine.go(site.at("/warning-signs/"))
    assert engine.role("site-search input") == "combobox"
    assert engine.label("site-search input") == "Search this site"
    assert engine.role("leave-site a") in ("link", "button")
    assert "Leave this site" in engine.label("leave-site a")
