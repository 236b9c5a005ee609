"""What references are called in running text, in the words of a language."""

from __future__ import annotations

import pytest
from primer.features.references.model import Name, Record, Reference
from primer.features.references.naming import label
from primer.features.references.strings import ReferencesStrings

from tests.rendering import strings

SPANISH = {"and_others": "{name} y otros", "author_year": "{names} ({year})"}


def reference(*names: str) -> Reference:
    authors = tuple(Name(literal=name) for name in names)
    return Reference(id="x", kind="k", csl=Record(type="book", author=authors, issued=2001, title="A book"))


@pytest.mark.parametrize(
    ("names", "english", "spanish"),
    [
        (("A",), "A, 2001", "A (2001)"),
        (("A", "The Society"), "A and The Society, 2001", "A y The Society (2001)"),
        (("A", "B", "C"), "A and others, 2001", "A y otros (2001)"),
    ],
)
def test_authors_are_listed_as_the_language_lists(names: tuple[str, ...], english: str, spanish: str):
    words = strings()[ReferencesStrings]

    assert label(reference(*names), words, "en_GB") == english
    assert label(reference(*names), words.model_copy(update=SPANISH), "es_ES") == spanish
