"""The examples of the authoring guide are the questions that templates, scripts and axe are tried on."""

from __future__ import annotations

import re
import typing
from typing import Any

import pytest
import yaml
from primer.features.quiz.questions import PARTIAL_CREDIT, AnyQuestion

from tests.building import ROOT

GUIDE = (ROOT / "docs/about/authoring-guide.md").read_text("utf-8")
EVERY_TYPE = ROOT / "tests/sites/questions/docs/_data/quizzes/every-type.yml"
#: Fields that say where in that quiz a question stands.
PLACE = ("section", "objective", "see")


def types() -> list[str]:
    union = typing.get_args(AnyQuestion)[0]
    return [typing.get_args(model.model_fields["type"].annotation)[0] for model in typing.get_args(union)]


def tried() -> dict[str, dict[str, Any]]:
    """The questions of the quiz, by id."""
    questions = yaml.safe_load(EVERY_TYPE.read_text("utf-8"))["questions"]
    return {
        question["id"]: {name: value for name, value in question.items() if name not in PLACE} for question in questions
    }


def shown(type: str) -> list[dict[str, Any]]:
    """The examples below the heading of a type."""
    section = GUIDE.split(f"#### {type} {{")[1].split("\n### ")[0].split("\n#### ")[0]
    return [
        question for fence in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL) for question in yaml.safe_load(fence)
    ]


@pytest.mark.parametrize("type", types())
def test_the_guide_shows_a_question_of_each_type_as_it_is_tried(type: str):
    [example] = shown(type)
    assert example["type"] == type
    assert example == tried()[example["id"]]


@pytest.mark.parametrize("type", types())
def test_the_guide_and_the_code_say_what_an_answer_is_worth(type: str):
    section = GUIDE.split(f"#### {type} {{")[1].split("```yaml")[0]
    assert f"\nWorth: {PARTIAL_CREDIT[type]}.\n" in section


def test_every_type_is_tried():
    assert {question["type"] for question in tried().values()} == set(types())
