"""Part a text into sentences, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ENDS = ".!?\u061f\u06d4\u0964\u0965\u1362\u3002\uff01\uff1f\uff61"
"""What ends a sentence in Latin, Arabic, Indian and Ethiopic scripts, and the last four in those of the Far East."""
_SENTENCE_END = re.compile(rf"(?<=[{ENDS[:-4]}])\s+|(?<=[{ENDS[-4:]}])\s*")
_BEGINS = "\"'\u00bf\u00a1"
"""What a sentence begins with beside letters, digits and brackets: straight quotes, and the signs of Spanish."""
_LAST_WORD = re.compile(r"[\w.]*\Z")
_DAYS = 31


@dataclass(frozen=True)
class Shortened:
    """What a language writes with a full stop that ends no sentence, in small letters.

    ``before_numbers`` are short for something before a number, and words of their own before anything else.
    ``has_ordinals`` says that a number with a full stop is a day, as in ``3. Mai``.
    """

    words: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    has_ordinals: bool = False


NONE_SHORTENED = Shortened()


def sentences(text: str, shortened: Shortened, bare: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the sentences of ``text``. A full stop that may belong to an abbreviation ends none.

    ``bare`` takes out of a piece of the text what is no part of it.
    """
    begin = 0
    for space in _SENTENCE_END.finditer(text):
        if _may_begin(text[space.end() : space.end() + 1]) and not _is_shortened(text, space, shortened, bare):
            yield text[begin : space.start()]
            begin = space.end()
    yield text[begin:]


def _may_begin(sign: str) -> bool:
    """Tell whether a sentence may begin so: with a letter that is not small, a digit, a quote or a bracket."""
    if sign.isalnum():
        return not sign.islower()
    return sign != "" and (sign in _BEGINS or unicodedata.category(sign) in ("Ps", "Pi"))


def _is_shortened(text: str, space: re.Match[str], shortened: Shortened, bare: Callable[[str], str]) -> bool:
    """Tell whether what stands before ``space`` may be short for something, and the sentence may go on."""
    if text[space.start() - 1] != ".":
        return False
    before = bare(text[max(0, space.start() - 40) : space.start()]).rstrip(".")
    found = _LAST_WORD.search(before[-20:])
    word = found[0].lower() if found else ""
    is_number_next = text[space.end()].isdigit()
    if not word or before[-1:].isdigit():
        if shortened.has_ordinals and word.isdecimal() and int(word) <= _DAYS:
            return True
        return not word and is_number_next and text[: space.start()].endswith("...")
    letters = word.split(".")
    if all(len(part) == 1 and part.isalpha() for part in letters):
        return True  # an initial, 'e.g', 'U.S'
    return not shortened.words.isdisjoint((letters[-1], word)) or (is_number_next and word in shortened.before_numbers)
