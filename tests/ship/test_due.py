"""What has to be checked again, by the dates in pages, quizzes and help lines."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from primer.core.diagnostics import Report
from primer.site.due import due

from tests.building import ROOT
from tests.rendering import features

TODAY = datetime.date(2026, 11, 22)

PAGE = """---
title: {title}
description: A page of a test.
sources_checked: 2025-01-01
review_by: {by}
---

Some words.
"""

QUIZ = """title: A quiz
summary: About nothing.
level: introductory
minutes: 1
{dates}
questions:
  - {{id: one, type: true-false, prompt: Is it?, answer: true, feedback: {{wrong: It is.}}, explanation: It is.}}
"""

GUIDE = """title: A guide
summary: About nothing.
sources_checked: 2025-01-01
review_by: 2026-06-02
steps:
  - {id: one, question: Is it?, options: [{text: "Yes", to: end}, {text: "No", to: end}]}
endings:
  - {id: end, title: The end, text: It is., next: [Go on.]}
"""

HELP_LINES = """- id: here
  name: Here
  services:
    - {id: everyone, name: Emergency, for: Anyone, kind: emergency, call: "112", evidence: universal}
    - id: line
      name: A line
      for: Anyone
      kind: listening
      call: "1"
      evidence: official
      seen_by: Someone
      seen_on: DATE
"""


ROUTES = """- id: here
  routes:
    - {id: name, name: A name, kind: other, evidence: recalled, site: 'https://example.org/'}
    - id: board
      name: A board
      kind: complaint
      text: It hears you.
      evidence: official
      seen_by: Someone
      seen_at: https://example.org/
      seen_on: DATE
"""


def found(folder: Path, files: dict[str, str], today: datetime.date = TODAY) -> list[str]:
    """What is due in a folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    report = Report()
    lines = [str(one) for one in due(folder, "docs", features(), today, report)]
    assert list(report) == []
    return lines


def test_what_is_past_or_due_within_30_days_is_listed_by_its_date(tmp_path: Path):
    pages = {
        "later.md": PAGE.format(title="Due later", by="2026-12-23"),
        "soon/index.md": PAGE.format(title="Due in 30 days", by="2026-12-22"),
        "today.md": PAGE.format(title="Due today", by="2026-11-22"),
        "past.md": PAGE.format(title="Past", by="2026-01-31"),
        "_data/quizzes/a-quiz.yml": QUIZ.format(dates="review_by: 2026-06-01\nsources_checked: 2025-06-01"),
        "_data/guides/a-guide.yml": GUIDE,
    }

    assert found(tmp_path, pages) == [
        "2026-01-31 docs/past.md:5:12: Past",
        "2026-06-01 docs/_data/quizzes/a-quiz.yml:5:12: A quiz",
        "2026-06-02 docs/_data/guides/a-guide.yml:4:12: A guide",
        "2026-11-22 docs/today.md:5:12: Due today",
        "2026-12-22 docs/soon/index.md:5:12: Due in 30 days",
    ]


def test_a_quiz_without_dates_is_never_due(tmp_path: Path):
    assert found(tmp_path, {"_data/quizzes/a-quiz.yml": QUIZ.format(dates="")}) == []


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2026-10-21", ["2026-11-21 docs/_data/help-lines.yml:12:16: A line, Here (number printed until 2027-01-21)"]),
        ("2026-10-22", []),
        ("2026-11-22", []),
    ],
)
def test_a_number_is_due_once_it_is_older_than_31_days(tmp_path: Path, seen: str, expected: list[str]):
    assert found(tmp_path, {"_data/help-lines.yml": HELP_LINES.replace("DATE", seen)}) == expected


SPANISH = """- id: here
  name: Aquí
  services:
    - {id: line, for: Todos, seen_by: Alguien, seen_on: DATE}
"""


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (
            "2026-10-21",
            ["2026-11-21 docs/_data/es/help-lines.yml:4:57: A line, Aquí (that it answers in this language)"],
        ),
        ("2026-10-22", []),
    ],
)
def test_that_a_line_answers_in_another_language_is_due_as_its_number_is(
    tmp_path: Path, seen: str, expected: list[str]
):
    files = {
        "es/index.md": PAGE.format(title="Inicio", by="2027-01-01"),
        "_data/strings/es.yml": "site: {menu: Menú}\n",
        "_data/help-lines.yml": HELP_LINES.replace("DATE", "2026-11-20"),
        "_data/es/help-lines.yml": SPANISH.replace("DATE", seen),
    }

    assert found(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2026-05-22", ["2026-11-21 docs/_data/routes.yml:11:16: A board, here"]),
        ("2026-05-23", []),
    ],
)
def test_a_route_is_due_once_it_is_older_than_half_a_year(tmp_path: Path, seen: str, expected: list[str]):
    assert found(tmp_path, {"_data/routes.yml": ROUTES.replace("DATE", seen)}) == expected


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("kind: complaint\n      deadline: A year.", "A board, here (time limit printed until 2027-05-22)"),
        ("kind: register", "A board, here (text printed until 2027-05-22)"),
    ],
)
def test_a_route_is_due_long_before_its_time_limit_or_text_is_no_longer_printed(tmp_path: Path, row: str, what: str):
    text = ROUTES.replace("DATE", "2026-05-22").replace("kind: complaint", row)

    [line] = found(tmp_path, {"_data/routes.yml": text})
    assert line.startswith("2026-11-21 docs/_data/routes.yml:")
    assert line.endswith(f": {what}")


def test_days_at_both_ends_of_the_calendar_stop_nothing(tmp_path: Path):
    for day in ("0001-01-01", "9999-12-31"):
        page = PAGE.replace("2025-01-01", "0001-01-01").format(title="A page", by=day)
        found(
            tmp_path,
            {
                "page.md": page,
                "_data/help-lines.yml": HELP_LINES.replace("DATE", day),
                "_data/routes.yml": ROUTES.replace("DATE", day),
            },
        )


def test_what_nobody_has_seen_is_always_listed(tmp_path: Path):
    routes = "- id: here\n  routes:\n    - {id: a, name: A board, kind: complaint, evidence: recalled}\n"
    lines = (
        "- id: here\n  name: Here\n  services:\n"
        "    - {id: a, name: A line, for: All., kind: crisis, evidence: recalled, site: 'https://example.org/'}\n"
    )

    assert found(tmp_path, {"_data/routes.yml": routes, "_data/help-lines.yml": lines}) == [
        "never seen docs/_data/help-lines.yml:4:64: A line, Here (no number is printed)",
        "never seen docs/_data/routes.yml:3:57: A board, here (no link is printed)",
    ]


def test_what_cannot_be_read_is_reported_and_does_not_hide_the_rest(tmp_path: Path):
    (tmp_path / "broken.md").write_text("---\ntitle: A page\nreview_by: soon\n---\n", "utf-8")
    (tmp_path / "past.md").write_text(PAGE.format(title="Past", by="2026-01-31"), "utf-8")
    report = Report()

    assert [one.what for one in due(tmp_path, "docs", features(), TODAY, report)] == ["Past"]
    assert {problem.location.path for problem in report} == {"docs/broken.md"}


def test_a_page_without_front_matter_is_left_to_the_build(tmp_path: Path):
    assert found(tmp_path, {"bare.md": "Some words.\n"}) == []


def test_the_command_takes_today_from_the_build_and_ends_well():
    today = int(datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC).timestamp())
    run = subprocess.run(
        [sys.executable, "tools/due.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "hooks", "SOURCE_DATE_EPOCH": str(today)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = run.stdout.splitlines()

    assert lines[0].startswith("Past: ")
    assert lines[-1] == "Due within 30 days: 0"
    dates = [line.split()[0] for line in lines[1:-1] if "never seen" not in line]
    assert len(dates) > 20
    assert dates == sorted(dates)
    assert any("docs/help-now.md:" in line for line in lines)
    assert any("docs/_data/help-lines.yml:" in line for line in lines)
