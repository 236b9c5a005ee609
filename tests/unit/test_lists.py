"""Names stand beside each other as a language lists them."""

from __future__ import annotations

import re

import pytest
from babel.localedata import locale_identifiers
from primer.core.lists import listed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "helm, tiller, wheel"),
        ("es", "helm, tiller y wheel"),
        ("uk", "helm, tiller і wheel"),
        ("tlh", "helm, tiller, wheel"),
    ],
)
def test_three_names(language: str, text: str):
    assert listed(["helm", "tiller", "wheel"], language) == text


def test_one_name_and_none():
    assert (listed(["helm"], "en"), listed([], "en")) == ("helm", "")


def test_each_name_is_there_once_in_every_language():
    wrong = [
        (language, written)
        for language in locale_identifiers()
        for number in range(1, 5)
        if sorted(re.findall(r"#\d", written := listed([f"#{n}" for n in range(number)], language.replace("_", "-"))))
        != [f"#{n}" for n in range(number)]
    ]
    assert wrong == []
