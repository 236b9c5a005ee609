"""Questions for tests: the example of each type, as its folder has it or with other fields, and a quiz of all."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import yaml
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question import Question
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import TYPES
from primer.features.quiz.shapes import Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, TextAnswer

from tests.building import ROOT
from tests.rendering import content_of, strings

Q = TypeVar("Q", bound=Question)

STRINGS = strings()


#: In the quiz of all types, what is chosen from stands in a section of its own, and so do some objectives.
CHOSEN = (OneOf, ManyOf, Pairs, Sequence, Groups)
WORDS = (Pairs, Gaps, TextAnswer, NumberAnswer)


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


def cases(type: QuestionType[Any]) -> list[dict[str, Any]]:
    """The example of a type, and what else there is to try in its folder."""
    more = type.folder / "cases.yml"
    return [example_fields(type), *(yaml.safe_load(more.read_text("utf-8")) if more.is_file() else [])]


def every_type() -> dict[str, Any]:
    """A quiz with all there is to try of each type, by type in alphabetical order."""
    quiz: dict[str, Any] = yaml.safe_load((ROOT / "tests/sites/questions/every-type.yml").read_text("utf-8"))
    return {**quiz, "questions": [placed(type, fields) for type in TYPES.values() for fields in cases(type)]}


def placed(type: QuestionType[Any], fields: dict[str, Any]) -> dict[str, Any]:
    """A question with a section and an objective of that quiz, and what to read; its first shape decides which."""
    question = read(type, fields)
    assert question, f"{type.folder.name}: a case is wrong"
    shape = type.shapes(question, STRINGS)[0]
    section = "choosing" if isinstance(shape, CHOSEN) else "writing"
    objective = "words" if isinstance(shape, WORDS) else "limits"
    see = {"see": "/index.md#limits"} if objective == "limits" else {}
    return {**fields, "section": section, "objective": objective, **see}


def states(type: str) -> dict[str, str]:
    """What a question says of itself when it is answered right, partly and wrong, by the cases of its grade.json."""
    answers = json.loads(TYPES[type].read("grade.json"))["answers"]
    found: dict[str, str] = {}
    for _, _, state, _ in answers:
        found.setdefault({"right": "right", "done": "right", "wrong": "wrong"}.get(state, "partly"), state)
    return {outcome: found[outcome] for outcome in ("right", "partly", "wrong") if outcome in found}


def is_scored(type: str) -> bool:
    """Whether answers to a type are ever worth something."""
    return any(credit is not None for _, credit, *_ in json.loads(TYPES[type].read("grade.json"))["answers"])
