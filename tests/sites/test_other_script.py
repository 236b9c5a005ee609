"""A site whose texts and strings are all in Cyrillic letters shows no word in Latin ones: none is hard-wired."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement

from tests.building import Site, build_in_place, made_once, write_project
from tests.sites.other_script import names_in, site_in_other_letters

#: What is no word of any language: addresses, files, ids.
NO_WORDS = re.compile(
    r"<[^<>]*>|\[@[\w-]+\]|\{\w+\}|https?://[^\s<>\"']+|\S+@\S+\.\w+|data:\S+|[\w./*-]*\.(?:\w{2,5})\b|/[\w/-]+/|#[\w-]+"
)
HTML = re.compile(r"<[^>]*>|&\w+;|\b(?=[0-9a-f]*\d)[0-9a-f]+\b")
WORD = re.compile(r"[A-Za-z]{2,}|\b[A-Za-z]\b")
#: What is in Latin letters in every language: names of files' kinds, and letters of answers, which are keys.
LATIN = frozenset(["XML", "TXT", "ZIP", "IMSCC", "CSV", "PDF", "DOCX", "APKG", "XLSX", "JSON", "A", "B", "C", "D"])
CODE = ("style", "code", "kbd", "pre")
SHARED = ("og:title", "og:description", "og:site_name")
SEEN = ("alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "summary", "title", "label")


@pytest.fixture(scope="session")
def site(shared_folder: Path) -> Site:
    def make(folder: Path) -> None:
        write_project(folder, site_in_other_letters())
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", "https://example.org/ships/")
            assert build_in_place(folder, strict=True).warnings == []

    return Site(made_once(shared_folder / "other-script", make) / "site")


def latin(text: str) -> str:
    """The words in Latin letters in a text."""
    return " ".join(word for word in WORD.findall(NO_WORDS.sub(" ", text)) if word not in LATIN)


def shown(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each text that readers see or hear, or that a script says, with what it stands in."""
    for element in tree.iter(etree.Element):
        where = f"{element.tag}.{element.get('class', '')}"
        if element.tag == "script":
            if element.get("type") == "application/ld+json":
                yield from ((where, text) for text in named(json.loads(element.text or "")))
            continue
        if element.tag in CODE or any(around.tag in CODE for around in element.iterancestors()):
            yield where, element.tail or ""
            continue
        yield where, element.text or ""
        yield where, element.tail or ""
        for name, value in element.attrib.items():
            yield from ((f"{where}@{name}", text) for text in said(element, name, value))


def said(element: HtmlElement, name: str, value: str) -> Iterator[str]:
    """Each text in an attribute that somebody sees or hears."""
    is_described = element.get("name") in ("description", "citation_title") or element.get("property") in SHARED
    if (
        name in SEEN
        or (name == "content" and is_described)
        or (name == "value" and element.get("type") in ("submit", "button"))
    ):
        yield value
    elif name.startswith("data-") and value.startswith('{"'):
        yield from texts_in(json.loads(value))
    elif name.startswith("data-") and name != "data-when" and re.search(r"\w \w", value):
        yield value


def named(value: object) -> Iterator[str]:
    """Each text in JSON-LD that people read."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("name", "text", "description", "headline", "about") and isinstance(one, str):
                yield one
            yield from named(one)
    elif isinstance(value, list):
        for one in value:
            yield from named(one)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def test_no_page_shows_a_word_that_is_in_no_file_of_strings(site: Site):
    found: dict[str, set[str]] = {}
    for address in site.addresses:
        for where, text in shown(site.tree(address)):
            if words := latin(text):
                found.setdefault(f"{where}: {words}", set()).add(address)

    assert found == {}


def exported(site: Site) -> Iterator[tuple[str, str]]:
    """Each text in the files that leave the site, with the file it stands in."""
    for path in site.files:
        if path.startswith("exports/"):
            yield from texts_of(Path(path).name, site.file(f"/{path}").read_bytes())


def texts_of(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Each text that people read in a file, or in the files in it."""
    ending = Path(name).suffix
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from ((f"{name}/{where}", text) for where, text in texts_of(inside, archive.read(inside)))
    elif ending in (".xml", ".html", ".qti", ".rels"):
        for element in etree.fromstring(data, etree.HTMLParser() if ending == ".html" else None).iter(etree.Element):
            yield f"{name}:{etree.QName(element).localname}", f"{element.text or ''} {element.tail or ''}"
    elif ending == ".csv":
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            yield from ((name, cell) for cell in row)
    elif ending == ".json":
        yield from ((name, text) for text in texts_in(json.loads(data)))
    elif ending in (".txt", ".md"):
        yield from ((name, line) for line in data.decode("utf-8-sig").splitlines())


#: What the makers of programs call things in their files, and what those files are for programs alone.
FORMATS = {
    "questions.xml": "cc_profile qmd_assessmenttype qmd_scoretype cc_maxattempts cc_weighting Examination"
    " Percentage unlimited",
    "imsmanifest.xml": "ADL SCORM IMS Common Cartridge Content",
    "blackboard.txt": "ESS FIB MA MAT MC NUM PLUS TF correct incorrect true false gap",
    "assessment_meta.xml": "keep_highest assignment",
    "gift.txt": "CATEGORY FALSE TRUE html lang n quiz tag id type level introductory version objective",
    "moodle.xml": "ABSOLUTE_POSITION ALL MULTICHOICE SHORTANSWER SHOW VERTICAL abc none course editor lang quiz"
    " objective level type introductory professional version",
    "document.xml": "a b c d e",
    "sharedStrings.xml": "Question Text Type Option Correct Answer Time in seconds Image Link explanation Multiple"
    " Choice Checkbox",
    "app.xml": "Microsoft Macintosh Word Excel Title Worksheets Sheet",
    "brightspace.csv": "NewQuestion M MC MS SA TF WR O ID Title QuestionText HTML Points Option Feedback Hint Answer"
    " AnswerKey InputBox Choice Match Item Scoring EquallyWeighted RightMinusWrong TRUE FALSE CHECKED",
}
#: Files that programs read by the names in them.
FOR_PROGRAMS = ("quiz.csv", "quiz.json", "glossary.csv", "glossary.json", "quiz-every-type.xml", "rels")


def test_no_file_that_leaves_the_site_says_one_either(site: Site):
    names = names_in(site_in_other_letters())
    found: dict[str, set[str]] = {}
    for where, text in exported(site):
        file = where.rpartition("/")[2].partition(":")[0]
        if not file.endswith(FOR_PROGRAMS) and not re.fullmatch(r"quiz-\w+\.xml", file):
            known = names | {*re.findall("[A-Za-z]+", FORMATS.get(file, ""))}
            said = set(latin(HTML.sub(" ", text)).split()) - known
            if said:
                found.setdefault(where, set()).update(said)

    assert found == {}


def test_what_is_hard_wired_would_be_found():
    assert latin("Слова: Link to {name}, https://example.org/a/b") == "Link to"
    assert latin("квіз.csv, CSV, <b>ок</b> [@nor-this]") == ""
