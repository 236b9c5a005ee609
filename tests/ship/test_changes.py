"""A page that says something else has an entry in the record of changes, or the site is not released."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT, build_in_place, write_project
from tests.told import tell
from tools.changes import entries, missing, write_baseline
from tools.check import unrecorded_changes

PAGE = """---
title: Tides
description: When the water is high.
sources_checked: 2026-11-22
review_by: 2027-11-22
asked:
  - {words: When is high water?, answered_at: "#when"}
---

Twice a day.

## When { #when }

``` figure
id: heights
```

``` guide
id: boats
```
"""
FIGURES = """- id: heights
  title: Heights
  caption: Of the sea.
  words: Seven metres at spring tide.
- {id: elsewhere, title: Elsewhere, caption: Of a lake., words: One metre.}
"""
GUIDE = """title: A guide
summary: About nothing.
sources_checked: 2026-01-01
review_by: 2026-06-02
steps:
  - {id: one, question: Is it?, options: [{text: "Yes", to: end}, {text: "No", to: end}]}
endings:
  - {id: end, title: The end, text: It is., next: [Go on.]}
"""
DATA = {"_data/figures.yml": FIGURES, "_data/guides/boats.yml": GUIDE}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name, text in {"tides.md": PAGE, **DATA}.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    write_baseline(tmp_path / "docs")
    return tmp_path / "docs"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def changed(docs: Path) -> list[str]:
    return [one.page for one in missing(docs)]


def test_what_was_just_recorded_has_not_changed(docs: Path):
    assert set(yaml.safe_load((docs / "_data/changes.yml").read_text("utf-8"))["baseline"]["digests"]) == {
        "tides",
        "boats",
    }
    assert changed(docs) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        ("tides.md", "Twice a day.", "Once a day.", ["tides"]),
        ("tides.md", "title: Tides", "title: The tides", ["tides"]),
        ("tides.md", "When the water is high.", "When it is high.", ["tides"]),
        ("tides.md", "When is high water?", "When is it high?", ["tides"]),
        ("_data/figures.yml", "Seven metres", "Eight metres", ["tides"]),
        ("_data/figures.yml", "One metre", "Two metres", []),
        ("_data/guides/boats.yml", "It is.", "It is not.", ["boats"]),
        ("_data/guides/boats.yml", "title: A guide", "title: The guide", ["boats"]),
        ("tides.md", "review_by: 2027-11-22", "review_by: 2027-11-29", []),
        ("tides.md", "Twice a day.", "Twice\na  day.", []),
        ("_data/guides/boats.yml", "review_by: 2026-06-02", "review_by: 2026-06-09", []),
    ],
)
def test_a_page_has_changed_when_it_says_something_else(docs: Path, file: str, old: str, new: str, pages: list[str]):
    edit(docs / file, old, new)

    assert changed(docs) == pages


def test_a_new_page_has_to_be_recorded_too(docs: Path):
    (docs / "moons.md").write_text(PAGE.replace("Tides", "Moons"), "utf-8")

    [moons] = missing(docs)
    assert (moons.page, moons.is_new) == ("moons", True)


def test_a_site_without_a_record_has_no_changes(docs: Path):
    (docs / "_data/changes.yml").unlink()
    edit(docs / "tides.md", "Twice", "Once")

    assert changed(docs) == []


def test_the_entries_that_are_printed_can_be_completed_and_are_the_end_of_it(docs: Path):
    edit(docs / "tides.md", "Twice", "Once")
    printed = entries(missing(docs))
    assert printed.startswith("1 changes of pages are not in docs/_data/changes.yml.")

    entry = printed.partition("\n\n")[2].replace("correction, advice or wording", "correction")
    edit(docs / "_data/changes.yml", "changes: []", f"changes:\n{entry}")

    assert changed(docs) == []
    edit(docs / "tides.md", "Once", "Twice")
    assert changed(docs) == ["tides"], "what it said at first is a change too"


def test_a_baseline_is_written_once(docs: Path):
    with pytest.raises(SystemExit, match="is there already"):
        write_baseline(docs)


def test_a_release_is_refused_until_each_change_is_recorded(tmp_path: Path):
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/_data/changes.yml").unlink(missing_ok=True)
    write_baseline(tmp_path / "docs")
    edit(tmp_path / "docs/trust/power.md", "## Do this next", "More.\n\n## Do this next")
    environment = {"SITE_URL": "https://example.org/", "PYTHONPATH": "hooks", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "tools.release"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "  - page: power\n" in run.stderr
    assert not (tmp_path / "site").exists()


def test_our_own_pages_are_all_recorded():
    tell(unrecorded_changes(ROOT))


def test_a_page_ends_with_its_changes_the_newest_first(tmp_path: Path):
    page = PAGE.partition("``` figure")[0]
    record = {
        "baseline": {"date": datetime.date(2026, 11, 26), "digests": {"tides": "0" * 16}},
        "changes": [
            {"page": id, "date": datetime.date(2026, 12, day), "kind": kind, "words": words, "digest": "0" * 16}
            for id, day, kind, words in (
                ("tides", 1, "correction", "It is <twice> a day."),
                ("moons", 2, "new", "About moons."),
                ("tides", 3, "advice", "Look at the clock."),
            )
        ],
    }
    files = {"docs/tides.md": page, "docs/moons.md": page.replace("Tides", "Moons")}
    write_project(tmp_path, {**files, "docs/_data/changes.yml": yaml.safe_dump(record)})
    site = build_in_place(tmp_path)

    changes = site.tree("/tides/").xpath("//ul[@class='page-changes']/li")
    assert [" ".join(change.text_content().split()) for change in changes] == [
        "3 December 2026: Change of advice. Look at the clock.",
        "1 December 2026: Correction. It is <twice> a day.",
    ]
