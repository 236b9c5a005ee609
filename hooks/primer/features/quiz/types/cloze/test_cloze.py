"""Gaps stand where the text has them, and are counted like that."""

from __future__ import annotations

from primer.features.quiz.shapes import Gaps
from primer.features.quiz.types.cloze.type import TYPE
from tests.question_types import STRINGS, example, maker

TURNED = "It is {repair} and {strain}."


def test_a_gap_stands_where_the_text_has_it() -> None:
    pieces = TYPE.body(example(TYPE), "q", maker()).pieces

    assert [piece if isinstance(piece, str) else f"<{piece.id}>" for piece in pieces] == [
        "A strain between you is called a ",
        "<strain>",
        ", and putting it right is called ",
        "<repair>",
        ".",
    ]


def test_gaps_are_counted_as_they_stand_and_not_as_they_are_listed() -> None:
    parts = TYPE.body(example(TYPE, text=TURNED), "q", maker()).parts

    assert [(part.id, part.number) for part in parts] == [("repair", 1), ("strain", 2)]


def test_the_shape_names_gaps_as_the_page_does() -> None:
    question = example(TYPE, text=TURNED)
    [shape] = TYPE.shapes(question, STRINGS)

    assert isinstance(shape, Gaps)
    parts = TYPE.body(question, "q", maker()).parts
    assert [(gap.id, gap.label) for gap in shape.gaps] == [(part.id, str(part.label_html)) for part in parts]
