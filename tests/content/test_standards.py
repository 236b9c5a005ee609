"""The page on standards claims a test for a criterion where there is one, and counts what it says."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

import yaml

from tests.building import ROOT
from tests.content.reading import DOCS

PAGE = DOCS / "about/standards.md"
WAYS = {"test", "person", "test and person", "readers"}
VERDICTS = ("Yes", "In part", "Not yet", "No")
CRITERIA = [f"C{number:02}" for number in range(1, 43)]


@dataclass(frozen=True)
class Row:
    """A criterion as the page has it."""

    line: int
    id: str
    checked_by: str
    result: str

    @property
    def place(self) -> str:
        """The file and line, as an editor opens them."""
        return f"{PAGE.relative_to(ROOT)}:{self.line}"

    @property
    def verdict(self) -> str:
        """Its first words."""
        return self.result.partition(".")[0]


@cache
def rows() -> tuple[Row, ...]:
    """The rows of the tables, in order."""
    found = []
    for number, line in enumerate(PAGE.read_text("utf-8").splitlines(), start=1):
        if re.match(r"\| C\d\d \|", line):
            id, _, checked_by, result = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(Row(number, id, checked_by, result))
    return tuple(found)


@cache
def holding() -> dict[str, list[str]]:
    """The tests whose docstring names a criterion, by criterion."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                named = re.match(r"Criteri(?:on|a) ((?:C\d\d|,| |and)+)", ast.get_docstring(node) or "")
                for id in re.findall(r"C\d\d", named[1] if named else ""):
                    found[id].append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    return found


def test_every_criterion_has_one_row_in_order():
    assert [row.id for row in rows()] == CRITERIA


def test_a_row_says_how_it_is_checked_and_with_what_result():
    odd = [
        f"{row.place}: {row.id} is checked by '{row.checked_by}', with the result '{row.verdict}'"
        for row in rows()
        if row.checked_by not in WAYS or not row.verdict.startswith(VERDICTS)
    ]
    assert not odd, "\n".join(odd)


def test_a_row_claims_a_test_where_there_is_one():
    claimed = {row.id for row in rows() if "test" in row.checked_by}
    untrue = [
        f"{row.place}: {row.id} claims a test, and no test says 'Criterion {row.id}'"
        for row in rows()
        if row.id in claimed - holding().keys()
    ]
    silent = [f"{where}: the page does not say that a test checks {id}" for id in holding() for where in holding()[id]]
    silent = [message for message in silent if message.rpartition(" ")[2] not in claimed]
    assert not untrue + silent, "\n".join(untrue + silent)


def test_the_page_counts_its_rows():
    counts = Counter(next(verdict for verdict in VERDICTS if row.verdict.startswith(verdict)) for row in rows())
    sentence = f"We meet {counts['Yes']}, meet {counts['In part']} in part, and do not meet {counts['Not yet']} yet."
    assert sentence in PAGE.read_text("utf-8"), f"{PAGE.relative_to(ROOT)}: should say: {sentence}"
    assert not counts["No"]


def test_what_nobody_has_done_is_not_claimed():
    """A criterion that only readers or a named reviewer can meet is open until there are some."""
    open_ones = {row.id for row in rows() if row.verdict.startswith("Not yet")}
    assert {"C20", "C30", "C42"} <= open_ones


def test_the_page_counts_the_help_lines_without_a_number():
    """A service that lost its number, or got one, changes what a phone call has to settle."""
    places = yaml.safe_load((DOCS / "_data/help-lines.yml").read_text("utf-8"))
    bare = [one["id"] for place in places for one in place["services"] if not one.get("call") and not one.get("text")]
    sentence = f"{len(bare)} services and lists stand there without a number"
    assert sentence in PAGE.read_text("utf-8"), f"{PAGE.relative_to(ROOT)}: should say: {sentence} ({bare})"
