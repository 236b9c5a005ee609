"""Find the front matter of a page."""

from __future__ import annotations

import re

# The same rule as MkDocs (mkdocs/utils/meta.py), which cuts the front matter off before hooks see the text.
_FENCED = re.compile(r"\A-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> str | None:
    """Return the YAML between the two lines of dashes at the top of ``text``; it begins in line 2."""
    found = _FENCED.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return found["yaml"] if found else None


def after_front_matter(text: str) -> str:
    """Return ``text`` without the front matter at its top."""
    return _FENCED.sub("", text, count=1)


def lines_before(text: str, body: str) -> int:
    """Return how many lines of ``text`` stand before ``body``, which MkDocs cut from its end."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text.count("\n", 0, max(0, len(text) - len(body)))
