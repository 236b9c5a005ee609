"""The first words to say on a page stand beside its text."""

from __future__ import annotations

import pytest
from primer.kit.page import Words

from tests.rendering import content_of, render


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("No words.", None),
        ("> Stop.\n> Now, *please*.\n\n> Later.", Words("Stop. Now, please.", "")),
        ("## Say { #say }\n\n- A list\n\n    > Stop.", Words("Stop.", "say")),
        ("## Say { #say }\n\n### So { #so }\n\n> *To them:*\n> Stop.", Words("Stop.", "so")),
        (">\n\n> Stop.", Words("Stop.", "")),
    ],
)
def test_the_first_words_to_say_are_known_with_the_heading_above_them(markdown: str, words: Words | None):
    assert render(markdown, content_of()).page.first_words == words
