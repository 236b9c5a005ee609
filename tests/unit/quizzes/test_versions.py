"""A version changes with what is graded, and with nothing else: laws for every type of question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from primer.features.quiz.model import Quiz
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import TYPES
from primer.features.quiz.versions import question_version, quiz_version

from tests.question_types import example, example_fields, read

Fields = dict[str, Any]

#: Fields that say what readers are told, or where a question stands.
TOLD = {"feedback", "explanation", "hints", "see", "section", "objective"}
#: What every question can have beside what the example of its type says.
MORE = {"hints": ["Look.", "Look again."], "see": "/page.md#there", "section": "one", "objective": "one"}


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each text, number and truth of a question, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, value


def lists(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each list of two items or more, with its path."""
    if isinstance(value, list) and len(value) > 1:
        yield path, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from lists(inner, (*path, key))


def put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy with another value at a path."""
    if not path:
        return new
    key, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = put(value[key], tuple(rest), new)  # type: ignore[index]
    return copy


def renamed(value: Any, old: str, new: str) -> Any:
    """A copy in which an id is another one, everywhere."""
    if isinstance(value, dict):
        return {key: renamed(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner, old, new) for inner in value]
    if isinstance(value, str):
        return new if value == old else value.replace(f"{{{old}}}", f"{{{new}}}")
    return value


def changed(fields: Fields, path: tuple[str | int, ...], value: Any) -> Fields:
    """The fields with another value at a path; an id is another one wherever it is named."""
    if isinstance(value, bool):
        return put(fields, path, not value)
    if isinstance(value, int | float):
        return put(fields, path, value + 1)
    if path[-1] in ("id", "category", "to"):
        return renamed(fields, value, f"{value}-x")
    return put(fields, path, {"good": "mixed", "mixed": "poor", "poor": "good"}.get(value, f"{value} x"))


def is_told(type: QuestionType[Any], path: tuple[str | int, ...]) -> bool:
    return bool({*path} & {*TOLD, *type.told})


def fields_of(type: QuestionType[Any]) -> Fields:
    return example_fields(type) | MORE


def versions(
    type: QuestionType[Any], of: Callable[[Fields], Iterator[tuple[tuple[str | int, ...], Fields]]]
) -> Iterator[tuple[str, bool, bool]]:
    """The path of each change that keeps a question whole, whether it is about what is told, and about a version."""
    fields = fields_of(type)
    before = question_version(example(type, **MORE))
    for path, other in of(fields):
        question = read(type, other)
        if question is not None and path not in (("id",), ("type",)):
            yield "/".join(map(str, path)), is_told(type, path), question_version(question) != before


def edits(fields: Fields) -> Iterator[tuple[tuple[str | int, ...], Fields]]:
    return ((path, changed(fields, path, value)) for path, value in leaves(fields))


def turns(fields: Fields) -> Iterator[tuple[tuple[str | int, ...], Fields]]:
    return ((path, put(fields, path, value[::-1])) for path, value in lists(fields))


@pytest.mark.parametrize("type", TYPES.values(), ids=TYPES)
def test_a_version_changes_with_each_thing_that_is_graded_and_with_nothing_that_is_told(type: QuestionType[Any]):
    found = list(versions(type, edits))

    assert {is_told for _, is_told, _ in found} == {True, False}
    assert [path for path, is_told, is_other in found if is_told == is_other] == []


@pytest.mark.parametrize("type", TYPES.values(), ids=TYPES)
def test_a_version_changes_with_the_order_of_what_is_graded(type: QuestionType[Any]):
    found = list(versions(type, turns))

    assert [path for path, is_told, is_other in found if is_told == is_other] == []


def test_a_choice_changes_with_another_right_option_and_a_right_one_may_be_silent():
    choice = TYPES["choice"]
    options: list[Fields] = [{"text": "a", "correct": True}, {"text": "b", "feedback": "No."}]
    version = question_version(example(choice, options=options))

    assert version == question_version(example(choice, options=[options[0] | {"feedback": "Yes."}, options[1]]))
    assert version != question_version(example(choice, options=[options[0], options[1] | {"correct": True}]))


def test_two_types_of_question_with_the_same_words_have_other_versions():
    reflect = example(TYPES["reflect"])

    assert question_version(reflect) != question_version(example(TYPES["short-answer"], prompt=reflect.prompt))


def quiz(**other: Any) -> Quiz:
    types = [TYPES[name] for name in ("choice", "match", "reflect")]
    fields: Fields = {
        "title": "Tides",
        "summary": "Three questions.",
        "level": "introductory",
        "minutes": 2,
        "objectives": ({"id": "one", "text": "Say why."},),
        "questions": tuple(example(type, objective="one").model_dump() for type in types),
    }
    return Quiz.model_validate(fields | other)


PLAIN = quiz()
QUESTIONS = PLAIN.model_dump()["questions"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Other tides"},
        {"summary": "Three."},
        {"minutes": 9},
        {"level": "professional"},
        {"sensitive": True},
        {"introduction": "Begin."},
        {"closing": "End."},
        {"objectives": ({"id": "one", "text": "Say how."},)},
        {"shuffle": {"questions": True, "seed": 3}},
        {"questions": tuple(question | {"explanation": "Other."} for question in QUESTIONS)},
        {"questions": tuple(question | {"objective": None} for question in QUESTIONS)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_a_quiz_that_says_something_else_keeps_its_version(other: Fields):
    assert quiz_version(quiz(**other)) == quiz_version(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        {"pass_mark": 60},
        {"draw": ({"objective": "one", "number": 2},)},
        {"questions": QUESTIONS[:2]},
        {"questions": QUESTIONS[::-1]},
        {"questions": (QUESTIONS[0] | {"prompt": "What else?"}, *QUESTIONS[1:])},
        {"questions": (QUESTIONS[0] | {"id": "other"}, *QUESTIONS[1:])},
        {"questions": (QUESTIONS[0] | {"weight": 2}, *QUESTIONS[1:])},
    ],
    ids=lambda other: next(iter(other)),
)
def test_a_quiz_that_asks_something_else_has_another_version(other: Fields):
    assert quiz_version(quiz(**other)) != quiz_version(PLAIN)


def test_a_question_that_moves_out_of_a_pool_that_is_drawn_from_changes_the_quiz():
    draw = ({"objective": "one", "number": 1},)
    moved = (QUESTIONS[0] | {"objective": None}, *QUESTIONS[1:])

    assert quiz_version(quiz(draw=draw)) != quiz_version(quiz(draw=draw, questions=moved))
