"""No text of a guide or of the planner becomes markup, and a guide whose ways do not all end is refused."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from primer.core.diagnostics import Report
from primer.core.graphs import circular, endless, unreachable
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.guide.check import check_guide
from primer.features.guide.model import Guide
from primer.features.planner.model import Planner
from primer.kit.content import Content
from primer.text.citing import Citables
from primer.text.inline import DataText

from tests.property.strategies import ANY_TEXT, HOSTILE, examples
from tests.rendering import content_of, render

BLOCKS = {"pre", "table", "tbody", "td", "th", "thead", "tr"}
FRAGMENTS = {
    *("a", "blockquote", "button", "course-guide", "course-planner", "dd", "div", "dl", "dt", "fieldset", "form"),
    *("h3", "h4", "h5", "label", "legend", "li", "p", "path", "section", "svg", "template", "textarea", "ul"),
}
INLINE = {"a", "br", "code", "em", "span", "strong"}
HARMLESS = ("http://", "https://", "mailto:", "tel:", "sms:", "../", "./", "#", "guides/")
TEXTS = (HOSTILE | ANY_TEXT).filter(lambda text: text.strip())


def guide_of(text: str, other: str) -> dict[str, Any]:
    """A guide with these words in all its places."""
    return {
        "title": text,
        "summary": text,
        "sensitive": True,
        "content_note": other,
        "sources_checked": "DATE",
        "review_by": "DATE",
        "steps": [
            {
                "id": "one",
                "question": text,
                "help": other,
                "options": [
                    {"text": f"a {text}", "note": other, "to": "end", "raises": "topic"},
                    {"text": f"b {text}", "to": "end"},
                ],
            }
        ],
        "topics": [{"id": "topic", "title": other, "text": text, "words": [other]}],
        "endings": [
            {
                "id": "end",
                "title": other,
                "level": "ask",
                "text": text,
                "raised": {"some": text, "none": other},
                "words": [text, other],
                "next": [text, other],
            }
        ],
    }


def planner_of(text: str, other: str) -> dict[str, Any]:
    """A planner with these words in all its places."""
    asked = {"question": text, "help": other}
    end = {"title": text, "text": other, "words": [text], "next": [other]}
    problem = {"text": text, "note": other, "say": text, "ask": other}
    way = {"text": other, "note": text, "open": text, "close": other}
    return {
        "safety": {**asked, "safe": text, "unsafe": other, **end},
        "problem": asked,
        "problems": [{"id": id, **problem, "next": [text]} for id in "ab"],  # a list twice would be written as an alias
        "ways": [{"id": "c", **way}, {"id": "d", **way}],
    }


def read(shape: type, data: dict[str, Any]) -> Any:
    """What an author's file with this data is read as."""
    written = yaml.safe_dump(data, allow_unicode=True).replace("DATE", "2026-11-22")
    document = load(written, "file.yml", Report())
    return validate(shape, document, "guide", Report()) if document else None


def shown(fence: str, content: Content) -> HtmlElement:
    """The page that shows it among other things."""
    return render(f"Before\n\n- In a list\n\n    ``` {fence}\n    ```\n\nAfter", content).tree


def check(main: HtmlElement, parts: int) -> None:
    assert [child.tag for child in main] == ["p", "ul", "p"]
    [placed] = main.xpath("./ul/li/div[@class='placement']/*")
    assert len(placed.xpath(".//*[contains(@class, 'guide__part ')]")) == parts
    for element in placed.iter():
        assert element.tag in FRAGMENTS | INLINE | BLOCKS
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "src", "srcset")]
    assert [href for href in placed.xpath(".//a/@href") if not href.startswith(HARMLESS)] == []


@given(TEXTS, TEXTS)
@examples(100)
def test_no_text_of_a_guide_becomes_an_element_or_an_attribute(text: str, other: str):
    guide = read(Guide, guide_of(text, other))
    if guide is not None:
        check(shown("guide\n    id: moon", content_of(guides={"moon": guide})), 2)


@given(TEXTS, TEXTS)
@examples(60)
def test_no_text_of_the_planner_becomes_an_element_or_an_attribute(text: str, other: str):
    planner = read(Planner, planner_of(text, other))
    if planner is not None:
        check(shown("planner", content_of(planner=planner)), 9)


def test_plain_words_make_a_planner():
    assert read(Planner, planner_of("text", "other"))


STEPS = ["a", "b", "c", "d"]
TARGETS = st.lists(st.sampled_from([*STEPS, "end", "stop"]), min_size=2, max_size=3)


@given(st.lists(TARGETS, min_size=1, max_size=4))
@examples(200)
def test_a_guide_is_refused_exactly_when_a_part_cannot_be_reached_or_a_way_does_not_end(targets: list[list[str]]):
    known = [*STEPS[: len(targets)], "end", "stop"]
    data = guide_of("One", "Two") | {
        "topics": [],
        "steps": [
            {
                "id": step,
                "question": "What?",
                "options": [{"text": str(n), "to": to if to in known else "end"} for n, to in enumerate(leads)],
            }
            for step, leads in zip(STEPS, targets, strict=False)
        ],
        "endings": [{"id": end, "title": end, "text": "It is.", "next": ["Go."]} for end in ("end", "stop")],
    }
    document = load(yaml.safe_dump(data).replace("DATE", "2026-11-22"), "file.yml", Report())
    assert document
    guide = validate(Guide, document, "guide", Report())
    assert guide
    report = Report()
    assert list(check_guide(guide, document, DataText(Citables(), frozenset()), report)) == []

    ways = guide.edges
    wrong = bool(unreachable(ways, "a") or endless(ways) or circular(ways))
    assert bool(list(report)) == wrong
    if not wrong:
        assert all(end in ("end", "stop") for end in ends(ways, "a", 0))


def ends(ways: dict[str, tuple[str, ...]], at: str, steps: int) -> list[str]:
    """Where each way from here ends; no way may be longer than there are steps."""
    assert steps <= len(STEPS)
    return [end for to in ways[at] for end in ends(ways, to, steps + 1)] if ways[at] else [at]
