"""Items are sorted into groups, and told why they belong there."""

from __future__ import annotations

from primer.features.quiz.shapes import Groups, Pairs
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.categorise.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_an_item_is_told_the_same_whether_it_was_right_or_wrong() -> None:
    part = TYPE.body(example(TYPE), "q", maker()).parts[1]

    assert part.said_to("right") == part.said_to("wrong") == "Secrets protect the wrong person."


def test_what_cannot_sort_matches_each_item_with_its_group() -> None:
    groups, pairs = TYPE.shapes(example(TYPE), STRINGS)

    assert isinstance(groups, Groups)
    assert isinstance(pairs, Pairs)
    names = {group.id: group.text for group in groups.groups}
    assert [(pair.text, pair.match) for pair in pairs.pairs] == [(one.text, names[one.group]) for one in groups.items]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        [
            "Sessions end on time: A usual limit",
            "They ask you to keep a secret: A warning sign",
            "They do not answer at night: A usual limit",
        ],
        [],
    )
