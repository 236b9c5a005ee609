"""Write a quiz as PDF: a worksheet and its key, on A4, on US Letter and in large print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from primer.kit.strings import StringTable
from primer.outputs.exports.formats import Files, Writing
from primer.outputs.exports.paper.blocks import Run
from primer.outputs.exports.paper.letters import printable
from primer.outputs.exports.paper.model import Sheet
from primer.outputs.exports.paper.sheet import sheet
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.paper.typesetting import typeset

TEMPLATE = Path(__file__).with_name("paper.typ")
AS_WRITTEN = ("link", "picture", "language")
"""The fields that are no text to be set."""


def printed(writing: Writing, name: str, papers: Mapping[str, tuple[str, float]], *, is_key: bool) -> Files:
    """Return a quiz as PDF, on each paper in letters of its size, by what the name of its file ends with."""
    pages = sheet(writing)
    data = {"sheet": _data(pages), "words": _words(writing.quiz.strings), "is_key": is_key}
    return {
        f"{name}{ending}.pdf": typeset(
            {"main.typ": TEMPLATE.read_bytes(), **dict(pages.pictures)},
            {"sheet": json.dumps({**data, "paper": paper, "size": size})},
        )
        for ending, (paper, size) in papers.items()
    }


def _words(strings: StringTable) -> dict[str, str]:
    return {name: printable(text) for name, text in strings[PaperStrings].by_name().items()}


def _data(value: object) -> object:
    """Return what a sheet holds as JSON has it, in letters that our fonts have."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if not is_dataclass(value):
        return value
    found = {one.name: getattr(value, one.name) for one in fields(value) if one.name != "pictures"}
    data = {name: held if name in AS_WRITTEN else _data(held) for name, held in found.items()}
    return data if isinstance(value, Run | Sheet) else {"kind": type(value).__name__.lower(), **data}
