"""Check the texts and links of what a page says in short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from primer.core.diagnostics import Location, Report
from primer.core.yaml import Document
from primer.features.in_short.model import InShort
from primer.kit.texts import AnchorLink
from primer.text.inline import DataText

FIELD = "short"
_OWN_PASSAGE = re.compile(r"\]\((?=#)")


def check_short(
    short: InShort, document: Document, src_uri: str, text: DataText, report: Report
) -> Iterator[AnchorLink]:
    """Report what is wrong in what the page ``src_uri`` says in short, and yield its links to passages."""
    for index, point in enumerate(short.points):
        location, words = document.location_of(FIELD, "points", index, "text"), from_root(point.text, src_uri)
        report.extend(problem.at(location) for problem in text.problems(words))
        yield from (AnchorLink(page, anchor, location) for page, anchor in text.page_anchors(words))
    if short.button:
        yield from _target(short.button.to, document.location_of(FIELD, "button", "to"), src_uri, text, report)


def from_root(text: str, src_uri: str) -> str:
    """Return ``text`` with its links to passages of its own page as those of data files are: ``/page.md#anchor``."""
    return _OWN_PASSAGE.sub(f"](/{src_uri}", text)


def target_from_root(to: str, src_uri: str) -> str:
    """Return where a button leads as the links of data files are written."""
    return f"/{src_uri}{to}" if to.startswith("#") else to


def _target(to: str, location: Location, src_uri: str, text: DataText, report: Report) -> Iterator[AnchorLink]:
    target = target_from_root(to, src_uri)
    problems = list(text.page_problems(target))
    report.extend(problem.at(location) for problem in problems)
    page, sign, anchor = target.removeprefix("/").partition("#")
    if sign and not problems:
        yield AnchorLink(page, anchor, location)
