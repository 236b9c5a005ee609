"""Each problem is said in each way, safety comes first, and every part can be linked."""

from __future__ import annotations

from typing import Any

from primer.features.guide.view import EndingView, StepView
from primer.features.planner.model import Planner
from primer.features.planner.view import planner_anchors, planner_view

from tests.rendering import content_of


def choice(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "text": id.capitalize(), **fields}


PLANNER = Planner.model_validate(
    {
        "safety": {
            "question": "Safe?",
            "safe": "Yes",
            "unsafe": "No",
            "title": "Not now",
            "text": "You need not.",
            "next": ("Wait.",),
        },
        "problem": {"question": "What?"},
        "problems": (
            choice("fog", say="I see nothing.", ask="Can you?", next=("Ring.",)),
            choice("fog-bank", say="It is thick.", ask="Is it?", next=("Wait.",)),
        ),
        "ways": (
            choice("aloud", open="Ahoy.", close="Over."),
            choice("bank-aloud", open="Look.", close="Done."),
        ),
    }
)
VIEW = planner_view(PLANNER, content_of(), "page.md")
SCRIPTS = [part for part in VIEW.parts if isinstance(part, EndingView) and part.is_script]


def test_a_script_is_the_opening_the_problem_the_request_and_the_close():
    assert [str(script.words_html[0].striptags()) for script in SCRIPTS] == [
        "Ahoy. I see nothing. Can you? Over.",
        "Look. I see nothing. Can you? Done.",
        "Ahoy. It is thick. Is it? Over.",
        "Look. It is thick. Is it? Done.",
    ]


def test_the_first_question_is_whether_it_is_safe_and_no_leads_to_no_script():
    first = VIEW.parts[0]
    assert isinstance(first, StepView)
    safe, unsafe = first.options
    stop = next(part for part in VIEW.parts if part.dom == unsafe.to)

    assert (safe.to, unsafe.to) == ("planner-problem", "planner-stop")
    assert isinstance(stop, EndingView)
    assert not stop.is_script


def test_without_scripts_each_problem_is_followed_by_its_scripts():
    assert [part.dom for part in VIEW.parts[3:6]] == [
        "planner-about-fog",
        "planner-script-fog--aloud",
        "planner-script-fog--bank-aloud",
    ]


def test_every_option_leads_to_a_part_of_its_own():
    parts = [part.dom for part in VIEW.parts]
    targets = [option.to for part in VIEW.parts if isinstance(part, StepView) for option in part.options]

    assert sorted(targets) == sorted(set(parts) - {"planner-safety"})
    assert len(set(parts)) == len(parts)
    assert set(parts) | {VIEW.dom} == planner_anchors(PLANNER)
