"""Check the routes against the places of the help lines and against what they cite."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Problem, Report, did_you_mean
from primer.core.model import prose
from primer.features.directory.help_lines import Place
from primer.features.directory.routes import PlaceRoutes
from primer.kit.sources import Loaded
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText


def check_help_lines(places: Loaded[Place], report: Report) -> None:
    """Report ids of services that are there twice."""
    services = [document.part("services") for document in places.documents.values()]
    report.add_repeated((one for part in services for one in part.ids()), "help-lines-repeated-id")


def check_routes(
    routes: Loaded[PlaceRoutes], places: Loaded[Place], text: DataText, report: Report
) -> Iterator[AnchorLink]:
    """Report what is wrong with the routes and yield their links to passages."""
    lists = [routes.documents[id].part("routes") for id in routes.items]
    report.add_repeated((one for part in lists for one in part.ids()), "routes-repeated-id")
    for id, place in routes.items.items():
        document = routes.documents[id]
        if id not in places.items and id not in places.broken:
            hint = did_you_mean(id, places.items) or "add the place to help-lines.yml"
            report.add(document.location_of("id"), f"the help lines have no place '{id}'", "routes-unknown-place", hint)
        for path, words in prose(place):
            report.extend(problem.at(document.location_of(*path)) for problem in _unseen(words, text))
        yield from check_texts(place, document, text, report)


def _unseen(words: str, text: DataText) -> Iterator[Problem]:
    """Yield a problem for each citation that rests on memory alone, whether or not it holds a figure."""
    for citation in text.citations(words):
        findings = text.citables.known[citation.reference].findings
        cited = [finding for finding in findings if citation.finding in (None, finding.id)]
        if cited and all(finding.status == "recalled" for finding in cited):
            name = ":".join(part for part in (citation.reference, citation.finding) if part)
            yield Problem(
                f"[@{name}] is a finding that nobody has seen",
                "routes-recalled-finding",
                "cite one with 'status: seen', or write 'evidence: recalled' and no text",
            )
