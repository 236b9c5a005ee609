"""Let each question under "Other ways people ask this" be asked on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus
from tools.content.reading import Page

LEAST = 40
"""So many pages say which questions they answer."""


@dataclass(frozen=True)
class Asked:
    """A question of a page, the id of the heading above its answer, and where it is written."""

    words: str
    anchor: str
    location: Location


def asked_twice(corpus: Corpus) -> Iterator[Diagnostic]:
    """No question is on two pages."""
    first: dict[str, str] = {}
    for page in corpus.pages_for_readers:
        for one in questions(page):
            if (other := first.setdefault(one.words.casefold(), page.name)) != page.name:
                message = f"'{one.words}' is asked on docs/{other} too"
                hint = "keep it on the page that answers it better"
                yield Diagnostic(one.location, message, "content-asked-twice", hint)


def few_asked(corpus: Corpus) -> Iterator[Diagnostic]:
    """Most pages say which questions they answer."""
    count = sum(any(questions(page)) for page in corpus.pages_for_readers)
    if count < LEAST:
        message = f"{count} pages say which questions they answer, {LEAST} at least"
        hint = "add 'asked:' to a page, with '- {words: …, answered_at: \"#…\"}' below it"
        yield Diagnostic(Location("docs"), message, "content-few-asked", hint)


def questions(page: Page) -> Iterator[Asked]:
    """Yield the questions of a page."""
    asked: Any = page.front.get("asked")
    lines = page.path.read_text("utf-8").splitlines()
    for one in asked if isinstance(asked, list) else ():
        if isinstance(one, dict):
            words = str(one.get("words"))
            line = next((at for at, text in enumerate(lines, 1) if words in text), page.field("asked").line)
            anchor = str(one.get("answered_at")).removeprefix("#")
            yield Asked(words, anchor, Location(page.location.path, line))


RULES = (asked_twice, few_asked)
