"""Check the figures against their drawings, and every number in them against the finding it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.model import SLUG
from primer.core.yaml import Document
from primer.features.chart.model import BarRow, Figure, RangeRow
from primer.kit.drawing import DrawingFile
from primer.kit.sources import DataFolder, Loaded
from primer.kit.texts import AnchorLink, check_texts
from primer.text.citing import Citables, parse
from primer.text.figures import figures_in
from primer.text.inline import DataText, citation_problems


def check_drawings(figures: Loaded[Figure], drawings: Mapping[str, DrawingFile], folder: DataFolder) -> None:
    """Report drawings that nobody can place, or that are wrong, and figures without one."""
    report = folder.report
    for id, file in drawings.items():
        if not re.fullmatch(SLUG, id) or (id not in figures.items and id not in figures.broken):
            hint = did_you_mean(id, figures.items) or "add it to figures.yml"
            report.add(Location(file.path), f"figures.yml has no figure '{id}'", "figure-no-entry", hint)
        else:
            report.extend(file.report)
    for id, figure in figures.items.items():
        ways = [figure.ranges is not None, figure.bars is not None, id in drawings].count(True)
        if ways != 1:
            file_name = f"{folder.label}/figures/{id}.svg"
            hint = f"keep one of ranges, bars and {file_name}"
            hint = hint if ways else f"draw {file_name}, or add 'ranges:' or 'bars:'"
            message = f"'{id}' is drawn in {ways} ways, it should be one"
            report.add(figures.documents[id].location_of("id"), message, "figure-drawing", hint)


def check_figures(figures: Loaded[Figure], text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the figures file and yield its links to passages."""
    for id, figure in figures.items.items():
        document = figures.documents[id]
        yield from check_texts(figure, document, text, report)
        for kind, rows in figure.rows.items():
            for index, row in enumerate(rows):
                _check_row(row, document, (kind, "rows", index), text.citables, report)


def _check_row(
    row: RangeRow | BarRow,
    document: Document,
    path: tuple[str | int, ...],
    citables: Citables,
    report: Report,
) -> None:
    """Report a number that does not stand, digit for digit, in a finding that somebody has seen."""
    [citation] = parse(f"@{row.finding}")
    problems = citation_problems(citation, citables)
    report.extend(problem.at(document.location_of(*path, "finding")) for problem in problems)
    reference = citables.known.get(citation.reference)
    finding = next((one for one in reference.findings if one.id == citation.finding), None) if reference else None
    if finding is None:
        return
    numbers = {field: getattr(row, field, None) for field in ("value", "low", "high")}
    for field, number in numbers.items():
        location = document.location_of(*path, field)
        if number is None:
            continue
        if finding.status == "recalled":
            message = f"'{number}' rests on a finding that nobody has seen: '{row.finding}'"
            report.add(location, message, "figure-number", "leave the row out until it was seen")
        elif not figures_in(number) <= figures_in(finding.text):
            message = f"'{number}' is not in the finding '{row.finding}'"
            report.add(location, message, "figure-number", "write it as the finding has it")
