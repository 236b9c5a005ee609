"""What `make items` prints of quizzes that can be read, and of those that cannot."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.building import ROOT
from tools.items import main

LEFT_OUT = "Not in this report"


def test_where_all_quizzes_can_be_read_none_is_left_out(capsys: pytest.CaptureFixture[str]):
    main()
    printed = capsys.readouterr().out
    assert re.search(r"^[1-9]\d* quizzes, [1-9]\d* questions, \d+ remarks$", printed, re.MULTILINE)
    assert LEFT_OUT not in printed


def test_a_quiz_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "quizzes").mkdir()
    shutil.copy(ROOT / "docs/_data/quizzes/trust.yml", tmp_path / "quizzes")
    (tmp_path / "quizzes/half.yml").write_text("title: Half a quiz\nquestions: [\n", "utf-8")
    (tmp_path / "quizzes/odd.yml").write_text("title: Odd\ncolour: red\n", "utf-8")
    main(tmp_path)
    printed = capsys.readouterr().out
    assert "1 quizzes, 12 questions" in printed
    assert f"{LEFT_OUT}, because they cannot be read: half, odd." in printed
