"""A deck opens in Anki itself, shows every card whole, and is updated by a later one."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given
from primer.outputs.exports.anki import ANKI, FILE, export, export_all
from primer.outputs.exports.archives import packed, unpacked
from primer.outputs.exports.formats import Writing
from primer.text.rich import Rich

from tests.exports.kept import AWKWARD, has_to_arrive, letters, our_writings, writing_of
from tests.exports.quizzes import exported, our_quizzes
from tests.property.strategies import examples
from tests.property.test_quiz_text import TEXTS, quiz_with
from tests.rendering import content_of

BUILT = 1_764_201_600


@pytest.fixture(autouse=True)
def _time_of_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(BUILT))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of Anki."""
    found = Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


def imported(collection: Collection, deck: bytes, folder: Path) -> dict[str, int]:
    """What Anki says of an import: how many notes are new, updated, or taken for what it has."""
    path = folder / FILE
    path.write_bytes(deck)
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False, with_deck_configs=False)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
    kinds = ("new", "updated", "duplicate", "conflicting", "first_field_match", "empty_first_field")
    return {kind: len(getattr(log, kind)) for kind in kinds if getattr(log, kind)}


def backs(collection: Collection) -> dict[str, str]:
    """What the answer of each card shows, its question included, by the id of the note."""
    found = {}
    for id in collection.find_cards(""):
        card = collection.get_card(id)
        assert card.question()
        found[card.note()["Id"]] = card.answer()
    return found


def missing(writing: Writing, shown: dict[str, str]) -> list[tuple[str, str]]:
    """What a card does not show that the table does not name."""
    assert {*shown} >= {answered.question.id for answered in writing.questions}
    texts = {id: composed(letters(html)) for id, html in shown.items()}
    return [
        (answered.question.id, text)
        for number, answered in enumerate(writing.questions)
        for text in has_to_arrive(ANKI, writing, number, as_html=True)
        if composed(text) not in texts[answered.question.id]
    ]


def composed(text: str) -> str:
    """A text with its marks on their letters, as Anki keeps it."""
    return unicodedata.normalize("NFC", text)


def test_every_card_of_every_type_is_shown_whole(collection: Collection, tmp_path: Path):
    writing = writing_of(ANKI)

    assert imported(collection, export(writing)[FILE], tmp_path) == {"new": len(writing.quiz.questions)}
    assert writing.left_out == ()
    assert missing(writing, backs(collection)) == []


def test_every_sign_arrives(collection: Collection, tmp_path: Path):
    text = AWKWARD + "[sound:x.mp3] [latex]x[/latex]"
    writing = writing_of(ANKI, text, text)
    imported(collection, export(writing)[FILE], tmp_path)

    assert missing(writing, backs(collection)) == []


def test_our_quizzes_are_one_file_with_a_deck_each(collection: Collection, tmp_path: Path):
    writings = our_writings(ANKI)
    questions = sum(len(writing.questions) for writing in writings)

    assert imported(collection, export_all(writings)[FILE], tmp_path) == {"new": questions}
    shown = backs(collection)
    assert [found for writing in writings for found in missing(writing, shown)] == []
    decks = {entry.name for entry in collection.decks.all_names_and_ids()}
    assert {f"Our site::{writing.quiz.title}" for writing in writings} <= decks
    assert imported(collection, export(writings[0])[FILE], tmp_path) == {"duplicate": len(writings[0].questions)}


def test_a_sensitive_deck_says_its_content_note_and_the_address_of_help(collection: Collection, tmp_path: Path):
    quiz = our_quizzes()["warning-signs-quiz"][1]
    imported(collection, export(ANKI.writing(quiz))[FILE], tmp_path)
    deck = collection.decks.by_name(f"Our site::{quiz.title}")

    assert deck is not None
    assert deck["desc"].startswith("Before you start: some of these questions describe harm")
    assert "https://example.org/base/help-now/" in deck["desc"]


def test_a_later_build_updates_and_nothing_doubles(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    writing = writing_of(ANKI)
    imported(collection, export(writing)[FILE], tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(BUILT + 1))
    later = changed(writing)

    assert imported(collection, export(later)[FILE], tmp_path) == {"updated": len(writing.questions)}
    assert all("Another reason" in html for html in backs(collection).values())
    assert collection.note_count() == collection.card_count() == len(writing.questions)


def test_with_an_equal_time_anki_keeps_the_old_text(collection: Collection, tmp_path: Path):
    writing = writing_of(ANKI)
    imported(collection, export(writing)[FILE], tmp_path)

    assert imported(collection, export(changed(writing))[FILE], tmp_path) == {"duplicate": len(writing.questions)}


def changed(writing: Writing) -> Writing:
    """The same quiz with another explanation for each question."""
    questions = (replace(one, explanation=Rich.plain("Another reason")) for one in writing.quiz.questions)
    return ANKI.writing(writing.quiz.only(*questions))


def test_a_picture_is_in_the_file(collection: Collection, tmp_path: Path):
    writing = writing_of(ANKI)
    picture = Rich('<img alt="High" src="\x1amoon.svg">', "High", ("moon.svg",))
    question = replace(writing.quiz.questions[0], prompt=picture)
    quiz = replace(writing.quiz.only(question), pictures=(("moon.svg", b"<svg/>"),))
    imported(collection, export(ANKI.writing(quiz))[FILE], tmp_path)

    assert 'src="moon.svg"' in backs(collection)["moon.one"]
    assert Path(collection.media.dir(), "moon.svg").read_bytes() == b"<svg/>"


def test_ids_come_from_ours_alone():
    writing = writing_of(ANKI)

    assert notes(export(writing)[FILE]) == {answered.question.id: BUILT for answered in writing.questions}


@given(TEXTS)
@examples(15)
def test_same_content_same_bytes(text: str):
    quiz = quiz_with("Moon", text, text)
    if quiz is None:
        return
    writing = ANKI.writing(exported(quiz, content=content_of(quizzes={"moon": quiz})))

    assert export(writing) == export(writing)
    assert len(notes(export(writing)[FILE])) == len(quiz.questions)


def notes(deck: bytes) -> dict[str, int]:
    """The time of each note in a file, by its GUID."""
    reader = sqlite3.connect(":memory:")
    reader.deserialize(unpacked(deck)["collection.anki2"])
    found = dict(reader.execute("select guid, mod from notes").fetchall())
    reader.close()
    return found


def test_a_broken_file_is_seen(collection: Collection, tmp_path: Path):
    writing = writing_of(ANKI)
    files = unpacked(export(writing)[FILE])
    twin = files["collection.anki2"].replace(b"What is said", b"What is gone")
    imported(collection, packed({**files, "collection.anki2": twin}), tmp_path)

    assert missing(writing, backs(collection))
    assert json.loads(files["media"]) == {}
    with pytest.raises(Exception, match=r"."):
        imported(collection, packed({**files, "collection.anki2": b"no database"}), tmp_path)
