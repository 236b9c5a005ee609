"""Ids on a page, and what is filled in when it is written."""

from __future__ import annotations

from markupsafe import Markup
from primer.core.diagnostics import Report
from primer.kit.page import CurrentPage


def test_an_id_that_is_taken_gets_a_number():
    page = CurrentPage("page.md", "docs/page.md", "", Report())

    assert [page.free_id("a"), page.free_id("b"), page.free_id("a"), page.free_id("a"), page.free_id("a-2")] == [
        "a",
        "b",
        "a-2",
        "a-3",
        "a-2-2",
    ]
    assert page.anchors == {"a", "b", "a-2", "a-3", "a-2-2"}


def test_a_part_that_the_search_need_not_read_is_there_for_readers_alone():
    page = CurrentPage("page.md", "docs/page.md", "", Report())
    mark = page.defer(lambda: Markup("<h2>Title</h2>") + page.exclude_from_search(Markup("<p>Answers</p>")))

    whole, searched = page.filled(f"<p>Before</p>{mark}<p>After</p>")
    assert whole == "<p>Before</p><h2>Title</h2><p>Answers</p><p>After</p>"
    assert "Title" in searched
    assert "Answers" not in searched
    assert page.search_excluded == {}
