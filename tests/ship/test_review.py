"""A page goes to a reviewer on paper, and what they decide comes back; what is forged or half-filled does not count."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
import yaml
from docx import Document
from docx.document import Document as Word
from mkdocs.utils.meta import get_data

from tests.building import ROOT
from tools.review.__main__ import main, pack, take_back
from tools.review.words import BODY, BOXES, CLAIMS, DATE, NAME, READ, TITLE

TODAY = datetime.date(2026, 11, 26)
PAGE = """---
title: When is high water?
description: When the water is high.
sources_checked: 2026-11-22
review_by: 2027-11-22
status: unreviewed
---

The sea comes and goes.
High water comes **twice** a day [@nobody-2001:twice].

- Ask at [the quay](#quay) [@harbour-act].

| Tide | Height |
|------|--------|
| Neap | 4 metres [@nobody-2001] |

``` routes
kind: complaint
```
"""
REFERENCES = """- id: nobody-2001
  kind: survey
  csl: {type: book, author: [{literal: Nobody}], issued: 2001, title: Tides}
  findings:
    - {id: twice, status: seen, text: It comes twice.}
    - {id: four, status: recalled, text: Neap tides are 4 metres high.}
- id: harbour-act
  kind: law
  csl: {type: book, author: [{literal: Harbour}], issued: 2002, title: The act, URL: 'https://example.org/act'}
"""
PLACES = """- id: here
  name: Here
  services: [{id: everyone, name: Emergency, for: Anyone, kind: emergency, call: "112", evidence: universal}]
"""
ROUTES = """- id: here
  routes:
    - id: board
      name: The board
      kind: complaint
      text: It hears you within six months.
      evidence: official
      seen_by: The board
      seen_at: https://example.org/
      seen_on: 2026-11-20
    - {id: title, name: A name, kind: title, evidence: recalled}
"""
QUIZ = """title: A quiz
summary: About nothing.
level: introductory
minutes: 1
questions:
  - id: one
    type: true-false
    prompt: Is it?
    answer: true
    feedback: {wrong: It is.}
    explanation: It is [@harbour-act].
"""

Fill = Callable[[Word], None]


@pytest.fixture(scope="module", autouse=True)
def today() -> Iterator[None]:
    noon = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        yield


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A docs folder, and beside it the pack that was made of it."""
    folder = tmp_path_factory.mktemp("review")
    data = {"references": REFERENCES, "help-lines": PLACES, "routes": ROUTES, "quizzes/a-quiz": QUIZ}
    for name, text in {"tides.md": PAGE, **{f"_data/{name}.yml": text for name, text in data.items()}}.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text, "utf-8")
    assert pack(folder / "docs", [], folder / "pack") is None
    return folder


@pytest.fixture
def docs(packed: Path, tmp_path: Path) -> Path:
    shutil.copytree(packed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "docs"


def filled(docs: Path, *fills: Fill, role: str = "clinician", page: str = "tides") -> Path:
    """A document of the pack after somebody has worked on it."""
    path = docs.parent / "pack" / role / f"{page}.docx"
    word = Document(str(path))
    for fill in fills:
        fill(word)
    word.save(str(path))
    return path


def box(number: int, name: str, words: str = "") -> Fill:
    def fill(word: Word) -> None:
        cells = word.tables[0].rows[number].cells
        cells[CLAIMS.index(name)].text = "x"
        cells[-1].text = words

    return fill


def agree(word: Word) -> None:
    for number in range(1, len(word.tables[0].rows)):
        box(number, "Agree")(word)


def sign(**changes: str) -> Fill:
    given = {NAME: "Dr Ada Byron", TITLE: "Clinical psychologist", BODY: "HCPC PYL0", DATE: "2026-11-26", READ: "yes"}
    names = {"name": NAME, "title": TITLE, "body": BODY, "date": DATE, "read": READ}

    def fill(word: Word) -> None:
        said = given | {names[name]: text for name, text in changes.items()}
        for row in word.tables[1].rows[1:]:
            row.cells[1].text = said[row.cells[0].text]

    return fill


def claims(path: Path) -> list[tuple[str, str]]:
    return [(row.cells[1].text, row.cells[2].text) for row in Document(str(path)).tables[0].rows[1:]]


def front(docs: Path) -> dict[str, object]:
    return dict(get_data((docs / "tides.md").read_text("utf-8"))[1])


def test_each_page_is_there_for_a_clinician_and_where_it_speaks_of_law_for_a_lawyer(docs: Path):
    files = sorted(path.relative_to(docs.parent / "pack").as_posix() for path in (docs.parent / "pack").rglob("*.*"))

    assert files == [
        f"{role}/{page}.{kind}"
        for role in ("clinician", "lawyer")
        for page in ("a-quiz", "tides")
        for kind in ("docx", "pdf")
    ]


def test_a_claim_stands_beside_what_it_rests_on(docs: Path):
    twice, quay, four, board = claims(docs.parent / "pack/clinician/tides.docx")

    assert twice == ("High water comes twice a day.", "It comes twice. (seen)\nNobody, 2001. Tides. survey")
    assert quay == ("Ask at the quay.", "Harbour, 2002. The act. law. https://example.org/act")
    assert four[0] == "4 metres"
    assert "Neap tides are 4 metres high. (from memory, not seen)" in four[1]
    assert board == (
        "here: The board · It hears you within six months.",
        "The board, seen on 2026-11-20\nhttps://example.org/",
    )


def test_a_lawyer_gets_the_whole_text_and_the_claims_about_law(docs: Path):
    path = docs.parent / "pack/lawyer/tides.docx"

    assert [text for text, _ in claims(path)] == [
        "Ask at the quay.",
        "here: The board · It hears you within six months.",
    ]
    text = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert "The sea comes and goes. High water comes twice a day." in text
    assert "Ask at the quay. [1]" in text


def test_the_paper_says_the_same_and_has_tags_for_screen_readers(docs: Path):
    paper = pypdf.PdfReader(docs.parent / "pack/clinician/tides.pdf")
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())

    assert "/StructTreeRoot" in paper.root_object
    assert paper.metadata is not None
    assert paper.metadata.title == "When is high water?"
    for words in (*CLAIMS, NAME, "twice a day. [1]", "It comes twice. (seen)", "The board, seen on 2026-11-20"):
        assert words in text, words


def test_who_agrees_with_all_of_it_and_signs_is_named_on_the_page(docs: Path, capsys: pytest.CaptureFixture[str]):
    assert take_back(docs, filled(docs, agree, sign())) is None

    assert "signed by Dr Ada Byron" in capsys.readouterr().out
    assert front(docs) | {"title": ""} == {
        "title": "",
        "description": "When the water is high.",
        "sources_checked": datetime.date(2026, 11, 22),
        "review_by": datetime.date(2027, 11, 22),
        "status": "reviewed",
        "reviewer": "Dr Ada Byron, Clinical psychologist, HCPC PYL0",
        "reviewed": TODAY,
    }
    assert (docs / "tides.md").read_text("utf-8").endswith(PAGE.partition("---\n\n")[2])


def test_a_lawyer_signs_for_the_law_and_not_for_the_rest(docs: Path):
    assert take_back(docs, filled(docs, agree, sign(title="Solicitor: public law"), role="lawyer")) is None

    assert front(docs)["status"] == "unreviewed"
    assert front(docs)["law_reviewer"] == "Dr Ada Byron, Solicitor: public law, HCPC PYL0"
    assert front(docs)["law_reviewed"] == TODAY


def test_who_agrees_and_does_not_sign_is_not_named(docs: Path, capsys: pytest.CaptureFixture[str]):
    assert take_back(docs, filled(docs, agree)) is None

    assert "nobody has signed" in capsys.readouterr().out
    assert front(docs)["status"] == "unreviewed"


def test_corrections_are_a_list_with_their_lines_and_no_page_is_signed(docs: Path, capsys: pytest.CaptureFixture[str]):
    fills = [
        box(1, "Correct", "It comes every 12 hours and 25 minutes."),
        box(2, "Strike"),
        box(3, "Agree"),
        box(4, "Agree"),
    ]
    assert take_back(docs, filled(docs, *fills, sign())) is None

    assert capsys.readouterr().out.splitlines() == [
        "docs/tides.md:10: correct claim 1: High water comes twice a day.",
        "    It comes every 12 hours and 25 minutes.",
        "docs/tides.md:12: strike claim 2: Ask at the quay.",
        "Correct these, record the change, and ask for a signature with a new pack. No page was changed.",
    ]
    assert (docs / "tides.md").read_text("utf-8") == PAGE


def test_a_quiz_is_decided_on_too(docs: Path, capsys: pytest.CaptureFixture[str]):
    fills = [box(1, "Correct", "It is not.")]
    assert take_back(docs, filled(docs, *fills, page="a-quiz", role="lawyer")) is None

    assert capsys.readouterr().out.startswith("docs/_data/quizzes/a-quiz.yml:11:")


def forget(number: int) -> Fill:
    return lambda word: word.tables[0].rows[number]._tr.getparent().remove(word.tables[0].rows[number]._tr)


def rewrite(word: Word) -> None:
    word.tables[0].rows[1].cells[1].text = "High water comes once a day."


def find_better_source(word: Word) -> None:
    word.tables[0].rows[3].cells[2].text = "A survey of all harbours."


def take_over(word: Word) -> None:
    word.core_properties.subject = word.core_properties.subject.replace("tides", "a-quiz")


@pytest.mark.parametrize(
    ("fills", "reason"),
    [
        ([sign()], "no box is marked at claim 1, 2, 3, 4"),
        ([box(1, "Agree"), sign()], "no box is marked at claim 2, 3, 4"),
        ([agree, box(2, "Strike"), sign()], "more than one box is marked at claim 2"),
        ([agree, sign(), box(1, "Correct")], "more than one box is marked at claim 1"),
        ([agree, sign(name="")], "the signature is not whole: Name"),
        ([agree, sign(title="", body="")], "the signature is not whole: Qualification, Registered with, and number"),
        ([agree, sign(read="")], "the signature is not whole: I have read the whole page: write yes"),
        ([agree, sign(read="no")], "'no' stands where it should say 'yes'"),
        ([agree, sign(name="A. B.")], "'A. B.' is not the whole name of a person"),
        ([agree, sign(date="26 November")], "'26 November' is not a date such as 2026-11-26"),
        ([agree, sign(date="2026-11-27")], "the date 2026-11-27 is not between 2026-11-26"),
        ([agree, sign(date="2025-11-26")], "the date 2025-11-26 is not between 2026-11-26"),
        ([agree, sign(), rewrite], "the table of claims was changed (claim 1)"),
        ([agree, sign(), find_better_source], "the table of claims was changed (claim 3)"),
        ([agree, sign(), forget(4)], "the table of claims was changed (a claim that is missing)"),
        ([agree, sign(), take_over], "the page 'a-quiz' says something else now"),
    ],
)
def test_what_is_forged_or_half_filled_is_refused_in_words(docs: Path, fills: list[Fill], reason: str):
    refused = take_back(docs, filled(docs, *fills))

    assert refused is not None
    assert refused.startswith("tides.docx does not count:\n  - ")
    assert reason in refused
    assert (docs / "tides.md").read_text("utf-8") == PAGE


def test_a_correction_says_what_it_should_be(docs: Path):
    refused = take_back(docs, filled(docs, box(1, "Correct"), *(box(number, "Agree") for number in (2, 3, 4))))

    assert refused is not None
    assert "the last column does not say what it should be instead at claim 1" in refused


def test_nobody_signs_a_page_that_says_something_else_now(docs: Path):
    path = filled(docs, agree, sign())
    (docs / "tides.md").write_text(PAGE.replace("twice", "once"), "utf-8")
    refused = take_back(docs, path)

    assert refused is not None
    assert "the page 'tides' says something else now than on 2026-11-26, when the document was made" in refused


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"High water", None])
def test_another_file_is_refused_in_one_line(docs: Path, tmp_path: Path, content: bytes | None):
    path = tmp_path / "other.docx"
    if content is None:
        Document().save(str(path))
    else:
        path.write_bytes(content)
    refused = take_back(docs, path)

    assert refused is not None
    assert refused.startswith("other.docx is no ")
    assert "\n" not in refused


def test_a_document_of_a_page_that_is_gone_is_refused(docs: Path):
    path = filled(docs, agree, sign())
    (docs / "tides.md").unlink()

    assert take_back(docs, path) == "tides.docx is about a page 'tides' for a clinician, and there is none"


def test_a_page_that_is_not_there_is_said_with_its_neighbour(docs: Path, tmp_path: Path):
    assert pack(docs, ["tide"], tmp_path / "other") == "there is no page 'tide'; did you mean 'tides'?"


def test_the_command_says_how_it_is_written():
    assert "make review-import FILE=" in str(main([]))
    assert main(["import", "nowhere.docx"]) == "there is no file nowhere.docx"


def test_nobody_has_signed_our_own_pages_yet():
    """As long as nobody has, no page may say so."""
    fields = [get_data(path.read_text("utf-8"))[1] for path in (ROOT / "docs").rglob("*.md")]
    assert not [one for one in fields if {"reviewer", "law_reviewer"} & set(one)]
    assert BOXES == ("Agree", "Correct", "Strike")
    assert yaml.safe_load(ROUTES)
