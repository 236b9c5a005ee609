"""Pages in, HTML and messages out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.golden.cases import FOLDER, Case, outcome, read

FILES = [path for path in sorted(FOLDER.rglob("*.yml")) if FOLDER / "docs" not in path.parents]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / "docs", tmp_path / "docs"))


@pytest.mark.parametrize("case", [read(path) for path in FILES], ids=lambda case: case.id)
def test_a_page_becomes_what_it_should(case: Case, docs: Path):
    now = outcome(case, docs)

    assert (now.html or "").strip() == (case.html or "").strip()
    assert (now.shows or "").strip() == (case.shows or "").strip()
    assert now.problems.strip() == case.problems.strip()
