"""The strings that templates show."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import pytest
from primer.core.dates import day
from primer.features.directory.help_lines import ServiceKind
from primer.features.directory.strings import HelpLinesStrings
from primer.features.quiz.strings import QuizStrings
from primer.features.references.strings import ReferencesStrings
from primer.kit.strings import holds
from primer.outputs.registry import OUTPUTS
from primer.site.strings import SiteStrings
from pydantic import TypeAdapter, ValidationError

from tests.rendering import TODAY, features, strings

GROUPS = [group for part in [*features(), *OUTPUTS] for group in part.strings]


def test_strings_that_cannot_be_read_are_shown_by_their_names():
    names = {f"{group.section}.{name}" for group in GROUPS for name in group.model_fields}
    shown = {str(text) for group in GROUPS for _, text in group.of_names()}

    assert names - shown <= {"site.language", "site.locale", "site.direction"}
    assert QuizStrings.of_names().check == "quiz.check"


def test_dates_can_be_written_even_then():
    assert day(TODAY, SiteStrings.of_names().locale).text == "November 22, 2026"


def test_a_date_is_written_in_the_language_of_the_site():
    assert day(TODAY, strings()[SiteStrings].locale).text == "22 November 2026"


def test_no_two_groups_have_one_name():
    names = [group.section for group in GROUPS]
    assert sorted(names) == sorted(set(names))


def test_templates_ask_for_a_group_by_its_name_and_for_no_other():
    assert strings().quiz is strings()[QuizStrings]
    with pytest.raises(AttributeError):
        strings().quizes  # noqa: B018 - asking is what is tried


def test_every_kind_of_help_line_and_field_of_a_record_has_a_name():
    help_lines, references = strings()[HelpLinesStrings], strings()[ReferencesStrings]

    for kind in get_args(ServiceKind):
        assert help_lines.kind(kind) == getattr(help_lines, f"kind_{kind.replace('-', '_')}")
    assert references.field("DOI") == references.field("URL")
    assert references.field("publisher-place") == references.field_other


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
