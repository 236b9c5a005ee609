"""What assistive technology hears of a quiz, a search and the way out, in each engine."""

from __future__ import annotations

from tests.engines.conftest import Origin
from tests.engines.engine import Engine

#: Of each type a control, by its question: its role, and what says its name, where that is seen.
CONTROLS = {
    "pick-one": ("input", "radio", ".quiz__label"),
    "pick-many": ("input", "checkbox", ".quiz__label"),
    "judge": ("input", "radio", ".quiz__label"),
    "match-words": ("select", "combobox", ".quiz__item"),
    "sort": ("input", "radio", ".quiz__label"),
    "put-in-order": ("select", "combobox", ".quiz__item"),
    "fill-gaps": ("select", "combobox", ""),
    "type-a-word": ("input", "textbox", ".quiz__item"),
    "type-a-number": ("input", "textbox", ".quiz__item"),
    "think": ("textarea", "textbox", ".quiz__item"),
    "mark-the-signs": ("input", "checkbox", ".quiz__sentence"),
    "story": ("button.quiz__choice", "button", ".quiz__choice"),
}
#: What an engine calls a list to pick from, where it has another word.
LISTS = {"webkit": "button"}


def test_each_question_is_a_group_of_named_controls(engine: Engine, questions: Origin):
    engine.go(questions.at("/quizzes/every-type/?view=all"))
    engine.shows("course-quiz[data-ready]")
    for id, (css, role, named) in CONTROLS.items():
        form = f"form[data-question={id}]"
        assert engine.role(f"{form} fieldset") == "group", id
        assert engine.label(f"{form} fieldset") == engine.text(f"{form} .quiz__prompt"), id
        assert engine.role(f"{form} {css}") == (LISTS.get(engine.name, role) if role == "combobox" else role), id
        name = engine.label(f"{form} {css}")
        assert name.endswith(engine.text(f"{form} {named}")) if named else name.startswith("Gap 1: A strain"), id
        if role != "button":
            assert engine.label(f"{form} button", "Check my answer") == "Check my answer", id
            assert engine.role(f"{form} button", "Check my answer") == "button", id


def test_a_search_is_a_named_combobox_and_the_way_out_a_link(engine: Engine, site: Origin):
    engine.go(site.at("/warning-signs/"))
    assert engine.role("site-search input") == "combobox"
    assert engine.label("site-search input") == "Search this site"
    assert engine.role("leave-site a") in ("link", "button")
    assert "Leave this site" in engine.label("leave-site a")
