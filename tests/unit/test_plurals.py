"""What is said of numbers is said in the forms of the language."""

from __future__ import annotations

import pytest
import yaml
from primer.core.diagnostics import Report
from primer.core.plurals import FORMS, forms_of, is_form, plural_form
from primer.core.yaml import load
from primer.features.guide.strings import GuideStrings
from primer.kit.counting import check_counts, in_forms
from primer.kit.loading import strings_file
from primer.kit.strings import with_forms
from primer.outputs.registry import OUTPUTS

from tests.rendering import features, strings


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en-GB", {0: "other", 1: "one", 2: "other", 11: "other"}),
        ("pl", {0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 22: "few"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("cy", {0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many"}),
        ("uk", {1: "one", 21: "one", 2: "few", 11: "many"}),
        ("ja", {0: "other", 1: "other"}),
        ("tlh", {1: "other"}),
        ("no language", {1: "other"}),
    ],
)
def test_a_number_takes_the_form_that_cldr_gives_it(language: str, forms: dict[int, str]):
    assert {number: plural_form(number, language) for number in forms} == forms


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["one", "other"]),
        ("pl", ["one", "few", "many", "other"]),
        ("ar", list(FORMS)),
        ("cy", list(FORMS)),
        ("sl", ["one", "two", "few", "other"]),
        ("es", ["one", "other"]),
        ("ja", ["other"]),
    ],
)
def test_a_language_needs_the_forms_that_things_are_counted_in(language: str, forms: list[str]):
    assert list(forms_of(language)) == forms


def test_a_form_that_only_millions_take_may_be_written():
    assert is_form("many", "es")
    assert not is_form("few", "es")
    assert not is_form("many", "en")


POLISH = {
    "questions_one": "1 pytanie",
    "questions_few": "{number} pytania",
    "questions_many": "{number} pytań",
    "questions_other": "{number} pytania",
}


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 pytań"), (1, "1 pytanie"), (3, "3 pytania"), (5, "5 pytań"), (24, "24 pytania")]
)
def test_a_string_is_said_in_the_form_of_its_number(number: int, said: str):
    words = with_forms(GuideStrings).model_validate(strings()[GuideStrings].model_dump() | POLISH)

    assert words.in_language("pl").counted("questions", number) == said


def test_scripts_get_the_forms_that_say_something_of_their_own():
    words = strings()[GuideStrings]

    assert words.forms("questions") == {"questions_one": "1 question", "questions_other": "{number} questions at most"}
    assert words.by_name().keys() >= {"questions_one", "questions_other", "own_page"}
    same = with_forms(GuideStrings).model_validate(words.model_dump() | {"questions_one": "{number} questions at most"})
    assert same.forms("questions") == {"questions_other": "{number} questions at most"}


@pytest.mark.parametrize("language", ["pl", "ar", "cy", "uk", "ja", "es", "en"])
def test_what_is_written_to_be_translated_has_the_forms_of_the_language(language: str):
    groups = [group for part in [*features(), *OUTPUTS] for group in part.strings]
    text = in_forms(strings_file([*features(), *OUTPUTS]), groups, language)
    report = Report()
    document = load(text, "strings.yml", report)
    assert document

    check_counts(groups, document, language, report)

    assert list(report) == []
    assert yaml.safe_load(text).keys() == yaml.safe_load(strings_file([*features(), *OUTPUTS])).keys()
