"""Make of the pages of a site the files in which its search looks words up."""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from primer.publish.search.lexicon import groups_of, lexicon_text
from primer.publish.search.lines import Kind, Lines, SearchedPage
from primer.publish.search.postings import posting_text
from primer.publish.search.stems import stems_of
from primer.publish.search.words import words_of
from primer.publish.sections import Section

HEAD = "search/index.json"
"""What a browser fetches first, below the site's root. Everything else stands in a folder named by its content."""

PIECE = 500
"""How many letters of postings a file holds at most, unless those of one word are more."""

SECTIONS = 10
"""Of how many sections of a page a file says what results show of them, at most."""

SHOWN = 150
"""How many letters of its text a result shows at most."""

_FIRST = ord("#")
_LEVELS = 12
_OF_SMALL = 0.45
"""How much a word counts that says little, as ``search-ranking.js`` has it."""

_SMALLEST = 6.0
"""The size of a line so short that it would be like everything: one of a word or two."""


@dataclass(frozen=True)
class SearchTerms:
    """What a site knows of the words that people type: which say little, and which stand for others."""

    small: str = ""
    meanings: Sequence[tuple[Sequence[str], Sequence[str]]] = ()
    """Words and phrases, with the words of the pages that they stand for."""


def search_files(lines: Lines, terms: SearchTerms, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the search with its path below the site's root; what browsers fetch first comes last."""
    pages = lines.pages
    own = {word for said in _said(terms) for word in words_of(said)}
    stems = stems_of({*lines.vocabulary, *own}, language)
    groups = groups_of(stems)
    small = set(words_of(terms.small))
    postings = _postings(lines, groups, small)
    pieces, firsts = _pieces(postings)
    shown = {f"page-{number}-{part}": _json(one) for number, page in enumerate(pages) for part, one in _shown(page)}
    head: dict[str, object] = {
        "pages": [page.address for page in pages],
        "boosts": {number: page.boost for number, page in enumerate(pages) if page.boost != 1},
        "headingsOnly": [number for number, page in enumerate(pages) if page.headings_only],
        "lines": _line_text(lines, _sizes(lines, groups, postings, small)),
        "lengths": [sum(map(len, words)) for words in _by_page(lines)],
        "lexicon": lexicon_text(groups),
        "pieces": firsts,
        "small": " ".join(sorted(small)),
        "meanings": [[_once(said, stems), _once(means, stems)] for said, means in terms.meanings],
    }
    digest = blake2s(_json([head, pieces]), digest_size=4)
    for text in shown.values():
        digest.update(text)
    folder = f"search/{digest.hexdigest()}"
    for number, piece in enumerate(pieces):
        yield f"{folder}/words-{number}.json", _json(piece)
    for name, text in shown.items():
        yield f"{folder}/{name}.json", text
    yield HEAD, _json({"folder": digest.hexdigest(), **head})


def _said(terms: SearchTerms) -> Iterator[str]:
    """Yield every text in what a site knows of words."""
    yield terms.small
    for words, means in terms.meanings:
        yield from words
        yield from means


def _once(texts: Iterable[str], stems: Mapping[str, str]) -> list[str]:
    """Return the words of each text, but for texts that hold other forms of the words of one before."""
    found: dict[tuple[str, ...], str] = {}
    for words in map(words_of, texts):
        found.setdefault(tuple(stems[word] for word in words), " ".join(words))
    return [text for text in found.values() if text]


def _postings(lines: Lines, groups: Sequence[Sequence[str]], small: set[str]) -> list[list[int]]:
    """Return for each group of words the numbers of the lines in which one of them stands.

    Words that say little are left out of running text, where they are half of all words.
    """
    group_of = array("L", bytes(array("L").itemsize * len(lines.vocabulary)))
    for number, group in enumerate(groups):
        for word in group:
            if word in lines.vocabulary:
                group_of[lines.vocabulary[word]] = number
    little = {number for number, group in enumerate(groups) if not small.isdisjoint(group)}
    postings: list[list[int]] = [[] for _ in groups]
    for number, words in enumerate(lines.words):
        found = {group_of[word] for word in words}
        for group_number in found - little if lines.kinds[number] == Kind.TEXT else found:
            postings[group_number].append(number)
    return postings


def _pieces(postings: Sequence[Sequence[int]]) -> tuple[list[list[str]], list[int]]:
    """Return the postings in files, and with which group of words each file begins."""
    pieces: list[list[str]] = []
    firsts: list[int] = []
    room = 0
    for number, lines in enumerate(postings):
        text = posting_text(lines)
        if not pieces or len(text) > room:
            firsts.append(number)
            pieces.append([])
            room = PIECE
        pieces[-1].append(text)
        room -= len(text)
    return pieces, firsts


def _sizes(
    lines: Lines, groups: Sequence[Sequence[str]], postings: Sequence[Sequence[int]], small: set[str]
) -> list[float]:
    """Return how much each line says: the more it says, the more of it has to be like what somebody looks for.

    The rarer a word is, the more it says.
    """
    squares = [0.0] * len(lines.words)
    for group, found in zip(groups, postings, strict=True):
        if found:
            worth = math.log(1 + len(squares) / len(found)) * (_OF_SMALL if small.intersection(group) else 1)
            for line in found:
                squares[line] += worth * worth
    return [math.sqrt(_SMALLEST**2 + square) for square in squares]


def _line_text(lines: Lines, sizes: Sequence[float]) -> str:
    """Return a letter for each line, which says of what kind and how long it is.

    Each section ends with a space, each page with an exclamation mark.
    """
    written: list[str] = []
    for number, firsts in enumerate(lines.first_of_section):
        ends = [*firsts[1:], lines.first_of(number + 1)]
        for first, end in zip(firsts, ends, strict=True):
            for line in range(first, end):
                level = min(round(4 * math.log2(sizes[line] / _SMALLEST)), _LEVELS - 1)
                written.append(chr(_FIRST + lines.kinds[line] * _LEVELS + level))
            written.append(" ")
        written.append("!")
    return "".join(written)


def _by_page(lines: Lines) -> Iterator[list[array[int]]]:
    """Yield the words of each line of a page."""
    for number, firsts in enumerate(lines.first_of_section):
        yield lines.words[firsts[0] : lines.first_of(number + 1)] if firsts else []


def _shown(page: SearchedPage) -> Iterator[tuple[int, object]]:
    """Yield in parts what results show of a page: its title, and of each section its anchor, heading and beginning."""
    shown = [
        (section.anchor, section.title if section.anchor else page.title, _begins(page, section))
        for section in page.sections
    ]
    for part, first in enumerate(range(0, len(shown), SECTIONS)):
        yield part, {"title": page.title, "sections": shown[first : first + SECTIONS]}


def _begins(page: SearchedPage, section: Section) -> str:
    """Return how a section begins; of the first, what its author says of the page."""
    if not section.anchor and page.description:
        return page.description
    if page.note is not None:
        return page.note
    text = ""
    for block in section.blocks:
        text = f"{text} {block}".strip()
        if len(text) >= SHOWN / 2:
            break
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rpartition(' ')[0]}…"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
