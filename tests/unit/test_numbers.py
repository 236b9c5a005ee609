"""Numbers are written as a language writes them."""

from __future__ import annotations

import pytest
from primer.core.numbers import percent, written


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [("en_GB", ".278", ".278"), ("es_ES", "-1.5", "-1,5"), ("de_CH", "1.5", "1.5"), ("uk_UA", "12", "12")],
)
def test_a_fraction_has_the_sign_of_the_language(locale: str, number: str, text: str):
    assert written(number, locale) == text


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("en_GB", "40", "40%"),
        ("de_DE", "40.5", "40,5\u00a0%"),
        ("fr_FR", "40", "40\u00a0%"),
        ("tr_TR", "40", "%40"),
        ("hi_IN", "40", "40%"),
    ],
)
def test_a_share_has_its_sign_where_the_language_puts_it(locale: str, number: str, text: str):
    assert percent(number, locale) == text
