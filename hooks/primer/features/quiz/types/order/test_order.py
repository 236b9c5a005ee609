"""Items to put in order are mixed, always in the same way."""

from __future__ import annotations

import pytest

from primer.features.quiz.shapes import Pairs, Sequence
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.order.type import TYPE
from tests.question_types import STRINGS, example, example_fields, maker
from tests.rendering import content_of

ITEMS = example_fields(TYPE)["items"]


def test_items_are_never_shown_in_their_right_order_and_always_in_the_same_one() -> None:
    body = TYPE.body(example(TYPE), "q", maker())

    assert [item.place for item in body.in_order] == [1, 2, 3]
    assert [item.place for item in body.items] != [1, 2, 3]
    assert sorted(item.place for item in body.items) == [1, 2, 3]
    assert body == TYPE.body(example(TYPE), "q", maker())


@pytest.mark.parametrize("turn", range(3))
def test_an_order_that_would_come_out_right_is_turned(turn: int) -> None:
    """Every way to write three items gives an order to put right."""
    body = TYPE.body(example(TYPE, items=[*ITEMS[turn:], *ITEMS[:turn]]), "q", maker())

    assert [item.place for item in body.items] != [1, 2, 3]


def test_what_cannot_order_matches_each_item_with_its_number() -> None:
    sequence, pairs = TYPE.shapes(example(TYPE), STRINGS)

    assert isinstance(sequence, Sequence)
    assert isinstance(pairs, Pairs)
    assert [(pair.text, pair.match) for pair in pairs.pairs] == [
        (item.text, str(place)) for place, item in enumerate(sequence.items, start=1)
    ]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["Ask yourself whether you are safe", "Write down what was said", "Decide whether to raise it"],
        [],
    )
