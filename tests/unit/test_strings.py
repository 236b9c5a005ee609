"""The words that templates show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args

import pytest
from primer.core.diagnostics import Report
from primer.features.directory.help_lines import ServiceKind
from primer.core.validation import validate
from primer.core.yaml import load
from primer.kit.strings import HelpLinesWords, Strings, Words, holds
from primer.core.dates import day
from pydantic import TypeAdapter, ValidationError

from tests.rendering import TODAY, strings


def leaves(words: Words) -> Iterator[tuple[str, str]]:
    for name, value in words:
        yield from leaves(value) if isinstance(value, Words) else [(name, value)]


def test_words_that_cannot_be_read_are_shown_by_their_names():
    names = Strings.of_names()

    assert names.quiz.check == "quiz.check"
    assert all(leaf for _, leaf in leaves(names))


def test_dates_can_be_written_even_then():
    assert day(TODAY, Strings.of_names().site.locale).text == "November 22, 2026"


def test_a_date_is_written_in_the_language_of_the_site():
    assert day(TODAY, strings().site.locale).text == "22 November 2026"


def test_every_kind_of_help_line_and_field_of_a_record_has_a_name():
    for kind in get_args(ServiceKind):
        assert strings().help_lines.kind(kind) == getattr(strings().help_lines, f"kind_{kind.replace('-', '_')}")
    assert isinstance(strings().help_lines, HelpLinesWords)
    assert strings().references.field("DOI") == strings().references.field("URL")
    assert strings().references.field("publisher-place") == strings().references.field_other


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{number} of {total}", None),
        ("{total}: {number}, {total}", None),
        ("{number} of", "the text should hold {number}, {total} and holds {number}"),
        ("none", "the text should hold {number}, {total} and holds none"),
        ("{number} of {total} {extra}", "the text should hold {number}, {total} and holds {extra}, {number}, {total}"),
        ("{number!r} of {total}", "the text should hold {number}, {total} and holds {number!r}, {total}"),
        ("{number:>99} of {total}", "the text should hold {number}, {total} and holds {number:>99}, {total}"),
        ("{number.real} of {total}", "the text should hold {number}, {total} and holds {number.real}, {total}"),
        ("{} of {total}", "the text should hold {number}, {total} and holds {}, {total}"),
        ("{{number}} of {total}", "the text should hold {number}, {total} and holds {total}"),
        ("{number of {total}", "a brace is open or stands alone"),
        ("number} of {total}", "a brace is open or stands alone"),
    ],
)
def test_the_places_in_a_text_are_kept(text: str, message: str | None):
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[str, holds("number", "total")])
    try:
        adapter.validate_python(text)
        said = None
    except ValidationError as error:
        said = error.errors()[0]["ctx"]["said"]
    assert said == message


def test_a_file_of_words_with_one_mistake_is_refused_as_a_whole():
    report = Report()
    document = load("site: {language: 5}\n", "en.yml", report)

    assert document is not None
    assert validate(Strings, document, "strings", report) is None
