"""The bench builds the same pages with our hooks and without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import bench


def test_every_number_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    bench.write_project(tmp_path / "small", 1, 3, 1, hooks=True)
    monkeypatch.setattr(bench, "OUR_SITE", tmp_path / "small")
    monkeypatch.setattr(bench, "SHAPES", ((2, 3, 1),))
    monkeypatch.setattr("sys.argv", ["bench", "--runs", "1"])

    bench.main()

    _, names, ratios, *sizes = capsys.readouterr().out.splitlines()
    pages, terms, quizzes, *measured = ratios.split()
    assert (pages, terms, quizzes) == ("2", "3", "2")
    assert len(ratios.split()) == len(names.split())
    assert all(float(number) > 0 for number in measured)
    assert any("a page with a quiz and terms" in line for line in sizes)
    assert any("our site with its downloads, unchanged" in line for line in sizes)
