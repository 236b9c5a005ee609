"""The example of a type of question is what the guide shows, and what templates, scripts and axe are tried on."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from primer.features.quiz.registry import TYPES

from tests.building import ROOT
from tests.question_types import example_fields

GUIDE = (ROOT / "docs/about/authoring-guide.md").read_text("utf-8")
EVERY_TYPE = ROOT / "tests/sites/questions/docs/_data/quizzes/every-type.yml"
#: Fields that say where in that quiz a question stands.
PLACE = ("section", "objective", "see")


def tried() -> dict[str, dict[str, Any]]:
    """The questions of the quiz, by id."""
    questions = yaml.safe_load(EVERY_TYPE.read_text("utf-8"))["questions"]
    return {
        question["id"]: {name: value for name, value in question.items() if name not in PLACE} for question in questions
    }


def section(type: str) -> str:
    """What the guide says below the heading of a type."""
    return GUIDE.split(f"#### {type} {{")[1].split("\n### ")[0].split("\n#### ")[0]


@pytest.mark.parametrize("type", TYPES)
def test_the_guide_shows_the_example_of_each_type(type: str):
    [shown] = re.findall(r"```yaml\n(.*?)```", section(type), re.DOTALL)
    assert yaml.safe_load(shown) == [example_fields(TYPES[type])]


@pytest.mark.parametrize("type", TYPES)
def test_the_example_of_each_type_is_tried(type: str):
    example = example_fields(TYPES[type])
    assert tried()[example["id"]] == example


@pytest.mark.parametrize("type", TYPES)
def test_the_guide_and_the_code_say_what_an_answer_is_worth(type: str):
    assert f"\nWorth: {TYPES[type].partial_credit}.\n" in section(type).split("```yaml")[0]


def test_the_guide_shows_no_other_type():
    types = GUIDE.split("### Types of question {")[1].split("\n### ")[0]
    assert sorted(re.findall(r"^#### ([a-z-]+) \{", types, re.MULTILINE)) == sorted(TYPES)
