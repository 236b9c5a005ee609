"""Words are divided in any script, as in a browser."""

from __future__ import annotations

import json

import pytest
from primer.publish.search.words import words_of

from tests.building import ROOT

#: The same that tests/node/search-words.test.js asks of the script.
WRITTEN = json.loads((ROOT / "tests/node/search-words.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "words"), WRITTEN)
def test_a_text_has_these_words(text: str, words: list[str]):
    assert words_of(text) == words
