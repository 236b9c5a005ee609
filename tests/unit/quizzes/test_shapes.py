"""What a question is reduced to carries what formats need, whatever its type."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from primer.core.model import prose, prose_texts
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import TYPES
from primer.features.quiz.shapes import Gaps, ManyOf, Markdown, OneOf, Pairs, Shape

from tests.question_types import STRINGS, example

every_type = pytest.mark.parametrize("type", TYPES.values(), ids=TYPES)


def parts(value: Any) -> Iterator[Any]:
    """A shape and everything in it."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


KINDS = {typing.get_origin(shape) for shape in typing.get_args(Shape)}


def shapes(type: QuestionType[Any]) -> tuple[Shape, ...]:
    return type.shapes(example(type), STRINGS)


@every_type
def test_no_shape_comes_twice_and_each_is_one_of_the_set(type: QuestionType[Any]):
    kinds = [found.__class__ for found in shapes(type)]

    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= KINDS


def test_the_types_of_our_own_use_every_shape():
    many = [{"text": text, "correct": True} for text in "ab"]
    [several] = TYPES["choice"].shapes(example(TYPES["choice"], options=many), STRINGS)
    used = {found.__class__ for type in TYPES.values() for found in shapes(type)}

    assert used | {several.__class__} == KINDS


@every_type
def test_no_two_things_in_a_list_have_one_id(type: QuestionType[Any]):
    for value in (part for shape in shapes(type) for part in parts(shape) if isinstance(part, tuple)):
        ids = [item.id for item in value if hasattr(item, "id")]
        assert len(ids) == len(set(ids))


@every_type
def test_what_one_is_chosen_of_has_one_right_option(type: QuestionType[Any]):
    for part in (part for shape in shapes(type) for part in parts(shape)):
        if isinstance(part, OneOf):
            assert sum(option.correct for option in part.options) == 1
        if isinstance(part, ManyOf):
            assert sum(option.correct for option in part.options) > 1


@every_type
def test_the_first_shape_holds_every_text_of_the_question_that_may_be_markdown(type: QuestionType[Any]):
    """All but those that every question has: the prompt, the hints and the explanation."""
    question = example(type)
    written = {text for path, text in prose(question) if path[0] not in ("prompt", "hints", "explanation")}
    first = next(iter(shapes(type)))

    assert {str(part) for part in parts(first) if isinstance(part, Markdown)} == written


@every_type
def test_what_readers_pick_from_is_named_once(type: QuestionType[Any]):
    for part in (part for shape in shapes(type) for part in parts(shape)):
        if isinstance(part, Pairs):
            assert not {pair.match for pair in part.pairs} & {other.text for other in part.distractors}
        if isinstance(part, Gaps):
            assert all(f"{{{gap.id}}}" in part.text for gap in part.gaps)


@every_type
def test_texts_are_found_without_their_paths_as_with_them(type: QuestionType[Any]):
    question = example(type)

    assert prose_texts(question) == [text for _, text in prose(question)]
    assert question.prompt in prose_texts(question)
