"""Check that everything on the home page leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Report, did_you_mean
from primer.core.yaml import Document, Path
from primer.features.home.model import Home
from primer.kit.drawing import DrawingFile
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText


def check_home(
    home: Home, document: Document, text: DataText, drawings: Mapping[str, DrawingFile], folder: str, report: Report
) -> Iterator[AnchorLink]:
    """Report pages and drawings that are not there, and yield the links to passages. ``folder`` has the drawings."""
    yield from check_texts(home, document, text, report)
    for way, target in targets(home):
        location = document.location_of(*way)
        report.extend(problem.at(location) for problem in text.page_problems(target))
        if passage := text.passage(target):
            yield AnchorLink(*passage, location)
    for way, name in _drawings(home):
        if name not in drawings:
            hint = did_you_mean(name, drawings) or f"draw {folder}/{name}.svg"
            report.add(document.location_of(*way), f"there is no drawing '{name}'", "home-unknown-drawing", hint)


def targets(home: Home) -> Iterator[tuple[Path, str]]:
    """Yield what each link of the home page leads to, with the way to it in the file."""
    yield from ((("tries", i, "page"), one.page) for i, one in enumerate(home.tries))
    yield from ((("worries", "cards", i, "page"), card.page) for i, card in enumerate(home.worries.cards))
    if home.guide:
        yield ("guide", "page"), home.guide.page
    for number, topic in enumerate(home.topics.topics if home.topics else ()):
        way = ("topics", "topics", number)
        yield from (((*way, "pages", i, "page"), link.page) for i, link in enumerate(topic.pages))
        for index, group in enumerate(topic.groups):
            yield from (((*way, "groups", index, "pages", i, "page"), link.page) for i, link in enumerate(group.pages))
    yield from (
        (("work", "links", i, "page"), link.page) for i, link in enumerate(home.work.links if home.work else ())
    )


def _drawings(home: Home) -> Iterator[tuple[Path, str]]:
    if home.drawing:
        yield ("drawing",), home.drawing
    yield from ((("worries", "cards", i, "drawing"), card.drawing) for i, card in enumerate(home.worries.cards))
