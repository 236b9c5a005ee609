"""An abbreviation does not part a figure from the source of its sentence."""

from __future__ import annotations

import pytest
from primer.text.figures import figures_in, numerals_of
from primer.text.sentences import Shortened, sentences

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


@pytest.mark.parametrize(
    ("locale", "text", "figures"),
    [
        ("en_GB", "14,587 of 1,234,567.5 people, 12.5% and .278", {"14587", "1234567.5", "12.5", ".278"}),
        ("en_IN", "1,00,000 people", {"100000"}),
        ("es_ES", "1.234 personas, el 12,5 % y 0,278", {"1234", "12.5", ".278"}),
        ("es_ES", "r = 0.278, p = 12.5", {".278", "12.5"}),
        ("de_CH", "1’234.5", {"1234.5"}),
        ("fr_FR", "1\u202f234 personnes, 12,5\u202f%", {"1234", "12.5"}),
        ("pl_PL", "1\u00a0234 osoby, 12,5%", {"1234", "12.5"}),
        ("hi_IN", "१२ लोग, १,२३४", {"12", "1234"}),
        ("ar_EG", "١٬٢٣٤ و ١٢٫٥", {"1234", "12.5"}),
        ("en_GB", "in 2001 234 people, A4 and DSM-5", {"2001", "234"}),
    ],
)
def test_a_figure_is_read_as_the_language_writes_it(locale: str, text: str, figures: set[str]):
    assert figures_in(text, numerals_of(locale)) == figures


SPANISH = Shortened(frozenset(["dr", "sra"]), frozenset(["pág"]))
GERMAN = Shortened(frozenset(["dr"]), frozenset(), has_ordinals=True)


@pytest.mark.parametrize(
    ("text", "shortened", "parts"),
    [
        ("Lo ocultan 40. ¿Por qué? ¡No se sabe! «Nadie» lo dice.", SPANISH, 4),
        ("Lo dice la Sra. Ruiz en la pág. 12. Óscar también.", SPANISH, 2),
        ("Am 3. Mai kam Dr. Meier. Übrigens: Es regnete.", GERMAN, 2),
        ("他们隐瞒了。为什么？不知道！", Shortened(), 3),
        ("هل يخفون؟ نعم. لا أحد يعرف.", Shortened(), 3),
        ("वे छिपाते हैं। क्यों? पता नहीं।", Shortened(), 3),
        ("It is small. and goes on", Shortened(), 1),
    ],
)
def test_sentences_end_in_every_script(text: str, shortened: Shortened, parts: int):
    assert len([part for part in sentences(text, shortened) if part]) == parts
