"""Read the rows of a sheet in CSV, and know in which line each begins."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import StringIO

from primer.core.diagnostics import Location, Report, did_you_mean

from tools.importing.plain_text import escaped, one_line, paragraphs, seen

_SEPARATORS = ",;\t"
_MARK = "'"
"""What our own sheets put before a cell that a spreadsheet would compute."""


@dataclass(frozen=True)
class Row:
    """A row, by the heads of its columns; a column that is not there is empty."""

    at: Location
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def plain(self, name: str) -> str:
        """Return a cell in one line."""
        return one_line(self[name])

    def line(self, name: str) -> str:
        """Return a cell in one line, as Markdown that says it."""
        return escaped(self.plain(name))

    def number(self, name: str) -> int | str:
        """Return a cell as a whole number; as it is where it is none, which the loader of the site then says."""
        text = self.plain(name)
        return int(text) if text.isdecimal() and len(text) < 10 else text

    def whole(self, name: str) -> str:
        """Return a cell that may have paragraphs, as Markdown that says it."""
        return paragraphs(self[name])


def heads(text: str) -> list[str]:
    """Return the heads of the columns, in small letters."""
    first = text.lstrip("\n").partition("\n")[0]
    return [head.strip().lower() for head in next(csv.reader([first], delimiter=_separator(first)), [])]


def rows(text: str, path: str, needed: Collection[str], known: Collection[str], report: Report) -> Iterator[Row]:
    """Yield each row that holds something, after reporting columns that are missing or not known."""
    found = heads(text)
    for name in needed:
        if name not in found:
            hint = f"write '{name}' into the first line, which names the columns"
            report.add(Location(path), f"there is no column '{name}'", "import-column", hint)
    for name in found:
        if name and name not in known:
            hint = did_you_mean(name, known) or f"one of: {', '.join(known)}"
            report.add(Location(path), f"'{name}' is not a column that is known here", "import-column", hint)
    if list(report):
        return  # without its columns, what a row says is not known
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=_separator(text.lstrip("\n").partition("\n")[0]), strict=True
    )
    line = 1
    try:
        for number, cells in enumerate(reader):
            at, line = Location(path, line), reader.line_num + 1
            if number == 0 or not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(found):
                fact = f"the row has {len(cells)} cells, and there are {len(found)} columns"
                report.add(at, fact, "import-row", "put a text that holds the sign between cells into quotes")
                continue
            yield Row(at, {name: seen(cell) for name, cell in zip(found, cells, strict=False)})
    except csv.Error as error:
        report.add(
            Location(path, line), f"this is no row: {error}", "import-row", 'write "" for a quote in a quoted text'
        )


def unmarked(row: Row) -> Row:
    """Return a row of our own sheets with the texts that its cells stand for."""
    return Row(row.at, {name: cell.removeprefix(_MARK) for name, cell in row.cells.items()})


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count)
