"""Quizzes in each engine: every type of question, and what is there after Back, a reload and forgetting."""

from __future__ import annotations

import pytest

from tests.browser.questions_site import TOTAL
from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.engines.quizzes import Keys, Mouse, answer, begin, given, here, onward, skip, state

QUIZ = "/quizzes/every-type/"
SENSITIVE = "/quizzes/sensitive-types/"
OTHER = "/"
RESULTS = ".quiz__results"


@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_every_type_is_answered_right_up_to_the_results(engine: Engine, questions: Origin, kind: type[Mouse]):
    hand = kind(engine)
    engine.go(questions.at(QUIZ))
    begin(engine, hand)
    said = {}
    while question := here(engine):
        answer(engine, hand)
        said[question] = state(engine)
        onward(engine, hand)
    assert len(said) == TOTAL
    assert set(said.values()) == {"right", "done"}
    engine.shows(RESULTS)
    assert engine.evaluate("return document.activeElement.matches('.quiz__results > [tabindex]')")


def test_back_brings_answers_what_is_said_to_them_and_buttons_that_work(engine: Engine, questions: Origin):
    hand = Mouse(engine)
    engine.go(questions.at(QUIZ))
    begin(engine, hand)
    for _ in range(4):
        answer(engine, hand)
        onward(engine, hand)
    before = given(engine)
    engine.go(questions.at(OTHER))
    engine.back()
    engine.shows("course-quiz[data-ready]")
    engine.wait(lambda: given(engine) == before, "the answers")

    engine.forward()
    engine.back()
    engine.shows("course-quiz[data-ready]")
    engine.wait(lambda: given(engine) == before, "the answers")

    while here(engine):
        skip(engine)
    engine.click("[data-action=finish-anyway]")
    engine.shows(RESULTS)
    assert given(engine) == before, "what was not answered is not judged"


def test_a_reload_brings_answers_and_what_is_said_to_them(engine: Engine, questions: Origin):
    hand = Mouse(engine)
    engine.go(questions.at(QUIZ))
    begin(engine, hand)
    for _ in range(4):
        answer(engine, hand)
        onward(engine, hand)
    before = given(engine)
    engine.reload()
    engine.shows("course-quiz[data-ready]")
    assert given(engine) == before


def test_a_sensitive_quiz_is_empty_after_back_and_reload(engine: Engine, questions: Origin):
    hand = Mouse(engine)
    engine.go(questions.at(SENSITIVE))
    engine.shows("course-quiz[data-ready]")
    empty = given(engine)
    begin(engine, hand)
    answer(engine, hand)
    engine.go(questions.at(OTHER))
    engine.back()
    engine.shows("course-quiz[data-ready]")
    engine.wait(lambda: given(engine) == empty, "an empty quiz")

    begin(engine, hand)
    answer(engine, hand)
    engine.reload()
    engine.shows("course-quiz[data-ready]")
    assert given(engine) == empty


def test_what_was_answered_before_the_script_is_there_is_kept(engine: Engine, questions: Origin):
    option = "form[data-question=pick-one] input[data-correct]"
    typed = "form[data-question=type-a-word] input"
    with questions.watch.hold(r"/assets/quiz\.\w+\.js$") as gate:
        engine.begin(questions.at(f"{QUIZ}?view=all"))
        engine.click(option)
        engine.write(typed, "pause")
        assert not engine.evaluate("return document.querySelector('course-quiz[data-ready]')")
        gate.set()
        engine.shows("course-quiz[data-ready]")
    assert engine.evaluate("return document.querySelector(arguments[0]).checked", option)
    assert engine.evaluate("return document.querySelector(arguments[0]).value", typed) == "pause"
    engine.click("form[data-question=pick-one] button", "Check my answer")
    engine.shows("form[data-question=pick-one][data-state=right]")


def test_what_a_reader_forgot_does_not_come_back(engine: Engine, questions: Origin):
    hand = Mouse(engine)
    engine.go(questions.at(QUIZ))
    engine.shows("course-quiz[data-ready]")
    empty = given(engine)
    begin(engine, hand)
    answer(engine, hand)
    engine.go(questions.at("/quizzes/"))
    engine.click("course-quizzes button")  # forgets the answers to all quizzes
    engine.back()
    engine.shows("course-quiz[data-ready]")
    engine.wait(lambda: given(engine) == empty, "an empty quiz")
    engine.reload()
    engine.shows("course-quiz[data-ready]")
    assert given(engine) == empty


def test_a_long_word_does_not_widen_the_page(engine: Engine, questions: Origin):
    engine.go(questions.at(f"{QUIZ}?view=all"))
    engine.resize(360, 700)
    engine.shows("course-quiz[data-ready]")
    engine.evaluate("for (const one of document.querySelectorAll('.quiz__option label')) one.append('e'.repeat(90))")
    assert engine.evaluate("return document.documentElement.scrollWidth") <= 360


def test_a_double_click_on_check_chooses_no_other_option(engine: Engine, questions: Origin):
    engine.resize(360, 740)
    engine.go(questions.at(f"{QUIZ}#quiz-every-type--judge"))
    engine.shows("course-quiz[data-ready]")
    engine.click("form[data-here] .quiz__option:last-child label")
    chosen = "return document.querySelector('form[data-here] input:checked').value"
    before = engine.evaluate(chosen)
    engine.double_click("form[data-here] [type=submit]")
    engine.shows("form[data-here][data-state] .quiz__next")
    assert engine.evaluate(chosen) == before
    assert state(engine) != ""
