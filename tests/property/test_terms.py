"""The index of terms finds what a slow and simple search finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from primer.features.glossary.model import Term
from primer.text.terms import TermIndex

from tests.property.strategies import examples

WORDS = [
    "sea",
    "anchor",
    "Sea",
    "SEA",
    "cat",
    "CAT",
    "dog-watch",
    "ship's",
    "ship’s",
    "é",
    "a",
    "İ",
    "ß",
    "x1",
    "of",
    "Board",
    "_",
    "sea-anchor",
]
GAPS = [
    " ",
    "\n",
    "  ",
    "-",
    "/",
    "@",
    "",
    ".",
    ", ",
    "'",
    "’",
    "\u2011",
    "\u00a0",
    "(",
    ")",
    "#",
    "=",
    "&",
    "\\",
    "\x03",
    "\u0301",
]
TEXTS = st.lists(st.sampled_from(WORDS + GAPS), max_size=12).map("".join)
FORMS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


def is_a_name(text: str, start: int, end: int) -> bool:
    """Whether what stands there has a capital, and a word beside it too: behind it, or before it, or before 'of'."""
    capital, word = r"(?=\w)(?P<first>.)", r"\w+(?:[-']\w+)*"
    if not text[start].isupper():
        return False
    after = re.compile(r"\s+" + capital).match(text, end)
    before = [one for one in re.finditer(word, text[:start]) if not text[one.end() : start].strip()]
    before = before if before and before[-1].end() < start else []
    if before and len(before[-1][0]) <= 3 and before[-1][0].islower():
        edge = before[-1].start()
        before = [
            one for one in re.finditer(word, text[:edge]) if one.end() < edge and not text[one.end() : edge].strip()
        ]
    return bool(after and after["first"].isupper()) or bool(before and before[-1][0][0].isupper())


def simply(text: str, forms: dict[str, str]) -> list[tuple[int, int, str]]:
    """Try every form at every place, the one with most words first, and of those the one in capitals."""
    found = []
    at = 0
    even = text.translate(str.maketrans("\u2010\u2011\u2019", "--'"))
    while at < len(text):
        for form in sorted(forms, key=lambda form: (-len(form.split()), not form.isupper())):
            words = form.translate(str.maketrans("\u2010\u2011\u2019", "--'")).split()
            flags = 0 if form.isupper() else re.IGNORECASE
            pattern = (
                r"(?<![\w/@#\\=&\x03])(?<!\w[-'.])" + r"\s+".join(map(re.escape, words)) + r"(?![\w/@\\=])(?!['.-]\w)"
            )
            match = re.compile(pattern, flags).match(even, at)
            if match and not (form[0].islower() and is_a_name(even, *match.span())):
                found.append((match.start(), match.end(), forms[form]))
                at = match.end() - 1
                break
        at += 1
    return found


def _claimed(form: str) -> str:
    """What only one term can claim: a form in capitals is another than the same in small letters."""
    return (form if form.isupper() else form.lower()).replace("’", "'")


@given(TEXTS, st.lists(FORMS, min_size=1, max_size=5, unique_by=_claimed))
@examples(1000)
def test_the_index_finds_what_a_simple_search_finds(text: str, forms: list[str]):
    terms = [Term(id=f"t{number}", term="T", forms=(form,), definition="D") for number, form in enumerate(forms)]
    index = TermIndex(terms)

    assert list(index.mentions(text)) == simply(text, {form: term.id for form, term in zip(forms, terms, strict=True)})
