"""Let each route lead to a body, and no limit or number rest on an old page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from primer.core.diagnostics import Diagnostic, Location
from primer.core.yaml import Document

from tools.content.corpus import FOR_AUTHORS, Corpus

# Rows without a body to lead to, and who helps instead.
NO_BODY = {"else-complaint": "stands for all other countries: the note above it says whom to ask"}
OLDEST = 24  # months between a page's own date and the day when we saw it
SHRUG = re.compile(r"\bwe\b[^.]{0,40}\bsay nothing\b", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = re.compile(rf"\[@[^\]]*\]|(\d{{1,2}} )?\b({_MONTHS}) \d{{4}}\b|\bof \d{{4}}\b")


def rows_without_link(corpus: Corpus) -> Iterator[Diagnostic]:
    """Every row has a link; one without is still without one."""
    for row, fields in _rows(corpus):
        if not fields.get("site") and row.id not in NO_BODY:
            hint = "add 'site: https://…', or name it in NO_BODY of tools/content/routes.py"
            yield Diagnostic(row.location_of("id"), f"the route '{row.id}' has no link", "content-no-link", hint)
        elif fields.get("site") and row.id in NO_BODY:
            message = f"the route '{row.id}' has a link, and is listed as one that has none"
            hint = "take it out of NO_BODY in tools/content/routes.py"
            yield Diagnostic(row.location_of("site"), message, "content-needless-exception", hint)


def unseen_numbers(corpus: Corpus) -> Iterator[Diagnostic]:
    """A number names where it was seen."""
    for row, fields in _rows(corpus):
        is_seen = (fields.get("seen_by") and fields.get("seen_at")) or "[@" in str(fields.get("text"))
        is_good = fields.get("evidence") in {"official", "secondary"} and fields.get("seen_on") and is_seen
        if has_number(fields) and not is_good:
            message = f"the route '{row.id}' has a number or a limit, and does not say where it was seen"
            hint = "add 'evidence: official', 'seen_on', 'seen_by' and 'seen_at', or cite a source"
            yield Diagnostic(row.location_of("id"), message, "content-unseen-number", hint)


def old_numbers(corpus: Corpus) -> Iterator[Diagnostic]:
    """No number rests on an old page."""
    for row, fields in _rows(corpus):
        dated, seen = fields.get("source_date"), fields.get("seen_on")
        if dated and has_number(fields) and isinstance(seen, date) and months_before(str(dated), seen) > OLDEST:
            message = f"the route '{row.id}' has a number or a limit from a page of {dated}"
            hint = "leave out the number and keep the link"
            yield Diagnostic(row.location_of("source_date"), message, "content-old-number", hint)


def shrugs(corpus: Corpus) -> Iterator[Diagnostic]:
    """Nobody is told that we say nothing."""
    for folder in ("docs", "overrides", "hooks"):
        for path in sorted((corpus.root / folder).rglob("*")):
            is_example = folder == "docs" and path.relative_to(corpus.docs).as_posix() in FOR_AUTHORS
            if path.suffix in {".md", ".yml", ".html", ".py"} and not is_example:
                for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
                    if found := SHRUG.search(line):
                        location = Location(path.relative_to(corpus.root).as_posix(), number, found.start() + 1)
                        message = f"'{found[0]}' helps nobody"
                        yield Diagnostic(location, message, "content-shrug", "name who can be asked")


def has_number(row: Mapping[str, Any]) -> bool:
    """Whether a reader may rely on a limit or a number in it; a year or a date alone is none."""
    return "deadline" in row or bool(re.search(r"\d", _DATED.sub("", str(row.get("text", "")))))


def months_before(dated: str, day: date) -> int:
    """How many months a year, a month or a day lies before ``day``, as far as it says."""
    year, month, *_ = [*map(int, dated.split("-")), 12]
    return (day.year - year) * 12 + day.month - month


def _rows(corpus: Corpus) -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """The rows of all places, and what each says."""
    for document in corpus.data("routes.yml"):
        for place in document.items():
            for row in place.part("routes").items():
                if isinstance(row.data, Mapping):
                    yield row, row.data


RULES = (rows_without_link, unseen_numbers, old_numbers, shrugs)
