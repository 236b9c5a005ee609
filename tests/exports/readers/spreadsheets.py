"""Reads the sheets for Brightspace, Blackboard and Wayground, from notes on them and from no exporter."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from io import BytesIO, StringIO

from openpyxl import load_workbook


class RefusedError(Exception):
    """What the platform would refuse."""


@dataclass
class Row:
    """A question as it arrives: its kind, its prompt, its answers with what is right, and all else that is said."""

    kind: str
    prompt: str
    id: str = ""
    answers: list[tuple[str, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


BRIGHTSPACE = {"WR", "SA", "M", "MC", "TF", "MS", "O"}
BLACKBOARD = {"MC", "MA", "TF", "ESS", "ORD", "MAT", "FIB", "FIB_PLUS", "NUM"}


def brightspace(sheet: bytes) -> list[Row]:
    """Return the questions of a sheet for Brightspace. Raises RefusedError."""
    if not sheet.startswith(b"\xef\xbb\xbf"):
        raise RefusedError("letters beyond ASCII are read as others")
    found: list[Row] = []
    for cells in csv.reader(StringIO(sheet.decode("utf-8-sig"))):
        name, *rest = (cell.removeprefix(" ") for cell in cells)
        if name.startswith("//"):
            continue
        if any(cell[:1] in ("=", "+", "-", "@") for cell in cells):
            raise RefusedError(f"a spreadsheet computes {cells}")
        if name == "NewQuestion":
            if rest[0] not in BRIGHTSPACE:
                raise RefusedError(f"there is no type {rest[0]}")
            found.append(Row(rest[0], ""))
        elif name == "QuestionText":
            found[-1].prompt = rest[0]
        elif name == "ID":
            found[-1].id = rest[0]
        elif name in ("Option", "Answer", "TRUE", "FALSE", "Choice", "Match", "Item"):
            found[-1].answers.append((name, *rest))
        elif name in ("Hint", "Feedback", "AnswerKey"):
            found[-1].said.append(rest[0])
        elif name not in ("Title", "Points", "Scoring", "InputBox"):
            raise RefusedError(f"there is no line {name}")
    return found


def blackboard(text: bytes) -> list[Row]:
    """Return the questions of a text for Blackboard. Raises RefusedError."""
    lines = text.decode().removesuffix("\r\n").split("\r\n")
    if len(lines) > 250:
        raise RefusedError("more than 250 lines")
    found = []
    for line in lines:
        if not line:
            raise RefusedError("an empty line")
        kind, prompt, *rest = (cell.removeprefix(" ") for cell in line.split("\t"))
        if kind not in BLACKBOARD:
            raise RefusedError(f"there is no type {kind}")
        if kind in ("MC", "MA", "MAT"):
            if len(rest) % 2:
                raise RefusedError("an answer without its other half")
            answers: list[tuple[str, ...]] = [*zip(rest[::2], rest[1::2], strict=True)]
            if kind != "MAT" and {half for _, half in answers} - {"correct", "incorrect"}:
                raise RefusedError("neither correct nor incorrect")
            found.append(Row(kind, prompt, answers=answers))
        else:
            if kind == "TF" and rest not in (["true"], ["false"]):
                raise RefusedError("neither true nor false")
            found.append(Row(kind, prompt, answers=[(one,) for one in rest]))
    return found


def wayground(book: bytes) -> list[Row]:
    """Return the questions of a spreadsheet for Wayground. Raises RefusedError."""
    [sheet] = load_workbook(BytesIO(book)).worksheets
    heads, *rows = map(list, sheet.iter_rows())
    names = [cell.value for cell in heads]
    if names[:3] != ["Question Text", "Question Type", "Option 1"]:
        raise RefusedError("other heads")
    found = []
    for row in rows:
        cells = dict(zip(names, row, strict=True))
        if any(cell.data_type == "f" for cell in row):
            raise RefusedError("a cell that is computed")
        options = [cells[f"Option {number}"].value for number in range(1, 6)]
        right = {int(number) for number in cells["Correct Answer"].value.split(",")}
        kind = cells["Question Type"].value
        if kind not in ("Multiple Choice", "Checkbox") or (kind == "Multiple Choice" and len(right) != 1):
            raise RefusedError(f"{len(right)} right answers to a {kind}")
        answers: list[tuple[str, ...]] = [
            (text, str(number in right)) for number, text in enumerate(options, start=1) if text
        ]
        found.append(Row(kind, cells["Question Text"].value, answers=answers, said=[cells["Answer explanation"].value]))
    return found
