"""Which address an embed has."""

from __future__ import annotations

import pytest

from tests.rendering import broken


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
    assert broken("tides").embed_of(page) == address
