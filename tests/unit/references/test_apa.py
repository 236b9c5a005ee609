"""Entries in APA style, and what is done about faults of the formatter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup
from primer.core.cache import Cache
from primer.features.references.apa import apa
from primer.features.references.model import Reference

from tests.property.strategies import HOSTILE, examples

BOOK = {"type": "book", "author": [{"family": "Nobody", "given": "A. B."}], "issued": 2001, "title": "A made-up book"}


def entry(locale: str = "en_GB", **fields: Any) -> Markup:
    csl = {**BOOK, **fields}
    tuples = {name: tuple(value) if isinstance(value, list) else value for name, value in csl.items()}
    return apa(Reference.model_validate({"id": "x", "kind": "book", "csl": tuples}), Cache(), locale)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Nobody, A. B. (2001). <i>A made-up book</i>."),
        ({"author": [{"literal": "The Society"}]}, "The Society. (2001). <i>A made-up book</i>."),
        (
            {"author": [{"family": "A", "given": "B."}, {"family": "C", "given": "D."}]},
            "A, B., &amp; C, D. (2001). <i>A made-up book</i>.",
        ),
        (
            {"DOI": "10.9999/x"},
            'Nobody, A. B. (2001). <i>A made-up book</i>. <a href="https://doi.org/10.9999/x">https://doi.org/10.9999/x</a>',
        ),
        (
            {"type": "webpage", "URL": "https://example.org/?a=1&b=2"},
            (
                "Nobody, A. B. (2001). <i>A made-up book</i>. "
                '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>'
            ),
        ),
        (
            {"type": "article-journal", "container-title": "Journal & Co", "volume": "5", "issue": "2", "page": "3-4"},
            "Nobody, A. B. (2001). A made-up book. <i>Journal &amp; Co</i>, <i>5</i>(2), 3–4.",
        ),
        (
            {"type": "chapter", "container-title": "All", "editor": [{"family": "E", "given": "F."}]},
            "Nobody, A. B. (2001). A made-up book. In F. E (Ed.), <i>All</i>.",
        ),
        (
            {
                "type": "chapter",
                "container-title": "All",
                "editor": [{"family": "E", "given": "F."}, {"family": "G", "given": "H."}],
            },
            "Nobody, A. B. (2001). A made-up book. In F. E &amp; H. G (Eds.), <i>All</i>.",
        ),
    ],
)
def test_an_entry_reads(fields: dict[str, Any], expected: str):
    assert entry(**fields) == expected


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"DOI": "10.9999/a\"b'c"}, "https://doi.org/10.9999/a\"b'c"),
        ({"DOI": "10.9999/x", "title": "About https://doi.org/10.9999/x"}, "https://doi.org/10.9999/x"),
        ({"type": "webpage", "URL": "https://e.org/", "title": "On https://e.org/ and more"}, "https://e.org/"),
        ({"type": "webpage", "URL": 'https://e.org/"a"?x=<y>&z', "publisher": "P"}, 'https://e.org/"a"?x=<y>&z'),
    ],
)
def test_the_address_at_the_end_is_a_link_and_no_other(fields: dict[str, Any], address: str):
    tree = lxml_html.fragment_fromstring(entry(**fields), create_parent="p")

    assert [(link.get("href"), link.text, link.tail) for link in tree.iter("a")] == [(address, address, None)]


def test_the_name_of_a_case_keeps_its_letters():
    text = entry(type="legal_case", title="Nobody v. Somebody", authority="A court").striptags()

    assert "Nobody v. Somebody" in text


@given(HOSTILE, HOSTILE)
@examples(30)
def test_nothing_in_a_record_becomes_markup(title: str, name: str):
    text = entry(title=title, author=[{"literal": name}], publisher=name, DOI="10.9999/x<y>&z")

    tree = lxml_html.fragment_fromstring(text, create_parent="p")
    assert {element.tag for element in tree.iterdescendants()} <= {"i", "a", "span", "b", "sup"}
    assert [link.get("href") for link in tree.iter("a")] == ["https://doi.org/10.9999/x<y>&z"]


@given(st.integers(-10_000, 99_999))
@examples(30)
def test_any_year_can_be_written(year: int):
    assert str(abs(year)) in entry(issued=year)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en_GB", "A, B., &amp; C, D. (2001). On it. In E. F (Ed.), <i>All</i>."),
        ("en_US", "A, B., &amp; C, D. (2001). On it. In E. F (Ed.), <i>All</i>."),
        ("es_ES", "A, B., y C, D. (2001). On it. En E. F (ed.), <i>All</i>."),
        ("de_DE", "A, B., &amp; C, D. (2001). On it. In E. F (Hrsg.), <i>All</i>."),
        ("uk_UA", "A, B., &amp; C, D. (2001). On it. У E. F (ред.), <i>All</i>."),
        ("ar", "A, B., &amp; C, D. (2001). On it. في E. F (ed.), <i>All</i>."),
    ],
)
def test_an_entry_is_in_the_language_of_the_site(locale: str, expected: str):
    authors = [{"family": "A", "given": "B."}, {"family": "C", "given": "D."}]
    editor = [{"family": "F", "given": "E."}]
    fields: dict[str, Any] = {"type": "chapter", "title": "On it", "container-title": "All"}

    assert entry(locale, author=authors, editor=editor, **fields) == expected
