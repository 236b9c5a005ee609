"""What stands between the brackets of a citation."""

from __future__ import annotations

import pytest
from primer.text.citing import Citation, parse


@pytest.mark.parametrize(
    ("inside", "cited"),
    [
        ("@a", [("a", None)]),
        ("@a; @b", [("a", None), ("b", None)]),
        ("@a:x;@b", [("a", "x"), ("b", None)]),
        (" @a : x ", [("a", "x")]),
        ("@a:", [("a", None)]),
        ("@a; b", [("a", None), ("b", None)]),
        ("@a:x:y", [("a", "x:y")]),
    ],
)
def test_a_citation_names(inside: str, cited: list[tuple[str, str | None]]):
    assert parse(inside) == tuple(Citation(reference, finding) for reference, finding in cited)
