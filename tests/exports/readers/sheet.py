"""Read sheets as spreadsheets do, and refuse cells that would be computed."""

from __future__ import annotations

import csv
from io import StringIO

from tests.exports.readers.reading import BrokenFileError, Read, Right, line

MARK = b"\xef\xbb\xbf"


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a sheet, with the texts that they stand for."""
    if not data.startswith(MARK):
        raise BrokenFileError("Excel takes a file without the mark for another encoding")
    found = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    return [{name: _text(cell) for name, cell in row.items()} for row in found]


def _text(cell: str | None) -> str:
    if cell is None:
        raise BrokenFileError("a row has too few cells")
    if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        raise BrokenFileError(f"'{cell}' would be computed")
    return cell.removeprefix("'")


def around(data: bytes) -> list[tuple[str, str]]:
    """What stands around the questions."""
    return [(row["row"], line(row["text"])) for row in rows(data) if not row["question"]]


def read(data: bytes) -> dict[str, Read]:
    """Every question of a sheet by its id."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows(data):
        if row["question"]:
            found.setdefault(row["question"], []).append({name: line(text) for name, text in row.items()})
    return {id: _question(those) for id, those in found.items()}


def _question(all: list[dict[str, str]]) -> Read:
    by_row: dict[str, list[dict[str, str]]] = {}
    for row in all:
        by_row.setdefault(row["row"], []).append(row)
    kind, right = _right(by_row)
    said = {_answer(row): row["feedback"] for row in all if row["feedback"] and row["row"] != "verdict"}
    verdicts = {row["right"]: row["feedback"] for row in by_row.get("verdict", []) if not row["belongs_to"]}
    gap_verdicts = {
        f"{row['belongs_to']} {row['right']}": row["feedback"] for row in by_row.get("verdict", []) if row["belongs_to"]
    }
    return Read(
        kind=kind,
        prompt=by_row["prompt"][0]["text"],
        right=right,
        said={**said, **verdicts, **gap_verdicts},
        general=by_row["explanation"][0]["text"],
        hints=tuple(row["text"] for row in by_row.get("hint", [])),
        weight=float(all[0]["weight"]),
    )


def _answer(row: dict[str, str]) -> str:
    """What an answer is called: in gaps and in stories, the same can be there twice."""
    if row["row"] in ("option", "mistake") and row["belongs_to"]:
        return f"{row['belongs_to']} {row['text']}"
    return f"{row['belongs_to']} {row['text']} > {row['leads_to']}" if row["row"] == "choice" else row["text"]


def _right(rows: dict[str, list[dict[str, str]]]) -> tuple[str, Right]:  # noqa: PLR0911 - one for each kind
    if "gap" in rows:
        return "gaps", tuple(_gap(gap["id"], rows) for gap in rows["gap"])
    if "option" in rows:
        return "options", _options(rows["option"])
    if "accepted" in rows:
        return "text", _typed(rows)
    if "number" in rows:
        units = tuple(row["text"] for row in rows.get("unit", []))
        [value], [tolerance] = rows["number"], rows["tolerance"]
        return "number", {"value": float(value["text"]), "tolerance": float(tolerance["text"]), "units": units}
    if "pair" in rows:
        others = frozenset(row["text"] for row in rows.get("distractor", []))
        return "pairs", {**{row["text"]: row["belongs_to"] for row in rows["pair"]}, "": others}
    if "group" in rows:
        names = {row["id"]: row["text"] for row in rows["group"]}
        return "pairs", {**{row["text"]: names[row["belongs_to"]] for row in rows["item"]}, "": frozenset()}
    if "item" in rows:
        return "order", tuple(row["text"] for row in sorted(rows["item"], key=lambda row: int(row["right"])))
    if "model answer" in rows:
        return "essay", rows["model answer"][0]["text"]
    return "story", {step["text"]: step["right"] for step in rows["step"]}


def _options(rows: list[dict[str, str]]) -> Right:
    right = frozenset(row["text"] for row in rows if row["right"] == "yes")
    return {"right": right, "wrong": frozenset(row["text"] for row in rows) - right}


def _typed(rows: dict[str, list[dict[str, str]]]) -> Right:
    return {
        "accepted": tuple(row["text"] for row in rows["accepted"]),
        "mistakes": tuple(row["text"] for row in rows.get("mistake", [])),
    }


def _gap(id: str, rows: dict[str, list[dict[str, str]]]) -> Right:
    inside = {name: [row for row in those if row["belongs_to"] == id] for name, those in rows.items()}
    return _options(inside["option"]) if inside.get("option") else _typed(inside)
