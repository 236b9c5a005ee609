"""Code that a running preview does not load again is noticed once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from primer_mkdocs.edited_code import EditedCode


def write(path: Path, nanoseconds: int) -> Path:
    """Write a file at a time, given in nanoseconds: two writes of a test may share one."""
    path.write_text("x")
    os.utime(path, ns=(nanoseconds, nanoseconds))
    return path


@pytest.mark.parametrize("name", ["view.py", "en.yml"])
def test_an_edited_file_of_code_is_told_once(tmp_path: Path, name: str):
    file = write(tmp_path / name, 1)
    code = EditedCode([tmp_path])

    assert code.news() is None
    write(file, 2)
    assert code.news() == file
    write(file, 3)
    assert code.news() is None


def test_a_new_file_and_one_that_is_gone_are_told(tmp_path: Path):
    code = EditedCode([tmp_path])
    new = write(tmp_path / "new.py", 1)
    assert code.news() == new

    code = EditedCode([tmp_path])
    new.unlink()
    assert code.news() == new


@pytest.mark.parametrize("name", ["site.css", "quiz.js", "panel.html", "view.pyc"])
def test_what_is_read_for_each_build_is_no_news(tmp_path: Path, name: str):
    file = write(tmp_path / name, 1)
    code = EditedCode([tmp_path])
    write(file, 2)

    assert code.news() is None
