"""A quiz on paper: everything is there, in the order in which it is read, for every reader."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given
from primer.kit.exported import every_text
from primer.outputs.exports.paper.formats import KEY, WORKSHEET
from primer.outputs.exports.paper.letters import printable
from primer.text.rich import Rich
from pypdf import PdfReader, PdfWriter

from tests.exports.on_paper import (
    SHOWN,
    asked,
    every_question,
    in_order,
    plain,
    quiz_of,
    read,
    read_by_poppler,
    without_space,
    written,
)
from tests.exports.quizzes import exported, our_quizzes
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {**written(WORKSHEET, every_question()), **written(KEY, every_question())}


def test_each_document_comes_on_three_papers(papers):
    sizes = {name: PdfReader(BytesIO(pdf)).pages[0].mediabox[2:] for name, pdf in papers.items()}

    a4, letter = (595, 841), (612, 792)
    assert {name: tuple(map(int, size)) for name, size in sizes.items()} == {
        "worksheet.pdf": a4,
        "worksheet-letter.pdf": letter,
        "worksheet-large.pdf": a4,
        "key.pdf": a4,
        "key-letter.pdf": letter,
        "key-large.pdf": a4,
    }


def test_each_is_tagged_named_and_in_a_language(papers):
    for name, pdf in papers.items():
        reader = PdfReader(BytesIO(pdf))
        catalogue: Any = reader.root_object
        assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_object().get_data(), name
        assert catalogue["/MarkInfo"]["/Marked"], name
        assert catalogue["/Lang"] == "en-GB", name
        assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"], name
        title = "Every type of question" + (": answer key" if name.startswith("key") else "")
        assert reader.metadata is not None, name
        assert reader.metadata.title == title, name


def verdicts(pdf: bytes, folder: Path) -> list[str]:
    """What outloud, which checks PDF/UA-1 and more, calls an error in a PDF."""
    (folder / "paper.pdf").write_bytes(pdf)
    command = [sys.executable, "-m", "outloud.cli", str(folder / "paper.pdf"), "--json", "-", "--fail-on", "never"]
    [found] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["results"]
    return [finding["rule"] for finding in found["findings"] if finding["severity"] == "error"]


@pytest.mark.parametrize("name", ["worksheet.pdf", "key-large.pdf"])
def test_a_checker_of_accessibility_finds_no_error(papers, name, tmp_path):
    assert verdicts(papers[name], tmp_path) == []


def test_the_checker_notices_a_document_without_tags(papers, tmp_path):
    writer, broken = PdfWriter(BytesIO(papers["worksheet.pdf"])), BytesIO()
    del writer.root_object["/StructTreeRoot"], writer.root_object["/MarkInfo"]
    writer.write(broken)

    assert verdicts(broken.getvalue(), tmp_path) != []


def test_large_print_is_in_letters_of_18_points(papers):
    sizes = set()
    page = PdfReader(BytesIO(papers["worksheet-large.pdf"])).pages[0]
    page.extract_text(visitor_text=lambda text, _cm, matrix, _font, size: sizes.add((round(size * matrix[0]), text)))

    assert 18 in {size for size, text in sizes if "One question of each type" in text}


def test_all_letters_are_in_our_fonts(papers):
    for name, pdf in papers.items():
        pages: Any = PdfReader(BytesIO(pdf)).pages
        found = {
            font.get_object()["/BaseFont"].partition("+")[2].partition("-")[0]
            for page in pages
            for font in page["/Resources"]["/Font"].values()
        }
        assert found == {"AtkinsonHyperlegible"}, name


READERS = [("", read), ("-letter", read), ("-large", read), ("", read_by_poppler)]


@pytest.mark.parametrize(("paper", "reader"), READERS)
def test_a_worksheet_says_all_that_is_asked_in_order(papers, paper, reader):
    quiz, whole = every_question(), reader(papers[f"worksheet{paper}.pdf"])
    texts = [quiz.title, quiz.summary.text, *(objective.text.text for objective in quiz.objectives)]
    for question in quiz.questions:
        texts += asked(question)

    assert list(in_order([*texts, "You have seen every type."], whole)) == []


def test_a_worksheet_holds_all_that_can_be_chosen(papers):
    whole = read(papers["worksheet.pdf"])
    for word in ("They keep to the times you agreed", "A usual limit", "fees", "Write down what was said", "rupture"):
        assert without_space(word) in whole, word


def test_a_worksheet_gives_nothing_away(papers):
    whole = read(papers["worksheet.pdf"])
    for question in every_question().questions:
        for said in (question.explanation, *question.hints):
            assert without_space(said.text) not in whole, said.text
    assert "Right" not in whole
    assert "Safety comes before everything else".replace(" ", "") not in whole


@pytest.mark.parametrize(("paper", "reader"), READERS)
def test_a_key_says_everything_in_order(papers, paper, reader):
    quiz, whole = every_question(), reader(papers[f"key{paper}.pdf"])
    texts = []
    for question in quiz.questions:
        texts += [*plain(question.prompt), question.explanation.text, *(hint.text for hint in question.hints)]
    assert list(in_order(texts, whole)) == []

    for question in quiz.questions:
        asked_only = [*asked(question), *(one.text.text for one in getattr(question.shapes[0], "distractors", ()))]
        for text in every_text(question.shapes[0]):
            if isinstance(text, Rich) and text.text not in asked_only and "[1]" not in text.text:
                assert without_space(text.text) in whole, text.text


def test_the_same_quiz_is_the_same_bytes(papers):
    again = {**written(WORKSHEET, every_question()), **written(KEY, every_question())}

    assert again == papers


def test_a_reader_notices_a_text_that_is_gone(papers):
    first, second, *others = every_question().questions
    broken = replace(every_question(), questions=(second, first, *others))
    texts = [text for question in every_question().questions for text in asked(question)]

    assert list(in_order(texts, read(written(WORKSHEET, broken)["worksheet.pdf"]))) != []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain { } ~ = # : \\ < & \" ' $x$ _a_ *b* @c `d`", "plain { } ~ = # : \\ < & \" ' $x$ _a_ *b* @c `d`"),
        ("well done 👍", "well done [thumbs up sign]"),
        ("a ❤\ufe0f b", "a [heavy black heart] b"),
        ("👩\u200d👧", "[woman][girl]"),
        ("שלום", "[hebrew letter shin][hebrew letter lamed][hebrew letter vav][hebrew letter final mem]"),
        ("cafe\u0301 kōrero tŷ", "café ko\u0304rero ty\u0302"),
        ("1\u202f000\u2009km and non\u2011breaking", "1 000 km and non-breaking"),
        ("\u200fright\u200e", "right"),
        ("a → b ✓", "a [rightwards arrow] b [check mark]"),
        ("\U000e0fff", "[U+E0FFF]"),
    ],
)
def test_what_the_fonts_cannot_set_is_called_by_its_name(text, printed):
    assert printable(text) == printed


def test_no_text_is_taken_for_markup_and_long_ones_stay_whole():
    hostile = "{ } ~ = # : \\ < & \" ' #let x = 1 $x$ _a_ *b* @c `d` [e] https://example.org //f /*g*/ "
    whole = read(written(WORKSHEET, exported(quiz_of(title=hostile, summary="So: " + "word " * 400)))["worksheet.pdf"])

    assert without_space(hostile) in whole
    assert "word" * 400 in whole


@given(TEXTS, TEXTS, TEXTS)
@examples(12)
def test_any_text_can_be_printed(title, text, feedback):
    quiz = quiz_with(title, text, feedback)
    if quiz is not None:
        made = exported(quiz, content=content_of(quizzes={"moon": quiz}))
        assert letters_in(made.title) <= letters_in(read(written(WORKSHEET, made)["worksheet.pdf"]))
        assert letters_in(made.questions[0].explanation.text) <= letters_in(read(written(KEY, made)["key.pdf"]))


def letters_in(text: str) -> set[str]:
    """The letters and digits that are printed of a text."""
    return {sign for sign in unicodedata.normalize("NFC", printable(text)) if sign.isalnum()}


def test_a_sensitive_quiz_begins_with_the_content_note_and_the_address_of_help():
    sensitive = [made for written, made in our_quizzes().values() if written.sensitive]
    assert sensitive
    for quiz in sensitive:
        short = replace(quiz, questions=quiz.questions[:1])
        for files in (written(WORKSHEET, short), written(KEY, short)):
            for name, pdf in files.items():
                begins = [
                    quiz.content_note or "Before you start",
                    "https://example.org/base/help-now/",
                    quiz.summary.text,
                ]
                assert list(in_order(begins, read(pdf))) == [], (quiz.id, name)


def test_without_the_address_of_the_site_it_is_stamped_as_a_draft():
    [pdf, *_] = written(WORKSHEET, exported(quiz_of(), site_url=None)).values()

    assert "Draft:itwasmadewithouttheaddress" in read(pdf)
    assert "Draft:" not in read(next(iter(written(WORKSHEET, every_question()).values())))


def test_a_picture_without_words_is_refused_and_not_printed():
    first, *others = every_question().questions
    mute = replace(first, prompt=replace(SHOWN, marked=SHOWN.marked.replace('alt="a small tree"', 'alt=""')))

    with pytest.raises(typst.TypstError, match="missing alt text"):
        written(WORKSHEET, replace(every_question(), questions=(mute, *others)))
