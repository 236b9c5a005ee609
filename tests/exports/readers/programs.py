"""Read the JSON of a quiz as a program would."""

from __future__ import annotations

import json
from typing import Any

from tests.exports.readers.reading import BrokenFileError, Read, Right, line, words


def read(data: bytes) -> dict[str, Read]:
    """Every question of a file by its id."""
    try:
        quiz = json.loads(data)
    except ValueError as error:
        raise BrokenFileError(str(error)) from error
    return {question["id"]: _question(question) for question in quiz["questions"]}


def _text(text: dict[str, str] | None) -> str:
    """A text, which has to say the same in both of its forms."""
    if text is None:
        return ""
    html, plain = text["html"], line(text["text"].replace(" | ", " "))
    if "<a " not in html and "<math" not in html and words(html).replace(" | ", " ") != plain:
        raise BrokenFileError(f"'{text['text']}' is not what '{text['html']}' says")
    return line(text["text"])


def _question(question: dict[str, Any]) -> Read:
    answer = question["answer"]
    kind, right, said = _KINDS[answer["shape"]](answer)
    return Read(
        kind=kind,
        prompt=_text(question["prompt"]),
        right=right,
        said={text: one for text, one in said.items() if one},
        general=_text(question["explanation"]),
        hints=tuple(map(_text, question["hints"])),
        weight=question["weight"],
    )


Answer = tuple[str, Right, dict[str, str]]


def _options(answer: dict[str, Any]) -> Answer:
    options = {_text(one["text"]): one for one in answer["options"]}
    right = frozenset(text for text, one in options.items() if one["correct"])
    said = {text: _text(one["feedback"]) for text, one in options.items()}
    return "options", {"right": right, "wrong": frozenset(options) - right}, said


def _verdicts(answer: dict[str, Any]) -> dict[str, str]:
    return {"yes": _text(answer["feedback"]["right"]), "no": _text(answer["feedback"]["wrong"])}


def _typed(answer: dict[str, Any]) -> Answer:
    mistakes = {line(one["text"]): _text(one["feedback"]) for one in answer["mistakes"]}
    right: Right = {"accepted": tuple(map(line, answer["accepted"])), "mistakes": tuple(mistakes)}
    return "text", right, {**mistakes, **_verdicts(answer)}


def _number(answer: dict[str, Any]) -> Answer:
    mistakes = {f"{one['value']:.15g}": _text(one["feedback"]) for one in answer["mistakes"]}
    units = tuple(map(line, answer["units"]))
    right: Right = {"value": answer["value"], "tolerance": answer["tolerance"], "units": units}
    return "number", right, {**mistakes, **_verdicts(answer)}


def _pairs(answer: dict[str, Any]) -> Answer:
    pairs: dict[str, Right] = {_text(one["text"]): _text(one["match"]) for one in answer["pairs"]}
    others = frozenset(_text(one["text"]) for one in answer["distractors"])
    return "pairs", {**pairs, "": others}, {_text(one["text"]): _text(one["feedback"]) for one in answer["pairs"]}


def _groups(answer: dict[str, Any]) -> Answer:
    names = {group["id"]: _text(group["text"]) for group in answer["groups"]}
    pairs: dict[str, Right] = {_text(one["text"]): names[one["group"]] for one in answer["items"]}
    said = {_text(one["text"]): _text(one["feedback"]) for one in answer["items"]}
    return "pairs", {**pairs, "": frozenset()}, said


def _order(answer: dict[str, Any]) -> Answer:
    items = {_text(one["text"]): _text(one["feedback"]) for one in answer["items"]}
    return "order", tuple(items), items


def _gaps(answer: dict[str, Any]) -> Answer:
    gaps: list[Right] = []
    said: dict[str, str] = {}
    for gap in answer["gaps"]:
        filling = gap["filling"]
        _, right, inside = _options(filling) if "options" in filling else _typed(filling)
        gaps.append(right)
        said |= {f"{gap['id']} {text}": one for text, one in inside.items()}
    return "gaps", tuple(gaps), said


def _essay(answer: dict[str, Any]) -> Answer:
    return "essay", _text(answer["model_answer"]), {}


def _story(answer: dict[str, Any]) -> Answer:
    said = {
        f"{step['id']} {_text(one['text'])} > {one['to']}": _text(one["feedback"])
        for step in answer["steps"]
        for one in step["choices"]
    }
    return "story", {_text(step["text"]): step["outcome"] or "" for step in answer["steps"]}, said


_KINDS = {
    "one_of": _options,
    "many_of": _options,
    "text_answer": _typed,
    "number_answer": _number,
    "pairs": _pairs,
    "groups": _groups,
    "sequence": _order,
    "gaps": _gaps,
    "essay": _essay,
    "story": _story,
}
