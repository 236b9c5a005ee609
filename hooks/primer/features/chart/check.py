"""Check the figures against their drawings, and every number in them against the finding it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from primer.kit.content import DataFolder, Loaded
from primer.core.diagnostics import Location, Report, did_you_mean
from primer.features.chart.drawing import Drawing, read_drawing
from primer.features.chart.model import BarRow, Figure, FigureId, RangeRow
from primer.core.model import SLUG
from primer.kit.texts import AnchorLink, check_texts
from primer.text.citing import parse
from primer.text.claims import figures_in
from primer.features.references.model import Reference
from primer.core.yaml import Document
from primer.text.inline import DataText, citation_problems


def load_drawings(folder: DataFolder, figures: Loaded[Figure]) -> Mapping[FigureId, Drawing]:
    """Return the drawings of a data folder, after reporting those that nobody can place and figures without one."""
    found: dict[FigureId, Drawing] = {}
    files = sorted(folder.root.glob("figures/*.svg"))
    for path in files:
        label = f"{folder.label}/figures/{path.name}"
        id = path.stem
        if not re.fullmatch(SLUG, id) or (id not in figures.items and id not in figures.broken):
            hint = did_you_mean(id, figures.items) or "add it to figures.yml"
            folder.report.say(Location(label), f"figures.yml has no figure '{id}'", "figure-no-entry", hint)
        elif drawing := read_drawing(path.read_bytes(), label, folder.report):
            found[id] = drawing
    drawn = {path.stem for path in files}
    for id, figure in figures.items.items():
        ways = [figure.ranges is not None, figure.bars is not None, id in drawn].count(True)
        if ways != 1:
            file = f"{folder.label}/figures/{id}.svg"
            hint = f"draw {file}, or add 'ranges:' or 'bars:'" if ways == 0 else f"keep one of ranges, bars and {file}"
            message = f"'{id}' is drawn in {ways} ways, it should be one"
            folder.report.say(figures.documents[id].place("id"), message, "figure-drawing", hint)
    return found


def check_figures(
    figures: Loaded[Figure], references: Loaded[Reference], text: DataText, report: Report
) -> Iterator[AnchorLink]:
    """Report what is wrong in the figures file and yield its links to passages."""
    for id, figure in figures.items.items():
        document = figures.documents[id]
        yield from check_texts(figure, document, text, report)
        for kind, rows in figure.rows.items():
            for index, row in enumerate(rows):
                _check_row(row, document, (kind, "rows", index), references, report)


def _check_row(
    row: RangeRow | BarRow,
    document: Document,
    path: tuple[str | int, ...],
    references: Loaded[Reference],
    report: Report,
) -> None:
    """Report a number that does not stand, digit for digit, in a finding that somebody has seen."""
    [citation] = parse(f"@{row.finding}")
    problems = citation_problems(citation, references.items, references.broken)
    report.add(*(problem.at(document.place(*path, "finding")) for problem in problems))
    reference = references.items.get(citation.reference)
    finding = next((one for one in reference.findings if one.id == citation.finding), None) if reference else None
    if finding is None:
        return
    numbers = {field: getattr(row, field, None) for field in ("value", "low", "high")}
    for field, number in numbers.items():
        place = document.place(*path, field)
        if number is None:
            continue
        if finding.status == "recalled":
            message = f"'{number}' rests on a finding that nobody has seen: '{row.finding}'"
            report.say(place, message, "figure-number", "leave the row out until it was seen")
        elif not figures_in(number) <= figures_in(finding.text):
            message = f"'{number}' is not in the finding '{row.finding}'"
            report.say(place, message, "figure-number", "write it as the finding has it")
