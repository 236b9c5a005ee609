"""Gaps stand where the text has them, and are counted like that."""

from __future__ import annotations

from typing import Any

import pytest

from primer.features.quiz.shapes import Gaps
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.cloze.type import TYPE
from tests.question_types import STRINGS, example, example_fields, maker, read
from tests.rendering import content_of

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


def gap(text: str) -> dict[str, Any]:
    """The fields of a text with the gap 'one'."""
    found = {"id": "one", "accepted": ["moon"], "feedback": {"right": "Yes.", "wrong": "No."}}
    return example_fields(TYPE) | {"text": text, "gaps": [found]}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The **pull {one}** of *it*.", ["The <strong>pull ", "<one>", "</strong> of <em>it</em>."]),
        ("***{one}***", ["<strong><em>", "<one>", "</em></strong>"]),
        ("`{two}` and {one}", ["<code>{two}</code> and ", "<one>", ""]),
        (
            "<https://example.org/{two}> and {one}",
            ['<a href="https://example.org/{two}">https://example.org/{two}</a> and ', "<one>", ""],
        ),
        (r"\{two} and {one}", ["{two} and ", "<one>", ""]),
        (
            '<span data-gap="one"></span> {one}',
            ['&lt;span data-gap="one"&gt;&lt;/span&gt; ', "<one>", ""],
        ),
    ],
)
def test_a_gap_is_an_element_among_elements_and_text_where_nothing_can_stand(text: str, pieces: list[str]) -> None:
    question = read(TYPE, gap(text))

    assert question
    shown = TYPE.body(question, "q", maker()).pieces
    assert [str(piece) if isinstance(piece, str) else f"<{piece.id}>" for piece in shown] == pieces
    [shape] = TYPE.shapes(question, STRINGS)
    assert isinstance(shape, Gaps)
    assert [one.id for one in shape.gaps] == ["one"]


@pytest.mark.parametrize("text", ["`{one}`", "<https://example.org/{one}>", "``a {one}`` b", "[@x{one}]"])
def test_a_gap_where_nothing_can_stand_is_refused(text: str) -> None:
    assert read(TYPE, gap(text)) is None


def test_gaps_are_counted_as_they_stand_and_not_as_they_are_listed() -> None:
    parts = TYPE.body(example(TYPE, text=TURNED), "q", maker()).parts

    assert [(part.id, part.number) for part in parts] == [("repair", 1), ("strain", 2)]


def test_a_gap_is_called_by_its_sentence() -> None:
    text = 'You *and* I said "Stop." Is a {strain} & a {repair} the same? Then end.'

    assert TYPE.body(example(TYPE, text=text), "q", maker()).names == {
        "strain": "Gap 1: Is a … & a Gap 2 the same?",
        "repair": "Gap 2: Is a Gap 1 & a … the same?",
    }


def test_the_shape_names_gaps_as_the_page_does() -> None:
    question = example(TYPE, text=TURNED)
    [shape] = TYPE.shapes(question, STRINGS)

    assert isinstance(shape, Gaps)
    parts = TYPE.body(question, "q", maker()).parts
    assert [(gap.id, gap.label) for gap in shape.gaps] == [(part.id, str(part.label_html)) for part in parts]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["Gap 1: rupture", "Gap 2: repair"],
        [],
    )
