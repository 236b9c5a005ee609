"""The order of the glossary."""

from __future__ import annotations

import pytest
from primer.features.glossary.definitions import Definitions
from primer.features.glossary.model import Term
from primer.features.glossary.view import glossary_letters, words_used

from tests.rendering import content_of


def term(id: str, title: str, **fields: tuple[str, ...]) -> Term:
    return Term(id=id, term=title, definition="Made up.", **fields)


@pytest.mark.parametrize(
    ("titles", "letters"),
    [
        (["b", "A", "c"], {"A": ["A"], "B": ["b"], "C": ["c"]}),
        (["Ébène", "eb", "Ed"], {"E": ["eb", "Ébène", "Ed"]}),
        (["'quoted'", "Quite"], {"Q": ["Quite", "'quoted'"]}),
        (["24-hour", "a b", "ab"], {"2": ["24-hour"], "A": ["a b", "ab"]}),
    ],
)
def test_terms_stand_under_their_letter_without_accents_and_signs(titles: list[str], letters: dict[str, list[str]]):
    terms = [term(f"t{number}", title) for number, title in enumerate(titles)]
    content = content_of(terms=terms)
    found = glossary_letters(content, Definitions(content), "glossary.md", {})

    assert {letter: [entry.title for entry in entries] for letter, entries in found} == letters


def test_other_names_are_the_forms_that_are_not_the_title_and_what_it_is_also_called():
    terms = [term("helm", "Helm", forms=("helm", "helms", "HELM"), also_called=("tiller",))]
    content = content_of(terms=terms)
    [(_, [entry])] = glossary_letters(content, Definitions(content), "glossary.md", {})

    assert entry.also_called == ("helms", "tiller")


def test_the_words_of_a_page_are_in_the_order_of_the_alphabet():
    terms = [term("z", "Alpha"), term("a", "Omega")]
    content = content_of(terms=terms)
    words = words_used(content, Definitions(content), "page.md", ["a", "z"])

    assert [word.title for word in words] == ["Alpha", "Omega"]
