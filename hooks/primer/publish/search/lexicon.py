"""Write down which words there are, and which of them are forms of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

MOST = 35
"""How much two words can share, in one digit of base 36."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def groups_of(stems: Mapping[str, str]) -> list[list[str]]:
    """Return the words that have the same stem, from A to Z, in the order of the first of each."""
    groups: dict[str, list[str]] = {}
    for word in sorted(stems):
        groups.setdefault(stems[word], []).append(word)
    return sorted(groups.values())


def lexicon_text(groups: Iterable[Sequence[str]]) -> str:
    """Return groups of words in one text: forms with commas, groups with spaces between them.

    Of each word stands how many letters it shares with the one before, a digit of base 36, and the letters that follow:
    ``cat, cats, cattle`` in one group is ``0cat,3s,3tle``.
    """
    before = ""
    written: list[str] = []
    for group in groups:
        forms: list[str] = []
        for word in group:
            shared = _shared(before, word)
            forms.append(_DIGITS[shared] + word[shared:])
            before = word
        written.append(",".join(forms))
    return " ".join(written)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike, as far as one digit can say it."""
    pairs = zip(one[:MOST], other[:MOST], strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), MOST))
