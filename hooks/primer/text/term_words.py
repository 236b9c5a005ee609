"""Find the words of a text, each with what it is compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import normalize

from primer.text.letters import OBJECT, SAME_SIGNS, VOWEL_POINTS, kinds

TURKIC = frozenset({"az", "tr"})
"""Languages in which a capital I is that of the i without a dot."""

_SPACED = "[ahn](?:[ahnmvf]++|i++(?=[ahnmvf]))*+"
_KOREAN = "k(?:[kmvf]++|i++(?=[kmvf]))*+"
_KATAKANA = "j(?:[jmvf]++|i++(?=[jmvf]))*+"
_SYLLABLE = "p?c(?:[mf]|vc?|cf|i++(?=[mfv]))*+|p"
_JOIN = "i*(?:['+-]|(?<=[hm])\"(?=h))i*"
_PIECE = f"(?:{_SPACED}|{_KOREAN})"
# A hyphenated word is one word: 'harm' is not found in 'self-harm'. A run of katakana is one as well.
_WORD = re.compile(f"{_PIECE}(?:{_JOIN}{_PIECE})*|{_KATAKANA}|{_SYLLABLE}")
# The same in ASCII, where nothing is without weight; in a group, so that 'split' returns what is between words as well.
_ASCII_WORD = re.compile(r"(\w++(?:['-]\w++)*+)", re.ASCII)
_ELIDED = re.compile("a+i*'i*")

_ARTICLES = frozenset(
    [
        *("c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"),  # French, Catalan
        *("all", "coll", "dall", "dell", "nell", "sull", "gl", "un", "quell", "quest", "bell", "sant"),  # Italian
    ]
)
"""What loses its vowel before a word that begins with one, and is written to it with an apostrophe."""

# Particles that Korean writes to a noun: behind a consonant, behind a vowel, behind either.
_BEHIND_CONSONANTS = frozenset(
    ["이", "은", "을", "과", "으로", "으로서", "으로써", "이나", "이란", "이라는", "이라고", "이며"]
)
_BEHIND_VOWELS = frozenset(["가", "는", "를", "와", "로", "로서", "로써", "나", "란", "라는", "라고", "며"])
_BEHIND_ANY = frozenset(
    [
        *(
            "의",
            "에",
            "에서",
            "에게",
            "에게서",
            "께",
            "께서",
            "도",
            "만",
            "까지",
            "부터",
            "보다",
            "처럼",
            "마다",
            "조차",
            "마저",
        ),
        *("밖에", "뿐", "에는", "에도", "에서는", "에서도", "에게는"),
    ]
)
_PLURAL = "들"
_LONGEST_PARTICLE = 5


class Word(NamedTuple):
    """A word in a text."""

    start: int
    end: int
    key: str
    """What it is compared by."""


class Words:
    """The words of a text whose ``kinds`` are ``shape``; in a script without spaces, each syllable or sign is one.

    ``keys`` holds what each is compared by, ``starts`` and ``ends`` where it stands.
    """

    def __init__(self, text: str, shape: str, *, turkic: bool = False) -> None:
        if not turkic and text.replace(OBJECT, " ").isascii():  # as most texts, and three times as fast
            parts = _ASCII_WORD.split(text.lower())
            ends = list(accumulate(map(len, parts)))
            self.keys, self.starts, self.ends = parts[1::2], ends[::2], ends[1::2]
            return
        spans = [one.span() for one in _WORD.finditer(shape)]
        self.starts, self.ends = [start for start, _ in spans], [end for _, end in spans]
        self.keys = [
            word.lower() if (word := text[start:end]).isascii() and not turkic else key_of(word, turkic=turkic)
            for start, end in spans
        ]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, at: int) -> Word:
        return Word(self.starts[at], self.ends[at], self.keys[at])

    def __iter__(self) -> Iterator[Word]:
        return map(self.__getitem__, range(len(self)))


def is_form(shape: str) -> bool:
    """Tell whether a text of these ``kinds`` is made of words, so that it can be found in another."""
    form = shape.strip(" i")
    words = list(_WORD.finditer(form))
    if not words or words[0].start() or form[words[-1].end() :].replace("i", "") not in ("", "'"):
        return False
    return all(joint(form[one.end() : other.start()]) is not None for one, other in pairwise(words))


def key_of(word: str, *, turkic: bool = False) -> str:
    """Return what is the same for each way of writing a word: whatever its case, its vowel points, its encoding."""
    if word.isascii() and not (turkic and "I" in word):
        return word.lower()
    return _folded(word, turkic=turkic)


@lru_cache(4096)
def _folded(word: str, *, turkic: bool) -> str:
    bare = _without_points(word)
    if turkic:
        bare = bare.replace("I\u0307", "i").replace("I", "ı")
    return normalize("NFC", bare.casefold().replace("i\u0307", "i"))


@lru_cache(4096)
def exact_key_of(word: str) -> str:
    """Return what is the same for each way of writing a word in this very case."""
    return word if word.isascii() else normalize("NFC", _without_points(word))


def _without_points(word: str) -> str:
    apart = normalize("NFD", word).translate(SAME_SIGNS)
    return "".join(sign for sign in apart if sign not in VOWEL_POINTS and kinds(sign) != "i")


def joint(between: str) -> str | None:
    """Return what the ``kinds`` between two words make of them: one piece, a phrase; None where they part them."""
    seen = between.replace("i", "")
    if seen in ("", "-", "+"):
        return seen
    if seen.isspace():
        return " "
    return "' " if seen[0] == "'" and seen[1:].isspace() else None


def behind_article(word: Word, text: str, shape: str, *, turkic: bool = False) -> Word | None:
    """Return what stands behind an article that has lost its vowel: 'alliance' of "l'alliance"."""
    article = _ELIDED.match(shape, word.start, word.end)
    if article is None or key_of(text[word.start : article.end()], turkic=turkic).rstrip("'") not in _ARTICLES:
        return None
    return Word(article.end(), word.end, key_of(text[article.end() : word.end], turkic=turkic))


def without_ending(word: Word, text: str, shape: str, *, turkic: bool = False) -> Iterator[Word]:
    """Yield what is left of a word without what its language writes to it: a possessive 's, a Korean particle."""
    start, end = word.start, word.end
    if end - start > 2 and shape[end - 2] == "'" and text[end - 1] in "sS":
        yield Word(start, end - 2, key_of(text[start : end - 2], turkic=turkic))
    elif shape[start] == "k":
        for cut in range(1, min(len(word.key) - 1, _LONGEST_PARTICLE) + 1):
            stem, ending = word.key[:-cut], word.key[-cut:]
            if ending in _endings(stem[-1]):
                yield Word(start, _cut(text, word, stem), stem)


def _endings(letter: str) -> frozenset[str]:
    """Return what may be written to a noun that ends with a Korean syllable."""
    final = (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else 0  # how Unicode numbers syllables
    return _endings_behind(has_final=final > 0, is_r=final == _FINAL_R)


_FINAL_R = 8  # behind which 'by' is said as behind a vowel


@cache
def _endings_behind(*, has_final: bool, is_r: bool) -> frozenset[str]:
    by = frozenset({"로", "로서", "로써"}) if is_r else frozenset()
    single = _BEHIND_ANY | by | (_BEHIND_CONSONANTS if has_final else _BEHIND_VOWELS)
    plural = {_PLURAL + one for one in _BEHIND_ANY | _BEHIND_CONSONANTS - {"으로", "으로서", "으로써"} | {"로"}}
    return single | {_PLURAL} | plural


def _cut(text: str, word: Word, stem: str) -> int:
    """Return where a stem ends in the text, in which one syllable may be several signs."""
    end = word.start + len(stem)
    while key_of(text[word.start : end]) != stem and end < word.end:
        end += 1
    return end
