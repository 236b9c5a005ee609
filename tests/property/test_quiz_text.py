"""No text of a quiz becomes markup, whatever it looks like."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from primer.core.diagnostics import Report
from primer.core.model import prose
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import TYPES

from tests.property.strategies import ANY_TEXT, HOSTILE, examples
from tests.question_types import example, example_fields
from tests.rendering import content_of, render

#: The elements in the templates of types.
OF_TYPES = {tag for type in TYPES.values() for tag in re.findall(r"<([a-z][a-z0-9-]*)", type.read("answer.html"))}
BLOCKS = {"pre", "table", "tbody", "td", "th", "thead", "tr"}
#: What our own fragments consist of, and what Markdown in a text may add.
FRAGMENTS = {
    *(
        "a",
        "br",
        "button",
        "course-quiz",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "form",
        "h3",
        "h4",
        "h5",
        "input",
        "label",
    ),
    *("legend", "li", "ol", "option", "p", "section", "select", "span", "strong", "summary", "textarea", "ul"),
}
INLINE = {"a", "br", "code", "em", "span", "strong"}
HARMLESS = ("http://", "https://", "mailto:", "tel:", "sms:", "../", "./", "#", "quizzes/")

#: Words that mean nothing to YAML, Markdown or HTML.
PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z", "S", "P"]) | st.sampled_from(" '\",.;:?/%$^=+-(){}|~"),
    min_size=1,
    max_size=40,
)
TEXTS = (HOSTILE | ANY_TEXT).filter(lambda text: text.strip())


def quiz_with(title: str, text: str, feedback: str) -> Quiz | None:
    """A quiz with these words in all its places, read as an author's file is read."""
    written = yaml.safe_dump(
        {
            "title": title,
            "summary": text,
            "level": "introductory",
            "minutes": 1,
            "objectives": [{"id": "one", "text": text}],
            "questions": [
                {
                    "id": "one",
                    "type": "choice",
                    "prompt": text,
                    "hints": [text],
                    "options": [
                        {"text": f"a {text}", "correct": True, "feedback": feedback},
                        {"text": f"b {text}", "feedback": feedback},
                    ],
                    "explanation": feedback,
                },
                {
                    "id": "two",
                    "type": "true-false",
                    "prompt": text,
                    "answer": False,
                    "feedback": {"right": feedback, "wrong": feedback},
                    "explanation": text,
                },
                *(
                    {"id": type, "type": type, "prompt": text, "explanation": text, **fields}
                    for type, fields in {**examples_with(text, feedback), **other_types(text, feedback)}.items()
                ),
            ],
        },
        allow_unicode=True,
    )
    report = Report()
    document = load(written, "quiz.yml", report)
    return validate(Quiz, document, "quiz", report) if document else None


#: The fields that a question of any type has beside those of its own.
COMMON = ("id", "type", "prompt", "hints", "explanation")


def examples_with(text: str, feedback: str) -> dict[str, dict[str, Any]]:
    """The fields of the example of each type, with other words where Markdown may stand."""
    written_out = ("choice", "true-false")
    return {name: example_with(type, text, feedback) for name, type in TYPES.items() if name not in written_out}


def example_with(type: QuestionType[Any], text: str, feedback: str) -> dict[str, Any]:
    """The same of one type."""
    fields = example_fields(type)
    for number, (path, _) in enumerate(prose(example(type))):
        inner: Any = fields
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = feedback if "feedback" in path else f"{number} {text}"
    return {name: value for name, value in fields.items() if name not in COMMON}


def other_types(text: str, feedback: str) -> dict[str, dict[str, Any]]:
    """The fields of a question of types in which plain words are tried too, or a text has to hold something."""

    def said() -> dict[str, str]:
        return {"right": feedback, "wrong": feedback}  # a new one each time: YAML would write the same one as an alias

    around_gaps = text.replace("{", "(").replace("](", "] (")
    return {
        "match": {
            "pairs": [{"item": f"{name} {text}", "match": f"{name} {text}", "feedback": feedback} for name in "ab"]
        },
        "order": {"items": [{"text": f"{name} {text}", "feedback": feedback} for name in "abc"]},
        "categorise": {
            "categories": [{"id": name, "text": text} for name in "ab"],
            "items": [{"text": f"{name} {text}", "category": name, "feedback": feedback} for name in "ab"],
        },
        "cloze": {
            "text": f"{{one}} {around_gaps} {{two}}",
            "gaps": [
                {
                    "id": "one",
                    "options": [{"text": text, "correct": True}, {"text": f"b {text}", "feedback": feedback}],
                },
                {
                    "id": "two",
                    "accepted": [text],
                    "mistakes": [{"text": f"b {text}", "feedback": feedback}],
                    "feedback": said(),
                },
            ],
        },
        "short-answer": {
            "accepted": [text],
            "mistakes": [{"text": f"b {text}", "feedback": feedback}],
            "feedback": said(),
        },
        "numeric": {"answer": 1, "unit": text, "units": [text], "feedback": said()},
        "reflect": {"model_answer": text},
        "scenario": {
            "steps": [
                {
                    "id": "one",
                    "text": text,
                    "choices": [{"text": f"{to} {text}", "to": to, "feedback": feedback} for to in ("two", "three")],
                },
                {"id": "two", "text": text, "outcome": "good"},
                {"id": "three", "text": text, "outcome": "poor"},
            ]
        },
    }


def seen(text: str) -> str:
    """A text as a browser shows it, where white space is all the same."""
    return " ".join(text.split())


def said(main: HtmlElement, path: str) -> list[str]:
    """What readers see in the elements at a path."""
    return [seen(element.text_content()) for element in main.xpath(path)]


def shown(quiz: Quiz) -> HtmlElement:
    """The page that shows the quiz among other things."""
    page = render(
        "Before\n\n- In a list\n\n    ``` quiz\n    id: moon\n    ```\n\nAfter", content_of(quizzes={"moon": quiz})
    )
    return page.tree


@given(TEXTS, TEXTS, TEXTS)
@examples(50)
def test_no_text_becomes_an_element_or_an_attribute(title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is None:
        return
    main = shown(quiz)

    assert [child.tag for child in main] == ["p", "ul", "p"]
    [section] = main.xpath("./ul/li/div[@class='placement']/section")
    assert len(section.xpath(".//form")) == len(quiz.questions) == len(TYPES)
    for element in section.iter():
        assert element.tag in FRAGMENTS | INLINE | BLOCKS | OF_TYPES
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "src", "srcset")]
    assert [href for href in section.xpath(".//a/@href") if not href.startswith(HARMLESS)] == []
    for text_html in section.xpath(".//*[@class='quiz__prompt' or @class='quiz__feedback' or @class='quiz__again']"):
        assert {element.tag for element in text_html.iterdescendants()} <= INLINE | {"p"}


@given(PLAIN.filter(str.strip), PLAIN.filter(str.strip), PLAIN.filter(str.strip))
@examples(50)
def test_plain_words_are_shown_as_they_were_typed(title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is None:
        return
    main = shown(quiz)

    assert said(main, "(.//h3)[1]") == [seen(title)]
    assert {*said(main, ".//*[@class='quiz__prompt']")} == {seen(text)}
    assert said(main, ".//*[@class='quiz__again']")[:2] == [seen(f"a {text}"), seen(f"b {text}")]
    assert {*said(main, ".//*[@class='quiz__feedback']")} == {seen(feedback)}
    options = said(main, ".//form[@data-type='match']//option[@value!='']")
    assert {*options} == {seen(f"a {text}"), seen(f"b {text}")}
    [word] = main.xpath(".//form[@data-type='short-answer']//@data-accepted")
    assert json.loads(word) == [text]


@given(HOSTILE)
@examples(40)
def test_a_title_is_never_read_as_markdown_or_html(title: str):
    quiz = quiz_with(title, "text", "feedback")
    assert quiz is not None

    [heading] = shown(quiz).xpath(".//h3")
    assert heading.text_content() == title
    assert len(heading) == 0
