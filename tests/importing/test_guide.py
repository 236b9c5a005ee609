"""What the authoring guide shows of imports can be imported, and is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT
from tools.importing.running import imported
from tools.importing.table import COLUMNS

GUIDE = (ROOT / "docs/about/authoring-guide.md").read_text("utf-8")
SECTION = GUIDE.partition("{ #import }\n")[2].partition("\n### ")[0]
EXAMPLES = re.findall(r"```(gift|csv)\n(.*?)```", SECTION, re.DOTALL)
TYPES = {"gift": ["choice", "true-false"], "csv": ["choice", "true-false", "short-answer"]}


@pytest.mark.parametrize(("format", "text"), EXAMPLES, ids=[format for format, _ in EXAMPLES])
def test_an_example_becomes_a_whole_quiz(format: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / f"tides.{format}").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    done = imported(tmp_path, f"tides.{format}")

    assert list(map(str, done.missing)) == []
    assert not [line for line in done.lost if "not kept" in line]
    quiz = yaml.safe_load((tmp_path / done.path).read_text("utf-8"))
    assert [question["type"] for question in quiz["questions"]] == TYPES[format]


def test_the_guide_has_an_example_of_each_and_names_every_column():
    assert [format for format, _ in EXAMPLES] == ["gift", "csv"]
    named = {
        name for row in re.findall(r"^\| (`.*?) \|", SECTION, re.MULTILINE) for name in re.findall("`([^`]+)`", row)
    }
    letters = {*"bcde"} | {f"feedback {letter}" for letter in "bcde"}

    assert {*COLUMNS} - letters <= named
