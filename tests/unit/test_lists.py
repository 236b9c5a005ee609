"""Names stand beside each other as a language lists them."""

from __future__ import annotations

import pytest
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
