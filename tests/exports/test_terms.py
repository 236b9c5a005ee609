"""The glossary leaves the site whole: for programs, for spreadsheets, for Anki, on paper."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from anki.collection import Collection
from primer.features.glossary.model import TERMS
from primer.outputs.exports.content import origin_of
from primer.outputs.exports.terms import CSV, DECK, GLOSSARY, JSON, PAPER, files_of_terms, terms_of
from pypdf import PdfReader

from tests.building import ROOT
from tests.exports.kept import letters, squeezed
from tests.exports.quizzes import ADDRESS, content_in
from tests.exports.test_anki import backs, imported
from tests.rendering import content_of, features


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files of our own glossary."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764201600")
    content = content_in(ROOT / "docs")
    origin = origin_of(content, ADDRESS, "Our site")
    return files_of_terms(terms_of(features(), content, origin), content, origin)


def test_every_term_is_in_every_file(files: dict[str, bytes], tmp_path: Path):
    terms = content_in(ROOT / "docs")[TERMS].items
    for_programs = {one["id"]: one for one in json.loads(files[f"{GLOSSARY}/{JSON}"])["terms"]}
    rows = {row["id"]: row for row in csv.DictReader(StringIO(files[f"{GLOSSARY}/{CSV}"].decode("utf-8-sig")))}
    collection = Collection(str(tmp_path / "collection.anki2"))
    assert imported(collection, files[f"{GLOSSARY}/{DECK}"], tmp_path) == {"new": len(terms)}
    cards = {id.partition(".")[2]: letters(html) for id, html in backs(collection).items()}
    collection.close()

    assert {*terms} == {*for_programs} == {*rows} == {*cards}
    for id, term in terms.items():
        one = for_programs[id]
        assert (one["term"], one["address"]) == (term.term, f"{ADDRESS}glossary/#{id}")
        assert rows[id]["term"] == term.term
        assert rows[id]["definition"].removeprefix("'") == one["definition"]["text"]
        assert squeezed(term.term) in cards[id]
        assert letters(one["definition"]["html"]) in cards[id]
        assert bool(one["sources"]["text"]) is bool(term.refs)


def test_a_glossary_without_terms_has_no_files(files: dict[str, bytes]):
    content = content_of()

    assert files_of_terms((), content, origin_of(content, None, "x")) == {}


def test_same_content_same_bytes(files: dict[str, bytes]):
    content = content_in(ROOT / "docs")
    origin = origin_of(content, ADDRESS, "Our site")

    assert files_of_terms(terms_of(features(), content, origin), content, origin) == files


def test_every_term_is_on_paper(files: dict[str, bytes]):
    text = squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(files[f"{GLOSSARY}/{PAPER}"])).pages))

    terms = content_in(ROOT / "docs")[TERMS].items.values()
    assert [term.term for term in terms if squeezed(term.term) not in text] == []
