"""Check what no part of the planner can know alone: that each id stands once, and its texts."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Location, Report
from primer.core.yaml import Document
from primer.features.planner.model import Choice, Planner
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText


def check_planner(planner: Planner, document: Document, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the planner and yield its links to passages."""
    for field, _ in _choices(planner):
        report.add_repeated(document.part(field).ids(), "planner-repeated-id")
    for location, option in _options(planner, document):
        if text.has_links(option):
            message = "an option is a link itself, so no link or citation can stand in it"
            report.add(location, message, "planner-link-in-option", "move it to a 'note: …' or a 'help: …'")
    yield from check_texts(planner, document, text, report)


def _options(planner: Planner, document: Document) -> Iterator[tuple[Location, str]]:
    yield document.location_of("safety", "safe"), planner.safety.safe
    yield document.location_of("safety", "unsafe"), planner.safety.unsafe
    for field, parts in _choices(planner):
        for index, part in enumerate(parts):
            yield document.location_of(field, index, "text"), part.text


def _choices(planner: Planner) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    yield "problems", planner.problems
    yield "ways", planner.ways
