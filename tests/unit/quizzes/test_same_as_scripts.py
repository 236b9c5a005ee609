"""The build compares texts and numbers as the scripts do: tests/node/answers.test.js reads the same cases."""

from __future__ import annotations

import json

import pytest
from primer.features.quiz.question import normalised
from primer.features.quiz.types.numeric.type import is_within

from tests.building import ROOT

CASES = json.loads((ROOT / "tests/node/normalised.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "compared"), CASES["normalised"])
def test_a_text_is_normalised_as_in_the_browser(text: str, compared: str):
    assert normalised(text) == compared


@pytest.mark.parametrize(("value", "other", "tolerance", "within"), CASES["within"])
def test_a_number_is_within_a_tolerance_as_in_the_browser(value: float, other: float, tolerance: float, within: bool):
    assert is_within(value, other, tolerance) == within
