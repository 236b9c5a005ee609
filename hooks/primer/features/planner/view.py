"""The planner shown as a guide, whose endings are scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from primer.core.urls import page_url
from primer.features.guide.view import EndingView, GuideView, PartMaker, StepView
from primer.features.planner.model import Planner, Subject, Way
from primer.features.planner.strings import PlannerStrings
from primer.kit.content import Content

DOM = "planner"


def planner_anchors(planner: Planner) -> set[str]:
    """Return the ids that the planner brings to a page."""
    parts = ["safety", "stop", "problem"]
    parts += [_about(problem) for problem in planner.problems]
    parts += [_script(problem, way) for problem in planner.problems for way in planner.ways]
    return {DOM, *(f"{DOM}-{part}" for part in parts)}


def planner_view(planner: Planner, content: Content, src_uri: str) -> GuideView:
    """Return the planner as it is shown on the page ``src_uri``: safety first, then each problem with its scripts."""
    maker = PartMaker(content, page_url(src_uri), DOM, 3)
    parts = (*_first(planner, maker), *(part for one in planner.problems for part in _scripts(one, planner, maker)))
    return GuideView(
        dom=DOM,
        title="",
        summary_html=None,
        content_note=None,
        most_questions=3,
        parts=parts,
        standalone=True,
        url="",
    )


def _first(planner: Planner, maker: PartMaker) -> Iterator[StepView | EndingView]:
    safety = planner.safety
    answers = (maker.option(safety.safe, None, "problem"), maker.option(safety.unsafe, None, "stop"))
    yield maker.step("safety", safety.question, safety.help, answers)
    yield maker.ending("stop", safety.title, safety.text, safety.words, safety.next)
    problems = (maker.option(problem.text, problem.note, _about(problem)) for problem in planner.problems)
    yield maker.step("problem", planner.problem.question, planner.problem.help, problems)


def _scripts(problem: Subject, planner: Planner, maker: PartMaker) -> Iterator[StepView | EndingView]:
    """Yield the question how to say it, and one script for each answer."""
    words = maker.content.strings[PlannerStrings]
    ways = (maker.option(way.text, way.note, _script(problem, way)) for way in planner.ways)
    yield maker.step(_about(problem), words.how.format(problem=problem.text), None, ways)
    for way in planner.ways:
        title = words.script.format(way=way.text, problem=problem.text)
        script = f"{way.open}\n\n{problem.say}\n\n{problem.ask}\n\n{way.close}"
        ending = maker.ending(_script(problem, way), title, None, [script], problem.next)
        yield replace(ending, is_script=True)


def _about(problem: Subject) -> str:
    return f"about-{problem.id}"


def _script(problem: Subject, way: Way) -> str:
    return f"script-{problem.id}--{way.id}"  # no id has two hyphens, so no two of these are alike
