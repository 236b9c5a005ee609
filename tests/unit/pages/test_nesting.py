"""A page that nests too deep is reported and stops nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rendering import content_of, render

DEEP: dict[str, Callable[[int], str]] = {
    "numbers": lambda n: "1. " * n + "a",
    "bullets": lambda n: "- " * n + "a",
    "quotes": lambda n: "> " * n + "a",
    "quoted bullets": lambda n: "> - " * n + "a",
    "definitions": lambda n: "a:\n:  b\n" * n,
    "definitions in definitions": lambda n: "\n".join("    " * i + "a\n" + "    " * i + ":   x\n" for i in range(n)),
    "emphasis": lambda n: "***" * n + "a" + "***" * n,
    "links": lambda n: "[" * n + "a" + "](b)" * n,
    "notes": lambda n: "\n".join("    " * i + "!!! note" for i in range(n)),
    "HTML": lambda n: "<div markdown>\n" * n + "a\n" + "</div>\n" * n,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_stops_no_page(name: str):
    for count in (30, 120, 400):
        render(f"Before.\n\n{DEEP[name](count)}\n\nAfter.\n", content_of())


def test_what_is_too_deep_is_reported_where_it_is_deepest():
    shown = render("Before.\n\n- a\n\n" + "1. " * 2000 + "a\n\nAfter.\n", content_of())

    [problem] = shown.problems
    assert problem.splitlines()[0] == "docs/page.md:5:1: the page nests deeper than can be read [page-too-deep]"
    assert "Before." in shown.html
    assert "After." in shown.html


def test_emphasis_that_is_too_deep_keeps_its_words():
    shown = render("***" * 1000 + "a" + "***" * 1000, content_of())

    assert "page-too-deep" in shown.problems[0]
    assert "a" in shown.tree.text_content()


def test_what_authors_nest_is_not_too_deep():
    text = "\n".join("    " * level + f"- > **level {level}**" for level in range(12))

    assert render(text, content_of()).problems == []
