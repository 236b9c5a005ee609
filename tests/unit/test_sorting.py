"""Lists are in the order of the alphabet of their language."""

from __future__ import annotations

import pytest
from primer.core.sorting import first_letter, sort_key


def shuffled(words: list[str]) -> list[str]:
    """The words in an order in which nothing is by chance where it belongs."""
    return [*words[::-2], *words[-2::-2]]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "æble Ångström apple Øl self-harm selfish zoo"),
        ("da", "apple zoo æble Øl Ångström"),
        ("es", "nube nz Ñandú ñu oca"),
        ("es-MX", "llama lobo luz"),
        ("sv", "apa zon ål ärta öl"),
        ("de", "Apfel äpfel Ofen öl Strasse Straße Zone"),
        ("fr", "cote coté côte dé"),
        ("cs", "cena čas duha hrad chata ihned"),
        ("pl", "ale ąkać lody łódź nos ósmy pan zima źle żaba"),
        ("cy", "lôn lori llan mab"),
        ("hu", "cukor csak dal dzsem ez"),
        ("tr", "halı ılık Istanbul irmik İzmir"),
        ("uk", "гора ґанок дім єнот ирис іскра їжак йод"),
        ("bg", "йод кит"),
        ("hi", "अंक आम कमल काम"),
    ],
)
def test_letters_have_the_place_that_their_language_gives_them(language: str, expected: str):
    words = expected.split()

    assert sorted(shuffled(words), key=lambda word: sort_key(word, language)) == words


def test_spaces_part_words_and_signs_do_not_count():
    words = ["self harm", "self-harm", "(self) help", "selfish"]

    assert sorted(shuffled(words), key=lambda word: sort_key(word, "en")) == [
        "self harm",
        "(self) help",
        "self-harm",
        "selfish",
    ]


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("ñu", "es", "Ñ"),
        ("ñu", "en", "N"),
        ("élan", "fr", "E"),
        ("chata", "cs", "Ch"),
        ("chata", "en", "C"),
        ("ılık", "tr", "I"),
        ("irmik", "tr", "İ"),
        ("їжак", "uk", "Ї"),
        ("“quoted”", "en", "Q"),
        ("…", "en", ""),
    ],
)
def test_a_word_stands_under_its_letter(word: str, language: str, letter: str):
    assert first_letter(word, language) == letter
