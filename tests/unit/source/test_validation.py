"""Complaints of pydantic, in terms of the author's file."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

import pytest
from primer.core.diagnostics import Report
from primer.core.model import AtLeast, Model, Slug, Text
from primer.core.validation import validate
from primer.core.yaml import load
from pydantic import Field

A_MAPPING = "a mapping (lines of 'name: value')"


class Leaf(Model):
    noun: ClassVar[str] = "a leaf"

    colour: Literal["green", "red"]
    veins: int = Field(1, ge=1, le=9)


class Part(Model):
    noun: ClassVar[str] = "a part"


class Twig(Part):
    type: Literal["twig"]
    leaves: tuple[Leaf, ...]
    by_name: dict[Slug, Leaf] | None = None


class Thorn(Part):
    type: Literal["thorn"]
    sharp_end: Text = Field(alias="sharp-end")
    size: float | bool = 1.0
    length: float = Field(1.0, allow_inf_nan=False)


class Branch(Model):
    noun: ClassVar[str] = "a branch"

    parts: Annotated[tuple[Annotated[Twig | Thorn, Field(discriminator="type")], ...], AtLeast(1, "parts")]
    tip: Leaf | None = None


def said(text: str) -> list[str]:
    report = Report()
    document = load(text, "b", report)
    assert document is not None
    assert (validate(Branch, document, "branch", report) is None) == bool(list(report))
    return [str(diagnostic).replace("\n    hint: ", " -> ") for diagnostic in report]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("parts: [{type: twig, leaves: [{colour: green}]}]", []),
        (
            "parts:\n  - type: twig\n    leaves:\n      - colour: green\n      - colour: gren\n",
            ["b:5:17: 'gren' is not a 'colour' that is known here [branch-unknown-value] -> one of: green, red"],
        ),
        (
            "parts:\n  - type: twig\n    leaves: [{colour: red, vein: 2}]\n",
            ["b:3:28: 'vein' is not a field of a leaf [branch-unknown-field] -> did you mean 'veins'?"],
        ),
        (
            "parts:\n  - type: twig\n    leaves: []\n    by_name: {top: {veins: 1}}\n",
            ["b:4:20: a leaf has no 'colour' [branch-missing-field] -> add 'colour: …'"],
        ),
        (
            "parts:\n  - type: twig\n    leaves: []\n    by_name: {Top: {colour: red}}\n",
            ["b:4:20: 'Top' is not what it should be: lower-case words joined by hyphens [branch-bad-value]"],
        ),
        (
            "parts:\n  - {type: thorn, sharp_end: x}\n",
            ["b:2:19: 'sharp_end' is not a field of a part [branch-unknown-field] -> did you mean 'sharp-end'?"],
        ),
        (
            "parts:\n  - {type: thorn, sharp-end: x, size: wide}\n",
            ["b:2:39: 'size' is text, it should be a number [branch-wrong-type]"],
        ),
        (
            f"parts:\n  - {{type: thorn, sharp-end: x, length: {'9' * 400}.0}}\n",
            ["b:2:41: 'length' is a number, it should be one of at most 308 digits [branch-wrong-type]"],
        ),
        (
            "parts:\n  - {sharp-end: x}\n",
            ["b:2:5: a part has no 'type' [branch-missing-field] -> add 'type: …'"],
        ),
        (
            "parts:\n  - {type: throne}\n",
            ["b:2:12: 'throne' is not a type that is known here [branch-unknown-value] -> one of: twig, thorn"],
        ),
        (
            "parts:\n  - {type: 5}\n",
            ["b:2:12: '5' is not a type that is known here [branch-unknown-value] -> one of: twig, thorn"],
        ),
        (
            "parts:\n  - twig\n  -\n",
            [
                f"b:2:5: an item of 'parts' is text, it should be {A_MAPPING} [branch-wrong-type]",
                f"b:3:4: an item of 'parts' is nothing, it should be {A_MAPPING} [branch-wrong-type]",
            ],
        ),
        ("parts: []\n", ["b:1:8: the number of parts is 0, it should be at least 1 [branch-too-few]"]),
        (
            "parts: []\ntip: {colour: red, veins: 10}\n",
            [
                "b:1:8: the number of parts is 0, it should be at least 1 [branch-too-few]",
                "b:2:27: 'veins' is 10, it should be at most 9 [branch-bad-value]",
            ],
        ),
        (
            "parts: [{type: twig, leaves: [{colour: red, veins: 1.5}]}]\n",
            ["b:1:52: 'veins' is a number, it should be a whole number [branch-wrong-type]"],
        ),
        (
            "parts: [{type: twig, leaves: [{colour: red, veins: true}]}]\n",
            ["b:1:52: 'veins' is true or false, it should be a whole number [branch-wrong-type]"],
        ),
        ("tip: {colour: red}\n", ["b:1:1: a branch has no 'parts' [branch-missing-field] -> add 'parts: …'"]),
        ("- a\n", ["b:1:1: this is a list, it should be a mapping (lines of 'name: value') [branch-wrong-type]"]),
    ],
)
def test_each_mistake_is_told_once_where_it_stands(text: str, problems: list[str]):
    assert said(text) == problems


@pytest.mark.parametrize(
    ("written", "hint"),
    [("12", '"12"'), ("true", '"true"'), ("2026-11-22", '"2026-11-22"'), ("1.10", None), ("[a]", None), ("null", None)],
)
def test_a_hint_for_text_can_be_typed(written: str, hint: str | None):
    [problem] = said(f"parts: [{{type: thorn, sharp-end: {written}}}]\n")

    typed: Any = problem.partition(" -> ")[2]
    assert typed == (f"write sharp-end: {hint}" if hint else "put the number in quotes" if written == "1.10" else "")
