"""The assignment builder in each engine, and what Back brings to it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from tests.engines.conftest import Origin
from tests.engines.engine import Engine
from tests.site_pages import QUIZZES, SENSITIVE

PAGE = "/educators/"
QUIZ = next(address for address in QUIZZES if address not in SENSITIVE).split("/")[2]
CHOSEN = """
const { quiz, draw, seed, exam } = document.querySelector("assignment-builder form").elements;
return [quiz.value, draw.value, seed.value, exam.checked];
"""


def link(engine: Engine) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(str(engine.evaluate("return document.querySelector('#assignment-link').href")))
    return parts.path, parse_qs(parts.query)


def test_choices_are_in_the_link_and_both_are_there_after_back_and_reload(engine: Engine, site: Origin):
    engine.go(site.at(PAGE))
    engine.shows("assignment-builder[data-ready]")
    engine.pick("assignment-builder [name=quiz]", QUIZ)
    engine.write("assignment-builder [name=draw]", "2")
    engine.write("assignment-builder [name=seed]", "42")
    engine.click("assignment-builder [name=exam]")
    made = (f"/base/quizzes/{QUIZ}/", {"draw": ["2"], "seed": ["42"], "exam": ["1"]})
    assert link(engine) == made

    engine.go(site.at("/help-now/"))
    engine.back()
    says_what_it_links(engine)
    engine.reload()
    says_what_it_links(engine)


def says_what_it_links(engine: Engine) -> None:
    """Find the choices in the form to be those in the link, whatever they are."""
    engine.shows("assignment-builder[data-ready]")
    engine.until("return document.readyState === 'complete'")
    quiz, draw, seed, exam = engine.evaluate(CHOSEN)
    given = {"draw": draw, "seed": seed, "exam": "1" if exam else ""}
    assert link(engine) == (f"/base/quizzes/{quiz}/", {name: [value] for name, value in given.items() if value})
