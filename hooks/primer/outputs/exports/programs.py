"""Write quizzes as JSON for programs, with all that there is."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from primer.core.urls import Link
from primer.kit.exported import ExportedQuestion
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, Story, TextAnswer
from primer.outputs.exports.formats import Answered, Files, Format, Writing
from primer.outputs.exports.readme import about_lines, note_lines
from primer.text.rich import Rich

FILE = "quiz.json"
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]


def export(writing: Writing) -> Files:
    """Return the file of one quiz."""
    text = json.dumps(_quiz(writing), ensure_ascii=False, indent=1, allow_nan=False)
    return {FILE: f"{text}\n".encode()}


JSON = Format(
    id="json",
    files=(FILE,),
    writes=dict.fromkeys((OneOf, ManyOf, Pairs, Sequence, Groups, Gaps, TextAnswer, NumberAnswer, Essay, Story), ()),
    export=export,
)


def _quiz(writing: Writing) -> Json:
    quiz = writing.quiz
    return {
        "id": quiz.id,
        "title": quiz.title,
        "language": quiz.language,
        "version": quiz.version,
        "site": quiz.origin.name,
        "address": quiz.address,
        "draft": quiz.is_draft,
        "licence": value(quiz.licence),
        "sensitive": quiz.is_sensitive,
        "note": list(note_lines(quiz)),
        "about": list(about_lines(quiz)),
        "level": quiz.level,
        "minutes": quiz.minutes,
        "pass_mark": quiz.pass_mark,
        "shuffles": {"questions": quiz.shuffles_questions, "options": quiz.shuffles_options},
        "summary": value(quiz.summary),
        "introduction": value(quiz.introduction),
        "closing": value(quiz.closing),
        "objectives": value(quiz.objectives),
        "sections": value(quiz.sections),
        "questions": [_question(answered) for answered in writing.questions],
        "pictures": {f"media/{name}": b64encode(content).decode() for name, content in quiz.pictures},
    }


def _question(answered: Answered) -> Json:
    question: ExportedQuestion = answered.question
    return {
        "id": question.id,
        "number": question.number,
        "name": question.name,
        "type": question.type,
        "version": question.version,
        "weight": question.weight,
        "section": question.section.id if question.section else None,
        "objective": question.objective.id if question.objective else None,
        "prompt": value(question.prompt),
        "answer": {"shape": _WORD.sub("_", type(answered.shape).__name__).lower(), **_fields(answered.shape)},
        "hints": value(question.hints),
        "explanation": value(question.explanation),
        "read_more": value(question.see),
    }


def value(item: object) -> Json:
    """Return an item as JSON has it. Of a text with markup, both ways to read it; of a link, where it leads."""
    if isinstance(item, Rich):
        return {"html": item.html("media/"), "text": item.text}
    if isinstance(item, Link):
        return {"title": item.title, "address": item.url or None}
    if isinstance(item, tuple):
        return [value(part) for part in item]
    if is_dataclass(item):
        return _fields(item)
    if item is None or isinstance(item, str | int | float | bool):
        return item
    raise TypeError(f"nobody knows how {type(item).__name__} is written")


def _fields(item: object) -> dict[str, Json]:
    """Return the fields of an item, without the place in the file of its author."""
    assert is_dataclass(item)  # noqa: S101 - items are nothing else
    return {one.name: value(getattr(item, one.name)) for one in fields(item) if one.name != "at"}
