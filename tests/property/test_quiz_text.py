"""No text of a quiz becomes markup, whatever it looks like."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from primer.diagnostics import Report
from primer.quizzes.model import Quiz
from primer.source.validation import validate
from primer.source.yaml import load

from tests.property.strategies import ANY_TEXT, HOSTILE, examples
from tests.rendering import content_of, render

#: What our own fragments consist of, and what Markdown in a text may add.
FRAGMENTS = {
    *("a", "button", "course-quiz", "details", "div", "fieldset", "form", "h3", "h4", "input", "label", "legend"),
    *("li", "ol", "p", "section", "span", "strong", "summary", "ul"),
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
            ],
        },
        allow_unicode=True,
    )
    report = Report()
    document = load(written, "quiz.yml", report)
    return validate(Quiz, document, "quiz", report) if document else None


def shown(quiz: Quiz) -> HtmlElement:
    """The page that shows the quiz among other things."""
    page = render(
        "Before\n\n- In a list\n\n    ``` quiz\n    id: moon\n    ```\n\nAfter", content_of(quizzes={"moon": quiz})
    )
    return page.tree


@given(TEXTS, TEXTS, TEXTS)
@examples(150)
def test_no_text_becomes_an_element_or_an_attribute(title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is None:
        return
    main = shown(quiz)

    assert [child.tag for child in main] == ["p", "ul", "p"]
    [section] = main.xpath("./ul/li/div[@class='placement']/section")
    assert len(section.xpath(".//form")) == 2
    for element in section.iter():
        assert element.tag in FRAGMENTS | INLINE
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "src", "srcset")]
    assert [href for href in section.xpath(".//a/@href") if not href.startswith(HARMLESS)] == []
    for text_html in section.xpath(".//*[@class='quiz__prompt' or @class='quiz__feedback' or @class='quiz__again']"):
        assert {element.tag for element in text_html.iterdescendants()} <= INLINE


@given(PLAIN.filter(str.strip), PLAIN.filter(str.strip), PLAIN.filter(str.strip))
@examples(150)
def test_plain_words_are_shown_as_they_were_typed(title: str, text: str, feedback: str):
    quiz = quiz_with(title, text, feedback)
    if quiz is None:
        return
    main = shown(quiz)

    assert main.xpath(".//h3")[0].text_content() == title
    assert {element.text_content() for element in main.xpath(".//*[@class='quiz__prompt']")} == {text}
    again = [element.text_content() for element in main.xpath(".//*[@class='quiz__again']")]
    assert again[:2] == [f"a {text}", f"b {text}"]
    assert {element.text_content() for element in main.xpath(".//*[@class='quiz__feedback']")} == {feedback}


@given(HOSTILE)
@examples(40)
def test_a_title_is_never_read_as_markdown_or_html(title: str):
    quiz = quiz_with(title, "text", "feedback")
    assert quiz is not None

    [heading] = shown(quiz).xpath(".//h3")
    assert heading.text_content() == title
    assert len(heading) == 0
