"""What YAML is taken to mean, and where its parts stand."""

from __future__ import annotations

import datetime

import pytest
from primer.core.diagnostics import Report
from primer.core.yaml import Document, load


def document(text: str | bytes, *, first_line: int = 1, indent: int = 0) -> Document:
    report = Report()
    found = load(text, "file.yml", report, first_line=first_line, indent=indent)
    assert found is not None, list(report)
    return found


def codes(text: str | bytes) -> list[str]:
    report = Report()
    load(text, "file.yml", report)
    return [diagnostic.code for diagnostic in report]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1", 1),
        ("-3", -3),
        ("0.5", 0.5),
        (".278", 0.278),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-11-22", datetime.date(2026, 11, 22)),
        ("'2026-11-22'", "2026-11-22"),
        # what is something else to YAML 1.1 than it looks like stays text
        ("017", "017"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-13-45", "2026-13-45"),
        ("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"),
        ("0001-01-01", datetime.date(1, 1, 1)),
        ("10000-01-01", "10000-01-01"),
        ("9" * 20, int("9" * 20)),
        ("9" * 5000, "9" * 5000),
        ("=", "="),
        ("<<", "<<"),
        ("!!str 5", "5"),
        ("!!map {}", {}),
        ('"yes"', "yes"),
        ("|\n    a\n    b\n", "a\nb\n"),
        (">\n    a\n    b\n", "a b\n"),
    ],
)
def test_a_value_means(written: str, meant: object):
    value = document(f"key: {written}\n").data["key"]  # type: ignore[index,call-overload]

    assert (type(value), value) == (type(meant), meant)


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "y"])
def test_words_for_true_and_false_are_refused_where_yaml_would_turn_them_into_truth(word: str):
    assert codes(f"key: {word}\n") == (["yaml-yes-no"] if word != "y" else [])


def test_parts_know_their_places():
    found = document("a:\n  - b: c\n    dé: [e, 'f']\n")

    assert str(found.location_of("a")) == "file.yml:2:3"
    assert str(found.location_of("a", 0, "b")) == "file.yml:2:8"
    assert str(found.location_of("a", 0, "dé", 1)) == "file.yml:3:13"
    assert str(found.key_location_of("a", 0, "dé")) == "file.yml:3:5"


def test_what_is_missing_has_the_place_of_what_it_is_missing_in():
    found = document("a:\n  - b: c\n")

    assert found.location_of("a", 0, "nothing", 7) == found.location_of("a", 0)
    assert found.key_location_of("nothing") == found.location_of()


def test_yaml_inside_another_file_knows_its_places_there():
    assert str(document("a:\n  b: c\n", first_line=10, indent=4).location_of("a", "b")) == "file.yml:11:10"


@pytest.mark.parametrize(
    "text", ["a: b\r\nc: [\r\n", "\ufeffa: b\nc: [\n", "a: b\rc: [\r", "a: '\u2028\u0085'\nc: [\n"]
)
def test_lines_are_counted_as_editors_count_them(text: str):
    report = Report()
    load(text.encode(), "file.yml", report)

    assert [str(diagnostic.location) for diagnostic in report] == ["file.yml:2:4"]


def test_a_file_may_begin_with_a_mark_of_its_byte_order():
    assert document("\ufeffa: b\n".encode()).data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "yaml-empty"),
        ("\n \n# nothing\n", "yaml-empty"),
        ("---\n---\n", "yaml-syntax"),
        ("a: &b c\nd: *b\n", "yaml-alias"),
        ("a: *b\n", "yaml-alias"),
        ("a: b\na: c\n", "yaml-repeated-key"),
        ("{a: b, 'a': c}\n", "yaml-repeated-key"),
        ("1: a\n'1': b\n", "yaml-repeated-key"),
        ("? {a: b}\n: c\n", "yaml-key"),
        ("a: !!python/object:os.system b\n", "yaml-tag"),
        ("a: !secret b\n", "yaml-tag"),
        ("a: !!set {b, c}\n", "yaml-tag"),
        ("!!omap [a: b]\n", "yaml-tag"),
        ("a: \x00\n", "yaml-character"),
        ('a: "\\0"\n', "yaml-character"),
        ('a: "\\x7f"\n', "yaml-character"),
        (b"a: \xff\n", "yaml-not-utf8"),
        (b"\xff\xfea\x00", "yaml-not-utf8"),
        ("[" * 100_000, "yaml-too-deep"),
        ("- " * 1000, "yaml-too-deep"),
    ],
    ids=repr,
)
def test_what_is_refused_is_refused_once(text: str | bytes, code: str):
    assert codes(text) == [code]


def test_a_few_lines_cannot_grow_into_gigabytes():
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]

    assert codes("\n".join(lines)) == ["yaml-alias"]


def test_a_list_can_be_taken_apart_without_losing_its_places():
    first, second = document("- {id: a}\n- {id: b}\n").items()

    assert (first.data, second.data) == ({"id": "a"}, {"id": "b"})
    assert str(second.location_of("id")) == "file.yml:2:8"
    assert str(second.key_location_of("id")) == "file.yml:2:4"
