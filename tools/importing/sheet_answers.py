"""Read the answers of a question in the sheets of our own exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tools.importing.answers import ANYTHING, RIGHT, Answer, NumberAnswer, choice, numeric, options, short_answer, typed
from tools.importing.items import Fields, ReadQuestion, Value
from tools.importing.keeping import as_gap
from tools.importing.plain_text import escaped
from tools.importing.rows import Row

ByRow = Mapping[str, Sequence[Row]]


def answers_of(type: str, rows: ByRow, question: ReadQuestion) -> Fields | None:
    """Return the fields that the rows of a question make; None where they are not those of its type."""
    reader = _READERS.get(type) or next((one for name, one in _BY_ROW.items() if name in rows), None)
    try:
        fields = reader(rows, question) if reader else None
    except (KeyError, ValueError):
        return None
    if fields and fields["type"] != type:
        question.lose(f"the type '{type}', which is '{fields['type']}' now")
    return fields


def _said(row: Row) -> Fields:
    return {"feedback": row.line("feedback")} if row["feedback"] else {}


def _options(rows: Sequence[Row]) -> list[Answer]:
    return [Answer(row.whole("text"), RIGHT * (row["right"] == "yes"), row.line("feedback")) for row in rows]


def _choice(rows: ByRow, question: ReadQuestion) -> Fields:
    return choice(_options(rows["option"]), question, is_single=True)


def _true_false(rows: ByRow, question: ReadQuestion) -> Fields:
    said = {row["right"]: row.line("feedback") for row in rows["option"]}
    [right] = [row["id"] for row in rows["option"] if row["right"] == "yes"]
    heard: Fields = {name: said[key] for name, key in (("right", "yes"), ("wrong", "no")) if said.get(key)}
    return {"type": "true-false", "answer": right == "true", **({"feedback": heard} if heard else {})}


def _match(rows: ByRow, question: ReadQuestion) -> Fields:
    pairs: list[Value] = [
        {"item": row.line("text"), "match": row.plain("belongs_to"), **_said(row)} for row in rows["pair"]
    ]
    others: list[Value] = [row.plain("text") for row in rows.get("distractor", ())]
    return {"type": "match", "pairs": pairs, **({"distractors": others} if others else {})}


def _order(rows: ByRow, question: ReadQuestion) -> Fields:
    found = sorted(rows["item"], key=lambda row: int(row["right"]))
    items: list[Value] = [{"text": row.line("text"), **_said(row)} for row in found]
    return {"type": "order", "items": items}


def _categorise(rows: ByRow, question: ReadQuestion) -> Fields:
    groups: list[Value] = [{"id": row["id"], "text": row.line("text")} for row in rows["group"]]
    items: list[Value] = [
        {"text": row.line("text"), "category": row["belongs_to"], **_said(row)} for row in rows["item"]
    ]
    return {"type": "categorise", "categories": groups, "items": items}


def _highlight(rows: ByRow, question: ReadQuestion) -> Fields:
    passage: list[Value] = []
    before = ""
    for row in rows["option"]:
        sentence: Fields = {"text": row.line("text"), **_said(row)}
        sentence |= {"correct": True} if row["right"] == "yes" else {}
        if row["speaker"] != before:
            sentence |= {"speaker": row.plain("speaker")} if row["speaker"] else {"paragraph": True}
        before = row["speaker"]
        passage.append(sentence)
    return {"type": "highlight", "passage": passage}


def _typed(rows: Mapping[str, Sequence[Row]]) -> list[Answer]:
    said = {row["right"]: row.line("feedback") for row in rows.get("verdict", ())}
    found = [Answer(_starless(row), RIGHT, said.get("yes", "")) for row in rows["accepted"]]
    found += [Answer(_starless(row), 0, row.line("feedback")) for row in rows.get("mistake", ())]
    return [*found, Answer(ANYTHING, 0, said.get("no", ""))]


def _starless(row: Row) -> str:
    return row.plain("text").replace("*", r"\*")


def _cloze(rows: ByRow, question: ReadQuestion) -> Fields:
    gaps: list[Fields] = []
    for gap_row in rows["gap"]:
        id = gap_row["id"]
        inside = {name: [row for row in those if row["belongs_to"] == id] for name, those in rows.items()}
        if inside.get("option"):
            listed: list[Value] = list(options(_options(inside["option"]), question, is_single=True, is_in_gap=True))
            gaps.append(as_gap(id, {"options": listed}))
        else:
            gaps.append(as_gap(id, typed(_typed(inside), question)))
    rest, marked = rows["text with gaps"][0].plain("text"), ""
    for number, gap in enumerate(gaps, start=1):
        before, stands, behind = rest.partition(f"[{number}]")
        if stands:
            marked, rest = marked + escaped(before, gaps=True) + f"{{{gap['id']}}}", behind
    marked += escaped(rest, gaps=True)
    return {"type": "cloze", "text": marked, "gaps": list(gaps)}


def _numeric(rows: ByRow, question: ReadQuestion) -> Fields:
    said = {row["right"]: row.line("feedback") for row in rows.get("verdict", ())}
    [number], [tolerance] = rows["number"], rows["tolerance"]
    found = [NumberAnswer(float(number["text"]), float(tolerance["text"]), RIGHT, said.get("yes", ""))]
    found += [NumberAnswer(float(row["text"]), 0, 0, row.line("feedback")) for row in rows.get("mistake", ())]
    found += [NumberAnswer(None, 0, 0, said.get("no", ""))]
    return numeric(found, [row.plain("text") for row in rows.get("unit", ())], question)


def _reflect(rows: ByRow, question: ReadQuestion) -> Fields:
    return {"type": "reflect", "model_answer": rows["model answer"][0].whole("text")}


def _scenario(rows: ByRow, question: ReadQuestion) -> Fields:
    steps: list[Value] = []
    for step in rows["step"]:
        fields: Fields = {"id": step["id"], "text": step.whole("text")}
        choices: list[Value] = [
            {"text": row.line("text"), "to": row["leads_to"], **_said(row)}
            for row in rows["choice"]
            if row["belongs_to"] == step["id"]
        ]
        fields |= {"choices": choices} if choices else {}
        fields |= {"outcome": step["right"]} if step["right"] else {}
        steps.append(fields)
    return {"type": "scenario", "steps": steps}


def _short_answer(rows: ByRow, question: ReadQuestion) -> Fields:
    return short_answer(_typed(rows), question)


_Reader = Callable[[ByRow, ReadQuestion], Fields]
_READERS: Mapping[str, _Reader] = {"highlight": _highlight, "true-false": _true_false}
"""What reads types of which the rows are those of a choice."""
_BY_ROW: Mapping[str, _Reader] = {
    "gap": _cloze,
    "option": _choice,
    "accepted": _short_answer,
    "number": _numeric,
    "pair": _match,
    "group": _categorise,
    "item": _order,
    "model answer": _reflect,
    "step": _scenario,
}
"""What reads any other type, by a row that it has."""
