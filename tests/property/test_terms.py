"""The index of terms finds what a slow and simple search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from primer.features.glossary.model import Term
from primer.text.letters import kinds
from primer.text.term_words import Words
from primer.text.terms import TermIndex, claim_of

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
    "l",
    "s",
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
    "?",
]
TEXTS = st.lists(st.sampled_from(WORDS + GAPS), max_size=12).map("".join)
FORMS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


WORD = re.compile("\\w[\\w\u0301]*(?:['\u2019-]\\w[\\w\u0301]*)*")
LETTERS = "\\w'\u2019\u0301./@#=&?\\\\\x03-"


def even(text: str) -> str:
    """The text with one sign for each hyphen and apostrophe, and each letter with its accents."""
    return normalize("NFC", text.replace("\u2011", "-").replace("\u2019", "'"))


def is_same(words: list[str], form: str) -> bool:
    """Whether these are the words of a form, in capitals where it is."""
    one, other = even(" ".join(words)), even(form)
    return one == other if form.isupper() else folded(one) == folded(other)


def folded(text: str) -> str:
    return normalize("NFC", normalize("NFD", text).casefold().replace("i\u0307", "i"))


def is_a_name(text: str, spans: list[tuple[int, int]], start: int, first: int, behind: int) -> bool:
    """Whether what stands there has a capital, and a word beside it too: behind it, or before it, or before 'of'."""
    if not text[start].isupper():
        return False
    after = behind < len(spans) and not text[spans[behind - 1][1] : spans[behind][0]].strip()
    if after and text[spans[behind][0]].isupper():
        return True
    while first and not text[spans[first - 1][1] : spans[first][0]].strip():
        before = text[slice(*spans[first - 1])]
        if not (len(before) <= 3 and before.islower() and start >= spans[first][0]):
            return before[0].isupper()
        first, start = first - 1, -1  # one such word may stand between
    return False


def is_an_address(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a part of something that holds a sign of addresses."""
    for piece in re.finditer(f"[{LETTERS}]+", text):
        if piece.start() < end and piece.end() > start:
            sign = re.search(
                "[@#=\\\\\x03]|[\\w\u0301]&|(?<!\\d)/|/(?!\\d)|[^\\W\\d]\u0301*[.?]\\w|\\d\u0301+[.?]\\w|\\d[.?][^\\W\\d]",
                piece[0],
            )
            if sign:
                return True
    return False


def candidates(
    text: str, spans: list[tuple[int, int]], at: int, forms: list[str]
) -> Iterator[tuple[int, int, int, str]]:
    """Every form that begins with a word, the best first: where it begins and ends, its last word and the form."""
    start, end = spans[at]
    article = re.match("[ls]['\u2019]", text[start:end])
    for begin in [start, *([start + 2] if article else [])]:
        found = []
        for form in forms:
            last = at + len(form.split()) - 1
            if last >= len(spans) or any(
                text[spans[n][1] : spans[n + 1][0]].strip() or spans[n][1] == spans[n + 1][0] for n in range(at, last)
            ):
                continue
            for cut in (0, 2):
                edges = [*spans[at : last + 1]]
                edges[0] = (begin, edges[0][1])
                edges[-1] = (edges[-1][0], edges[-1][1] - cut)
                ending = text[edges[-1][1] : edges[-1][1] + cut]
                if ending not in ("", "'s", "\u2019s") or edges[-1][0] >= edges[-1][1]:
                    continue
                if is_same([text[slice(*edge)] for edge in edges], form):
                    found.append(((-last, cut, not form.isupper()), (begin, edges[-1][1], last, form)))
        yield from (one for _, one in sorted(found))


def simply(text: str, forms: dict[str, str]) -> list[tuple[int, int, str]]:
    """Try every form at every word."""
    spans = [one.span() for one in WORD.finditer(text.replace("\u2011", "-"))]
    found, at = [], 0
    while at < len(spans):
        for start, end, last, form in candidates(text, spans, at, list(forms)):
            is_name = form[0].islower() and is_a_name(text, spans, start, at, last + 1)
            if not is_name and not is_an_address(text.replace("\u2011", "-"), start, end):
                found.append((start, end, forms[form]))
                at = last
                break
        at += 1
    return found


@given(TEXTS, st.lists(FORMS, min_size=1, max_size=5, unique_by=claim_of))
@examples(1000)
def test_the_index_finds_what_a_simple_search_finds(text: str, forms: list[str]):
    terms = [Term(id=f"t{number}", term="T", forms=(form,), definition="D") for number, form in enumerate(forms)]
    index = TermIndex(terms)

    assert list(index.mentions(text)) == simply(text, {form: term.id for form, term in zip(forms, terms, strict=True)})


#: Letters of many scripts, whole and in pieces, with what joins, parts and decorates them.
SIGNS = (
    "aeiésßσςIİıкй가나는를개ㄱかがハパ心理疗ก็เาำကန်္្ក्किעבָשׁعِلآ12 _-'’.·・/@\""
    "\u0301\u0307\u0327\u3099\u00ad\u200b\u200c\u0640\u1100\u1161\u11a8"
)
MIXED = st.text(st.sampled_from(SIGNS), max_size=14)


@given(
    MIXED, st.lists(MIXED.filter(lambda form: claim_of(form) is not None), min_size=1, max_size=4, unique_by=claim_of)
)
@examples(1000)
def test_text_typed_in_whole_letters_and_in_pieces_has_the_same_mentions(text: str, forms: list[str]):
    index = TermIndex(Term(id=f"t{at}", term="T", forms=(form,), definition="D") for at, form in enumerate(forms))
    found = []
    for form in ("NFC", "NFD"):
        written = normalize(form, text)
        mentions = index.mentions(written)
        found.append([(normalize("NFC", written[one.start : one.end]), one.term) for one in mentions])

    assert found[0] == found[1]


@given(st.text(st.sampled_from("abAB1_ \n'-\"+./@\\\x02\x03,;\ufffc\ufffc"), max_size=40))
@examples(300)
def test_words_of_ascii_are_those_that_letters_of_any_script_are_parted_into(text: str):
    beyond = f"{text} é"
    assert list(Words(text, kinds(text))) == list(Words(beyond, kinds(beyond)))[:-1]


@given(st.text(max_size=40).map(lambda text: f"{text}\ufffc{text}"))
@examples(100)
def test_each_sign_has_the_kind_that_it_has_alone(text: str):
    assert kinds(text) == "".join(map(kinds, text))
