"""Check the texts of data files that may hold Markdown: their citations, figures and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from primer.core.diagnostics import Location, Report
from primer.core.model import Model, prose
from primer.core.yaml import Document
from primer.text.inline import DataText


@dataclass(frozen=True)
class AnchorLink:
    """A link in a data file to a passage of a page; whether the passage is there shows once the page is rendered."""

    page: str
    anchor: str
    location: Location


def check_texts(model: Model, document: Document, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the texts of ``model``, which ``document`` holds, and yield their links to passages."""
    for path, words in prose(model):
        location = document.location_of(*path)
        report.extend(problem.at(location) for problem in text.problems(words))
        for page, anchor in text.page_anchors(words):
            yield AnchorLink(page, anchor, location)
