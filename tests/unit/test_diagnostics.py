"""Messages: each once, in the order of the files."""

from __future__ import annotations

import pytest
from primer.core.diagnostics import Diagnostic, Location, Report, did_you_mean


def test_messages_come_in_the_order_of_files_lines_and_columns():
    report = Report()
    for path, line, column in [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 2), ("a.md", 9, 1)]:
        report.add(Location(path, line, column), "wrong", "page-wrong")

    assert [str(diagnostic.location) for diagnostic in report] == ["a.md:9:1", "a.md:9:2", "a.md:10:1", "b.md:1:1"]


def test_a_message_is_kept_once_and_two_of_one_place_are_kept_both():
    report = Report()
    for message in ("wrong", "worse", "wrong"):
        report.add(Location("a.md"), message, "page-wrong")

    assert [diagnostic.message for diagnostic in report] == ["worse", "wrong"]


def test_a_hint_stands_on_a_line_of_its_own():
    place = Location("docs/a.md", 3, 5)

    assert str(Diagnostic(place, "it is wrong", "page-wrong")) == "docs/a.md:3:5: it is wrong [page-wrong]"
    assert str(Diagnostic(place, "it is wrong", "page-wrong", "right it")) == (
        "docs/a.md:3:5: it is wrong [page-wrong]\n    hint: right it"
    )


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("tide", "did you mean 'tides'?"),
        ("tieds", "did you mean 'tides'?"),
        ("winds", "did you mean 'winds'?"),
        ("nothing-like-it", None),
        ("", None),
    ],
)
def test_only_what_is_close_is_suggested(word: str, hint: str | None):
    assert did_you_mean(word, ["tides", "winds"]) == hint


def test_the_suggestion_does_not_depend_on_the_order_of_what_is_known():
    assert did_you_mean("ab", ["abc", "abd"]) == did_you_mean("ab", ["abd", "abc"])
