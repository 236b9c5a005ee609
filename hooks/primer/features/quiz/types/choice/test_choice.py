"""Options keep their ids in another order."""

from __future__ import annotations

import pytest

from primer.features.quiz.shapes import ManyOf, OneOf
from primer.features.quiz.structured_data import right_and_wrong
from primer.features.quiz.types.choice.type import TYPE
from tests.question_types import STRINGS, example, maker
from tests.rendering import content_of


def options(*texts: str, right: int = 1) -> list[dict[str, object]]:
    return [{"text": text, "correct": index < right, "feedback": "So."} for index, text in enumerate(texts)]


def ids(*texts: str) -> dict[str, str]:
    [part] = TYPE.body(example(TYPE, options=options(*texts)), "q", maker()).parts
    return {str(option.text_html): option.id for option in part.options}


def test_an_option_keeps_its_id_in_another_order_so_that_saved_answers_stay_right() -> None:
    assert ids("Moon", "Wind", "Fish") == ids("Fish", "Moon", "Wind")


def test_an_option_with_other_words_has_another_id() -> None:
    assert ids("Moon", "Wind")["Moon"] == ids("Moon", "Winds")["Moon"]
    assert ids("Moon", "Wind")["Wind"] != ids("Moon", "Winds")["Winds"]


@pytest.mark.parametrize(("right", "kind", "shape"), [(1, "Multiple choice", OneOf), (2, "Checkbox", ManyOf)])
def test_several_right_options_make_it_another_kind(right: int, kind: str, shape: type) -> None:
    question = example(TYPE, options=options("a", "b", "c", right=right))

    assert TYPE.edu_type(question) == kind
    assert [type(found) for found in TYPE.shapes(question, STRINGS)] == [shape]
    assert TYPE.body(question, "q", maker()).many is (right > 1)


def test_its_right_and_wrong_answers_in_words() -> None:
    shape = TYPE.shapes(example(TYPE), STRINGS)[0]

    assert right_and_wrong(shape, content_of()) == (
        ["They keep to the times you agreed"],
        ["They seem kind", "They say that you can trust them"],
    )
