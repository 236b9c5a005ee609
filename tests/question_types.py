"""Questions for tests: the example of each type, as its folder has it or with other fields."""

from __future__ import annotations

from typing import Any, TypeVar

import yaml
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question import Question
from primer.features.quiz.question_type import QuestionType

from tests.rendering import content_of, strings

Q = TypeVar("Q", bound=Question)

STRINGS = strings()


def maker() -> BodyMaker:
    """What makes bodies for a page at the root of the site."""
    return BodyMaker(content_of(), "")


def example_fields(type: QuestionType[Any]) -> dict[str, Any]:
    """What the example of a type says."""
    fields: dict[str, Any] = yaml.safe_load((type.folder / "example.yml").read_text("utf-8"))
    return fields


def example(type: QuestionType[Q], **other: Any) -> Q:
    """The example of a type, with these fields instead of its own."""
    question = read(type, example_fields(type) | other)
    assert question
    return question


def read(type: QuestionType[Q], fields: dict[str, Any]) -> Q | None:
    """The question with these fields, as a file of an author is read; None where they break a rule."""
    document = load(yaml.safe_dump(fields, allow_unicode=True), "question.yml", Report())
    assert document
    return validate(type.model, document, "quiz", Report())
