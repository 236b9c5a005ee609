"""Write quizzes as decks for Anki, a card a question.

Anki tells an old note from a new one by its GUID, and a changed one from the same one by its time alone: notes with
an equal time keep their old text without a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from hashlib import blake2s
from itertools import count
from sqlite3 import connect
from typing import TYPE_CHECKING

from markupsafe import escape

from primer.core.clock import moment
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Story, TextAnswer
from primer.kit.shapes import Sequence as Ordered
from primer.outputs.exports.archives import packed
from primer.outputs.exports.cards import Card, card
from primer.outputs.exports.formats import Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.readme import note_lines
from primer.outputs.exports.strings import ExportStrings

if TYPE_CHECKING:
    from genanki import Deck, Model

FILE = "anki.apkg"
_MODEL = 1_764_201_601
"""The id of our kind of note. Another one would be a new kind, and every card a new one."""
_STYLE = (
    ".card { font-family: sans-serif; font-size: 20px; line-height: 1.5; text-align: left; max-width: 38em; "
    "margin: 0 auto; padding: 0.5em; } img { max-width: 100%; }"
)
_BRACKET = "&#91;"
"""An opening bracket that begins no sound and no LaTeX: ``[sound:…]`` in a field is one."""


def export(writing: Writing) -> Files:
    """Return the deck of one quiz."""
    return {FILE: packed_decks([_deck(writing)], dict(writing.quiz.pictures))}


def export_all(writings: Sequence[Writing]) -> Files:
    """Return one file with a deck for each quiz."""
    pictures = {name: content for writing in writings for name, content in writing.quiz.pictures}
    return {FILE: packed_decks([_deck(writing) for writing in writings], pictures)}


ANKI = Format(
    id="anki",
    platform=Platform.ANKI,
    files=(FILE,),
    writes={
        OneOf: (Loss.FEEDBACK_TOGETHER,),
        ManyOf: (Loss.FEEDBACK_TOGETHER,),
        Pairs: (Loss.FEEDBACK_TOGETHER,),
        Ordered: (Loss.FEEDBACK_TOGETHER,),
        Groups: (Loss.FEEDBACK_TOGETHER,),
        Gaps: (Loss.FEEDBACK_TOGETHER,),
        TextAnswer: (),
        NumberAnswer: (),
        Essay: (),
        Story: (Loss.BRANCHING,),
    },
    loses=(Loss.LEARNER_MARKS,),
    export=export,
    export_all=export_all,
    files_of_all=(FILE,),
    libraries=("genanki",),
    is_dated=True,
)


def deck(
    id: str, name: str, cards: Iterable[tuple[str, Card, Sequence[str]]], words: ExportStrings, above: str = ""
) -> Deck:
    """Return a deck of cards, each with the id that it keeps and its tags; Anki shows what stands above them."""
    # a build without the extra packages can load this module, because others ask what the format loses
    from genanki import Deck, Note

    made, model = Deck(stable_number(id), name, str(escape(above))), _model(words)
    for guid, one, tags in cards:
        fields = [side.replace("[", _BRACKET) for side in (str(one.front), str(one.hint), str(one.back))]
        made.add_note(Note(model, [guid, *fields], guid=guid, tags=[_tag(tag) for tag in tags]))
    return made


def packed_decks(decks: Sequence[Deck], pictures: Mapping[str, bytes]) -> bytes:
    """Return the file of some decks, written at the time of the build."""
    from genanki import Package  # as above

    seconds, names = int(moment().timestamp()), sorted(pictures)
    with closing(connect(":memory:")) as collection:  # `write_to_file` waits for a disk, three times a deck
        Package(decks).write_to_db(collection.cursor(), seconds, count(seconds * 1000))
        collection.commit()
        files = {"collection.anki2": collection.serialize()}
    files["media"] = json.dumps({str(index): name for index, name in enumerate(names)}).encode()
    return packed(files | {str(index): pictures[name] for index, name in enumerate(names)})


def stable_number(id: str) -> int:
    """Return the number that stands for an id in every build, as large as those that Anki makes."""
    return int.from_bytes(blake2s(id.encode(), digest_size=5).digest())


def _deck(writing: Writing) -> Deck:
    quiz = writing.quiz
    name = "::".join(part.replace("::", ":") for part in (quiz.origin.name, quiz.title))
    level = f"level-{quiz.level}"
    cards = (
        (answered.question.id, card(answered, quiz), (f"quiz-{quiz.id}", level, f"type-{answered.question.type}"))
        for answered in writing.questions
    )
    return deck(quiz.id, name, cards, quiz.strings[ExportStrings], above=" ".join(note_lines(quiz)))


def _model(words: ExportStrings) -> Model:
    from genanki import Model  # as above

    front = (
        f'{{{{Front}}}}{{{{#Hint}}}}<details class="hint"><summary>{words.card_hint}</summary>{{{{Hint}}}}</details>'
        "{{/Hint}}"
    )
    return Model(
        _MODEL,
        words.card_kind,
        fields=[{"name": name} for name in ("Id", "Front", "Hint", "Back")],
        templates=[{"name": words.card, "qfmt": front, "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}],
        css=_STYLE,
    )


def _tag(text: str) -> str:
    return "-".join(text.split())
