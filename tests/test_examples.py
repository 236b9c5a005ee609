"""What a type of question says to authors stands in the authoring guide, made of its folder."""

from __future__ import annotations

import pytest
import yaml
from lxml.html import HtmlElement
from primer.features.quiz.registry import TYPES
from primer.text.citing import Citables
from primer.text.inline import DataText

from tests.question_types import example_fields
from tests.rendering import content_of, render

every_type = pytest.mark.parametrize("name", TYPES)


@pytest.fixture(scope="module")
def guide() -> HtmlElement:
    """A page with the fence."""
    rendered = render("``` question-types\n```\n", content_of())
    assert rendered.problems == []
    return rendered.tree


def section(guide: HtmlElement, name: str) -> list[HtmlElement]:
    """What stands below the heading of a type."""
    found: list[HtmlElement] = guide.xpath(f"//h4[@id='{name}']/following-sibling::*")
    end = next((at for at, one in enumerate(found) if one.tag == "h4"), len(found))
    return found[:end]


def test_the_guide_has_a_heading_for_each_type_and_for_nothing_else(guide: HtmlElement):
    assert guide.xpath("//h4/@id") == list(TYPES)


@every_type
def test_the_guide_shows_the_example_of_each_type_as_it_stands_in_a_quiz(guide: HtmlElement, name: str):
    [shown] = [one for one in section(guide, name) if one.tag == "div"]
    assert yaml.safe_load(shown.text_content()) == [example_fields(TYPES[name])]


@every_type
def test_the_guide_says_of_each_type_what_it_is_and_what_an_answer_is_worth(guide: HtmlElement, name: str):
    *about, worth = [one.text_content() for one in section(guide, name) if one.tag == "p"]
    assert worth == f"Worth: {TYPES[name].partial_credit}."
    assert [one for one in about if len(one.split()) > 3]


@every_type
def test_what_the_guide_says_of_a_type_has_no_mistakes_on_any_site(name: str):
    """It comes with the engine, so it can cite nothing and name no page."""
    text = TYPES[name].read("guide.md")
    assert list(DataText(Citables(), frozenset()).problems(text)) == []
    assert text.strip()
