"""A number is written as its author wrote it, with its unit."""

from __future__ import annotations

import pytest

from primer.features.quiz.shapes import NumberAnswer, TextAnswer
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.numeric.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_a_number_is_written_as_the_author_wrote_it() -> None:
    body = TYPE.body(example(TYPE), "q", maker())

    assert str(body.parts[0].right_html) == "12 sessions"
    assert body.read["units"] == ("sessions", "session")
    assert ("I think", "~") in body.read["signs"]
    assert body.parts[0].mistakes == ("4",)


@pytest.mark.parametrize(
    ("unit", "units", "accepted"),
    [
        ("sessions", ["session"], ("12 sessions", "12", "12 session")),
        (None, [], ("12",)),
        (None, ["session"], ("12", "12 session")),
    ],
)
def test_what_knows_no_numbers_takes_what_readers_type(
    unit: str | None, units: list[str], accepted: tuple[str, ...]
) -> None:
    question = example(TYPE, unit=unit, units=units)
    number, text = TYPE.shapes(question, STRINGS)

    assert isinstance(number, NumberAnswer)
    assert isinstance(text, TextAnswer)
    assert text.accepted == accepted
    assert str(TYPE.body(question, "q", maker()).parts[0].right_html) == accepted[0]


@pytest.mark.parametrize(("unit", "units"), [("%", []), ("in 100", []), ("people", ["Per Cent"])])
def test_whoever_writes_a_share_of_a_hundred_is_answered_in_any_spelling(unit: str, units: list[str]) -> None:
    body = TYPE.body(example(TYPE, unit=unit, units=units), "q", maker())

    assert {unit, "%", "per cent", "in 100", "out of 100", "/100"} <= set(body.read["units"])
    assert "%" not in TYPE.body(example(TYPE, unit="minutes"), "q", maker()).read["units"]


def test_a_word_for_a_sign_comes_before_those_that_begin_it() -> None:
    words = [word for word, _ in TYPE.body(example(TYPE), "q", maker()).read["signs"]]

    assert words.index("a half") < words.index("half")


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["12 sessions"],
        ["4"],
    )
