"""Let each question under "Other ways people ask this" be asked on one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus
from tools.content.reading import Page


def asked_twice(corpus: Corpus) -> Iterator[Diagnostic]:
    """No question is on two pages."""
    first: dict[str, str] = {}
    for page in corpus.pages_for_readers:
        for words, location in _asked(page):
            if (other := first.setdefault(words.casefold(), page.name)) != page.name:
                message = f"'{words}' is asked on docs/{other} too"
                yield Diagnostic(location, message, "content-asked-twice", "keep it on the page that answers it better")


def _asked(page: Page) -> Iterator[tuple[str, Location]]:
    """The questions of a page, each with where it is written."""
    asked: Any = page.front.get("asked")
    lines = page.path.read_text("utf-8").splitlines()
    for one in asked if isinstance(asked, list) else ():
        if isinstance(one, dict):
            words = str(one.get("words"))
            line = next((at for at, text in enumerate(lines, 1) if words in text), page.field("asked").line)
            yield words, Location(page.location.path, line)


RULES = (asked_twice,)
