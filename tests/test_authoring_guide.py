"""The examples of guides and of the planner in the authoring guide are right."""

from __future__ import annotations

import re

import pytest
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.features.guide.check import check_guide
from primer.features.guide.model import Guide
from primer.features.planner.check import check_planner
from primer.features.planner.model import Planner
from primer.text.citing import Citables
from primer.text.inline import DataText

from tests.building import ROOT

DOCS = ROOT / "docs"
TEXT = DataText(Citables(), frozenset(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")))


@pytest.fixture
def report() -> Report:
    return Report()


def example(name: str, report: Report) -> Document:
    page = (DOCS / "about/authoring-guide.md").read_text("utf-8")
    [text] = re.findall(rf"```yaml\n(# docs/_data/{name}\n.*?)```", page, re.DOTALL)
    document = load(text, name, report)
    assert document
    return document


def test_the_example_of_a_guide_has_no_mistakes(report: Report):
    document = example("guides/late-again.yml", report)
    guide = validate(Guide, document, "guide", report)

    assert guide
    assert list(check_guide(guide, document, TEXT, report))
    assert list(report) == []


def test_the_example_of_the_planner_has_no_mistakes(report: Report):
    document = example("planner.yml", report)
    planner = validate(Planner, document, "planner", report)

    assert planner
    assert list(check_planner(planner, document, TEXT, report))
    assert list(report) == []
