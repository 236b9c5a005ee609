"""Check the texts of data files that may hold Markdown: their citations, figures and links."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from primer.diagnostics import Location, Report
from primer.source.yaml import Document
from primer.text import DataText


@dataclass(frozen=True)
class AnchorLink:
    """A link in a data file to a passage of a page; whether the passage is there shows once the page is rendered."""

    page: str
    anchor: str
    location: Location


def markdown_texts(document: Document, fields: Collection[str]) -> Iterator[tuple[Location, str]]:
    """Yield each text of a document that stands in one of ``fields``, alone or in a list, with its place."""

    def walk(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[Location, str]]:
        if isinstance(data, str):
            field = next((part for part in reversed(path) if isinstance(part, str)), "")
            if field in fields:
                yield document.place(*path), data
        elif isinstance(data, Mapping):
            for key, value in data.items():
                yield from walk(value, (*path, key))
        elif isinstance(data, tuple):
            for index, value in enumerate(data):
                yield from walk(value, (*path, index))

    yield from walk(document.data, ())


def check_texts(document: Document, fields: Collection[str], text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the texts of a document and yield their links to passages."""
    for place, words in markdown_texts(document, fields):
        report.add(*(problem.at(place) for problem in text.problems(words)))
        for page, anchor in text.page_anchors(words):
            yield AnchorLink(page, anchor, place)
