"""A quiz in Word: mammoth, which nobody here wrote, finds all of it under real headings and in real lists."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from lxml import html as lxml_html
from primer.kit.exported import every_text
from primer.outputs.exports.paper.formats import WORD, WORD_FILE
from primer.outputs.exports.strings import ExportStrings
from primer.text.rich import Rich

from tests.building import ROOT
from tests.exports.on_paper import asked, every_question, in_order, plain, quiz_of, without_space, written
from tests.exports.quizzes import exported, our_quizzes
from tests.node.test_scripts import NODE
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

MAMMOTH = ROOT / "node_modules/mammoth/bin/mammoth"


@pytest.fixture(scope="module")
def word() -> bytes:
    return written(WORD, every_question())[WORD_FILE]


@pytest.fixture(scope="module")
def tree(word, tmp_path_factory) -> lxml_html.HtmlElement:
    return html_of(word, tmp_path_factory.mktemp("word"))


def html_of(word, folder) -> lxml_html.HtmlElement:
    """What mammoth makes of a document."""
    source, target = folder / "quiz.docx", folder / "quiz.html"
    source.write_bytes(word)
    run = subprocess.run([NODE, MAMMOTH, source, target], capture_output=True, text=True, check=True)
    assert run.stdout + run.stderr == "", run.stdout + run.stderr
    return lxml_html.document_fromstring(f"<body>{target.read_text('utf-8')}")


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_headings_lead_from_the_title_over_sections_and_questions_to_the_key(tree):
    quiz = every_question()
    found = [(element.tag, words(element)) for element in tree.iter("h1", "h2", "h3", "h4")]

    assert found[0] == ("h1", quiz.title)
    assert [text for tag, text in found if tag == "h1"] == [quiz.title, "Answer key"]
    assert [text for tag, text in found if tag == "h2"][:2] == ["Choosing", "Writing"]
    before = found[: found.index(("h1", "Answer key"))]
    assert len([tag for tag, _ in before if tag == "h3"]) == len(quiz.questions)
    assert [text for tag, text in before if tag == "h4"] == [f"Step {number}" for number in range(1, 6)]
    assert len(found) - len(before) == 1 + len(quiz.questions)


def test_all_that_is_asked_stands_before_the_key_in_order(tree):
    whole = without_space(tree.text_content())
    before, _, _ = whole.partition("Answerkey")
    texts = [text for question in every_question().questions for text in asked(question)]

    assert list(in_order(texts, before)) == []
    for question in every_question().questions:
        assert without_space(question.explanation.text) not in before


def test_the_key_holds_everything_else(tree):
    _, _, key = without_space(tree.text_content()).partition("Answerkey")
    for question in every_question().questions:
        asked_only = [*asked(question), *(one.text.text for one in getattr(question.shapes[0], "distractors", ()))]
        said = [*every_text(question.shapes[0]), question.explanation, *question.hints]
        for text in said:
            if isinstance(text, Rich) and text.text not in asked_only and "[1]" not in text.text:
                assert without_space(text.text) in key, text.text


def test_options_are_lists_of_their_own_and_the_key_names_their_letters(tree, word):
    [asked_for] = [element for element in tree.iter("h3") if "check about a therapist" in words(element)]
    options = asked_for.getnext().getnext()
    assert [words(item) for item in options.iter("li") if item.find("ol") is None] == [
        "They keep to the times you agreed",
        "They seem kind",
        "They say that you can trust them",
    ]
    answers = [words(element) for element in tree.iter("p") if words(element).startswith("Answer:")]
    assert answers[:3] == ["Answer: a", "Answer: a, b", "Answer: c, e"]

    numbering = ZipFile(BytesIO(word)).read("word/numbering.xml").decode()
    assert 'w:lvlText w:val="%1."' in numbering
    assert 'w:lvlText w:val="%2)"' in numbering


def test_pictures_come_along_with_their_words_and_formulas_are_said(tree):
    [picture] = tree.iter("img")
    assert picture.get("alt") == "a small tree"
    assert picture.get("src").startswith("data:image/png;base64,")
    assert r"\frac{1}{2}" in tree.text_content()


def test_links_tables_and_code_are_real(tree):
    assert "https://example.org/two" in [link.get("href") for link in tree.iter("a")]
    assert [words(cell) for cell in next(tree.iter("table")).iter("th")] == ["Month", "Sessions"]
    assert "a = 1" in tree.text_content()


def test_the_same_quiz_is_the_same_bytes_dated_on_the_first_day_of_archives(word):
    assert written(WORD, every_question())[WORD_FILE] == word
    assert {entry.date_time for entry in ZipFile(BytesIO(word)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_its_title_and_language_and_no_author(word):
    document = Document(BytesIO(word))
    properties = document.core_properties

    assert (properties.title, properties.language, properties.author) == (every_question().title, "en-GB", "")
    assert 'w:lang w:val="en-GB"' in ZipFile(BytesIO(word)).read("word/styles.xml").decode()


def test_every_sign_survives(tmp_path):
    hostile = "{ } ~ = # : \\ < & \" ' 👩\u200d👧 שלום \u200fright e\u0301 https://example.org/ "
    quiz = exported(quiz_of(title=hostile, summary="word " * 400))
    tree = html_of(written(WORD, replace(quiz, questions=quiz.questions[:1]))[WORD_FILE], tmp_path)

    assert words(next(tree.iter("h1"))) == " ".join(hostile.split())
    assert "word " * 399 in words(tree)


@given(TEXTS, TEXTS, TEXTS)
@examples(12)
def test_any_text_is_typed_as_it_is(title, text, feedback):
    quiz = quiz_with(title, text, feedback)
    if quiz is not None:
        made = exported(quiz, content=content_of(quizzes={"moon": quiz}))
        document = Document(BytesIO(written(WORD, made)[WORD_FILE]))
        whole = without_space("".join(paragraph.text for paragraph in document.paragraphs))
        assert without_space(made.title) in whole
        for question in made.questions:
            if question.explanation.is_plain:
                assert without_space(question.explanation.text) in whole


def test_a_sensitive_quiz_begins_with_the_content_note_and_the_address_of_help(tmp_path):
    for quiz in [made for source, made in our_quizzes().values() if source.sensitive]:
        document = Document(BytesIO(written(WORD, replace(quiz, questions=quiz.questions[:1]))[WORD_FILE]))
        begins = [paragraph.text for paragraph in document.paragraphs[:3]]

        assert begins[0] == quiz.title
        assert begins[1] == (quiz.content_note or quiz.strings[ExportStrings].content_note)
        assert "https://example.org/base/help-now/" in begins[2]


def test_mammoth_notices_an_explanation_that_is_gone(tmp_path):
    first, *others = every_question().questions
    broken = replace(every_question(), questions=(replace(first, explanation=Rich("", "")), *others))
    key = without_space(html_of(written(WORD, broken)[WORD_FILE], tmp_path).text_content())

    assert all(without_space(text) in key for text in plain(others[0].prompt))
    assert without_space(first.explanation.text) not in key
