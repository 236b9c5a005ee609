"""What belongs to an item is chosen from one list, the same for all items."""

from __future__ import annotations

from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.match.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def test_what_belongs_to_items_is_listed_by_name_with_the_distractors() -> None:
    parts = TYPE.body(example(TYPE), "q", maker()).parts

    assert [[str(option.text_html) for option in part.options] for part in parts] == [
        ["bond", "fees", "goals", "tasks"]
    ] * 3
    assert [str(part.right_html) for part in parts] == ["goals", "tasks", "bond"]
    assert [[str(option.text_html) for option in part.options if option.correct] for part in parts] == [
        ["goals"],
        ["tasks"],
        ["bond"],
    ]


def test_what_differs_in_case_alone_has_an_order_too() -> None:
    spelt = ["bond", "bonD", "boNd", "bOnd", "Bond", "BOND", "bONd", "boND"]
    question = example(TYPE).model_copy(update={"distractors": tuple(spelt)})  # 'bond' belongs to an item

    shown = TYPE.body(question, "q", maker()).parts[0].options
    assert [str(option.text_html) for option in shown] == [*sorted(spelt), "goals", "tasks"]


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["What you want from therapy: goals", "What you do to get there: tasks", "How you get on: bond"],
        [],
    )
