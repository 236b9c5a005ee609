"""Let the page on standards claim a test for a criterion where there is one, and count what it says."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus
from tools.content.reading import ROOT

PAGE = Location("docs/about/standards.md")
WAYS = {"test", "person", "test and person", "readers"}
VERDICTS = ("Yes", "In part", "Not yet")
CRITERIA = [f"C{number:02}" for number in range(1, 43)]
FEW = 5  # so many are named
OPEN = ("C20", "C30", "C42")
"""Those that only readers or a named reviewer can meet."""


@dataclass(frozen=True)
class Row:
    """A criterion as the page has it."""

    location: Location
    id: str
    checked_by: str
    result: str

    @property
    def verdict(self) -> str:
        """Its first words."""
        return self.result.partition(".")[0]


def rows_in_order(corpus: Corpus) -> Iterator[Diagnostic]:
    """Every criterion has one row, in order, that says how it is checked and with what result."""
    rows = _rows(corpus)
    if [row.id for row in rows] != CRITERIA:
        counts = Counter(row.id for row in rows)
        odd = [id for id in CRITERIA if counts[id] != 1] or ["the order"]
        hint = f"one row for each of {CRITERIA[0]} to {CRITERIA[-1]}; look at {', '.join(odd[:FEW])}"
        yield Diagnostic(PAGE, "not every criterion has one row, in order", "content-standards-row", hint)
    for row in rows:
        if row.checked_by not in WAYS:
            message, hint = f"{row.id} is checked by '{row.checked_by}'", f"one of: {', '.join(sorted(WAYS))}"
            yield Diagnostic(row.location, message, "content-standards-row", hint)
        if not row.verdict.startswith(VERDICTS):
            message, hint = f"{row.id} has the result '{row.verdict}'", f"one of: {', '.join(VERDICTS)}"
            yield Diagnostic(row.location, message, "content-standards-row", hint)
        if row.id in OPEN and not row.verdict.startswith("Not yet"):
            message = f"{row.id} takes readers or a named reviewer, and there are none"
            yield Diagnostic(row.location, message, "content-standards-claim", "begin its result with 'Not yet.'")


def claims_of_tests(corpus: Corpus) -> Iterator[Diagnostic]:
    """A row claims a test where there is one, and only there."""
    held = holding()
    for row in _rows(corpus):
        if "test" in row.checked_by and row.id not in held:
            message, hint = f"{row.id} claims a test, and there is none", "write 'person' in its third column"
            yield Diagnostic(row.location, message, "content-standards-claim", hint)
        elif "test" not in row.checked_by and row.id in held:
            message = f"{row.id} does not say that a test checks it: {held[row.id][0]}"
            yield Diagnostic(row.location, message, "content-standards-claim", "write 'test' in its third column")


def counts(corpus: Corpus) -> Iterator[Diagnostic]:
    """The page counts its rows, and the help lines without a number."""
    rows = _rows(corpus)
    found = Counter(next((one for one in VERDICTS if row.verdict.startswith(one)), "") for row in rows)
    places = [place for document in corpus.data("help-lines.yml") for place in document.items()]
    services = [one.data for place in places for one in place.part("services").items()]
    bare = sum(isinstance(one, Mapping) and not one.get("call") and not one.get("text") for one in services)
    met = f"We meet {found['Yes']}, meet {found['In part']} in part, and do not meet {found['Not yet']} yet."
    text = _text(corpus)
    for sentence in (met, f"{bare} services and lists stand there without a number") if text else ():
        if sentence not in text:
            message = "the page counts what is not so any more"
            yield Diagnostic(PAGE, message, "content-standards-count", f"write: {sentence}")


@cache
def holding() -> dict[str, list[str]]:
    """The tests and rules whose docstring names a criterion, by criterion."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in [*sorted((ROOT / "tests").rglob("test_*.py")), *sorted((ROOT / "tools/content").glob("*.py"))]:
        is_test = path.name.startswith("test_")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and (node.name.startswith("test_") or not is_test):
                named = re.match(r"Criteri(?:on|a) ((?:C\d\d|,| |and)+)", ast.get_docstring(node) or "")
                for id in re.findall(r"C\d\d", named[1] if named else ""):
                    found[id].append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    return found


def _rows(corpus: Corpus) -> list[Row]:
    """The rows of the tables, in order."""
    found = []
    for number, line in enumerate(_text(corpus).splitlines(), start=1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.match(r"\| C\d\d \|", line) and len(cells) == 4:
            found.append(Row(Location(PAGE.path, number), cells[0], cells[2], cells[3]))
    return found


def _text(corpus: Corpus) -> str:
    path = corpus.root / PAGE.path
    return path.read_text("utf-8", "replace") if path.is_file() else ""


RULES = (rows_in_order, claims_of_tests, counts)
