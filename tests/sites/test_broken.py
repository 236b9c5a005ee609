"""What is wrong is said once, in its place, and never stops a preview."""

from __future__ import annotations

import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from primer.features.quiz.strings import QuizStrings
from primer.kit.strings import MissingStrings

from tests.building import build_in_place, write_project
from tests.rendering import FRONT_MATTER, problems_in, strings
from tests.sites.broken import CASES, Case, read, together, write

QUIZ = """\
title: The tides
summary: One question.
level: introductory
minutes: 1
questions:
  - {id: one, type: true-false, prompt: The moon pulls., answer: true, feedback: {wrong: No.}, explanation: Yes.}
"""
T = TypeVar("T")
PATIENCE = 60  # seconds that a loaded machine may take for what takes one or two


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_mistake_has_its_message(case: Case, tmp_path: Path):
    found = problems_in(write(tmp_path, case.files), language=case.language, formulas=case.formulas)

    assert tuple(found) == case.says, case.location


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("case: one\nsays: ''\n---\n- case\n", "4: a document without 'case'"),
        ("case: one\ndocs/page.md: Words.\n", "1: a document without 'says'"),
        ("case: one\nsays: ''\ncase: two\nsays: ''\n", "1: 'case' stands twice: begin each case with a line '---'"),
        ("case: one\nsays: ''\n---\ncase: one\nsays: ''\n", "4: there is another case 'one'"),
        ("case: one\nsays: ''\nalnoe: because\n", "1: 'alnoe' is neither the path of a file nor one of alone, case,"),
    ],
)
def test_a_document_that_is_no_case_is_refused_with_its_line(text: str, wrong: str):
    with pytest.raises(ValueError, match=re.escape(f"tests/sites/broken/quiz.yml:{wrong}")):
        list(read("quiz", text))


@pytest.fixture
def everything_broken(tmp_path: Path) -> tuple[Path, list[str]]:
    """A project with every mistake that can share one, and all that should be said about it."""
    files, said = together()
    write_project(tmp_path, {})
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path, said


def test_all_mistakes_together_are_each_said_once_in_the_order_of_the_files(everything_broken):
    project, said = everything_broken

    assert list(build_in_place(project).warnings) == said


@pytest.mark.parametrize(("arguments", "status"), [(["--strict"], 1), ([], 0)], ids=["strict", "not strict"])
def test_the_command_prints_every_mistake_and_fails_only_when_it_is_strict(everything_broken, arguments, status):
    project, said = everything_broken

    run = mkdocs(project, "build", *arguments)

    assert run.returncode == status
    printed = [line.removeprefix("WARNING -  ") for line in run.stderr.splitlines() if line.startswith("WARNING")]
    assert printed == [message.splitlines()[0] for message in said]
    assert (project / "site/index.html").is_file()


def test_a_preview_goes_on_says_what_is_missing_and_shows_what_was_mended(tmp_path: Path):
    broken = QUIZ.replace("answer: true, ", "")
    page = FRONT_MATTER + "Before.\n\n``` quiz\nid: tides\n```\n\nAfter.\n"
    write_project(tmp_path, {"docs/page.md": page, "docs/_data/quizzes/tides.yml": broken})

    with serving(tmp_path) as (address, log):
        shown = until(lambda: get(f"{address}/page/"), log)
        assert "[quiz-missing-field]" in log.read_text()
        assert "Before." in shown
        assert strings()[QuizStrings].missing.format(id="tides") in html.unescape(shown)
        assert "After." in shown

        (tmp_path / "docs/_data/quizzes/tides.yml").write_text(QUIZ)
        until(lambda: "The moon pulls." in get(f"{address}/page/"), log)
        assert strings()[MissingStrings].title not in get(f"{address}/page/")

        (tmp_path / "docs/_data/quizzes/tides.yml").write_text("title: [\n")
        until(lambda: "yaml-syntax" in log.read_text(), log)
        assert get(f"{address}/")


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, Path]]:
    """Yield the address of `mkdocs serve` in a project, and the file that it writes its messages to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = project / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with log.open("w") as file:
        server = subprocess.Popen(
            command, cwd=project, stdout=file, stderr=file, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        try:
            yield f"http://{address}", log
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def get(address: str) -> str:
    """A page, or nothing while the server does not answer."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return answer.read().decode()
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def until(found: Callable[[], T], log: Path) -> T:
    """What ``found`` returns once it returns something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if result := found():
            return result
        time.sleep(0.1)
    raise AssertionError(f"nothing for {PATIENCE} seconds; the server said:\n{log.read_text()}")
