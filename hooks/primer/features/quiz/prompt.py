"""Takes a prompt apart: the story that sets the scene, what is asked, a short name."""

from __future__ import annotations

import re

_END = re.compile(r"""(?<=[.!?…])["'”’)*_]*\s+(?=["'“‘(*_]*[^\W\d_])""")
"""Between two sentences: after a full stop or the like and whatever closes with it, before a letter."""
_TITLE = re.compile(r"\*\*([^*]+)\*\*")
_PAIRS = (("[", "]"), ("(", ")"))
_MARKS = ("*", "_", "`", '"', "$")
_WORDS = 6
_LETTERS = 44


def story_and_question(lead: str) -> tuple[str, str]:
    """Return the story before the question of ``lead``, which may be empty, and the question itself.

    The question begins with the first sentence that asks something, or else it is the last sentence.
    Nothing is cut inside of quotation marks, brackets or Markdown.
    """
    ends = [end for end in _END.finditer(lead) if _is_whole(lead[: end.end()])]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.end() for end in ends), len(lead)]
    asking = (start for start, stop in zip(starts, stops, strict=True) if lead[start:stop].rstrip().endswith("?"))
    begin = next(asking, starts[-1])
    return lead[:begin].rstrip(), lead[begin:]


def title_in(lead: str) -> str | None:
    """Return the bold words with which ``lead`` begins, where a story follows them."""
    found = _TITLE.match(lead)
    return found[1].rstrip(".: ") if found and len(found[0]) < len(lead) else None


def first_words(text: str) -> str:
    """Return the first words of a text, for where a list has room for a few."""
    words = text.split()
    short = words[:_WORDS]
    while len(short) > 1 and len(" ".join(short)) > _LETTERS:
        short.pop()
    name = " ".join(short)
    return name if len(short) == len(words) else f"{name.rstrip('.,;:!?')} …"


def _is_whole(text: str) -> bool:
    """Tell whether whatever opens in ``text`` closes there too."""
    return all(text.count(one) == text.count(other) for one, other in _PAIRS) and all(
        text.count(mark) % 2 == 0 for mark in _MARKS
    )
