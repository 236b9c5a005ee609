"""Ids on a page."""

from __future__ import annotations

from primer.current import CurrentPage
from primer.diagnostics import Report


def test_an_id_that_is_taken_gets_a_number():
    page = CurrentPage("page.md", "docs/page.md", "", Report())

    assert [page.free_id("a"), page.free_id("b"), page.free_id("a"), page.free_id("a"), page.free_id("a-2")] == [
        "a",
        "b",
        "a-2",
        "a-3",
        "a-2-2",
    ]
    assert page.use.anchors == {"a", "b", "a-2", "a-3", "a-2-2"}
