"""An abbreviation does not part a figure from the source of its sentence."""

from __future__ import annotations

import pytest

from tests.property.strategies import REFERENCES
from tests.rendering import content_of, render

CONTENT = content_of(references=REFERENCES)


def problems(markdown: str) -> list[str]:
    return [str(problem).splitlines()[0] for problem in render(markdown, CONTENT).page.report]


@pytest.mark.parametrize(
    "sentence",
    [
        "999 of them, says Dr. Smith, hid it [@nobody-2001:one].",
        "999 of them, says Dr. J. R. Smith, hid it [@nobody-2001:one].",
        "They were 40 vs. 999 [@nobody-2001:one].",
        "Some, e.g. 999 of them, hid it [@nobody-2001:one].",
        "Some (i.e. 999 of them) hid it [@nobody-2001:one].",
        "In the U.S. 999 hid it [@nobody-2001:one].",
        "Nobody et al. (2001) asked 999 people [@nobody-2001:one].",
        "999 said so to Nobody et al. [@nobody-2001:one] The rest did not.",
        "It was approx. 999 [@nobody-2001:one].",
        "It was ca. 999 [@nobody-2001:one].",
        "It was c. 999 [@nobody-2001:one].",
        "No. 999 hid it [@nobody-2001:one].",
        "See pp. 999 [@nobody-2001:one].",
        "See fig. 999 [@nobody-2001:one].",
        "At 3 p.m. 999 hid it [@nobody-2001:one].",
        "Prof. A. Ph.D. 999 hid it [@nobody-2001:one].",
        "They waited ... 999 hid it [@nobody-2001:one].",
        "On Nov. 999 [@nobody-2001:one].",
        "*Dr.* Smith counted 999 [@nobody-2001:one].",
    ],
)
def test_a_figure_is_checked_across_an_abbreviation(sentence: str):
    assert any(
        "'999' is in no finding of [@nobody-2001:one] [citation-figure]" in found for found in problems(sentence)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Of 50, 40 hid it [@nobody-2001:one]. There were 999 ships.",
        "There were 999 ships. Of 50, 40 hid it [@nobody-2001:one].",
        "Were there 999? No. Of 50, 40 hid it [@nobody-2001:one].",
        "There were 999 of each art. Of 50, 40 hid it [@nobody-2001:one].",
        "There were 999! Of 50, 40 hid it [@nobody-2001:one].",
    ],
)
def test_a_sentence_ends_where_no_abbreviation_does(text: str):
    assert problems(text) == []
