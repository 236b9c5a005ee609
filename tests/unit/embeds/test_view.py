"""Which address an embed has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from primer.outputs.frames import embed_url

from tests.rendering import content_of


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.md", "embed/pages/home/"),
        ("trust/why.md", "embed/pages/why/"),
        ("trust/index.md", "embed/pages/trust/"),
        ("quizzes/index.md", "embed/pages/quizzes/"),
        ("quizzes/tides.md", "embed/quizzes/tides/"),
        ("quizzes/written.md", "embed/pages/written/"),
        ("other/tides.md", "embed/pages/tides/"),
    ],
)
def test_an_embed_lives_by_its_id(page: str, address: str):
    content = replace(content_of(), broken_quizzes=frozenset({"tides"}))

    assert embed_url(page, content) == address
