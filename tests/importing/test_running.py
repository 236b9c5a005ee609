"""`make import` writes a quiz that the site can load, whole or not at all, and never over another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT
from tools.importing.ids import question_ids, slug_of
from tools.importing.items import ReadQuestion
from tools.importing.running import CannotImportError, imported

WHOLE = (
    "$CATEGORY: Tides\n\nTwo questions on the sea.\n\n"
    "// [id:moon]\nWhat pulls the sea? {=The moon ~The wind#It makes waves.####Gravity.}\n\n"
    "The sea falls at ebb. {T#It does.####Ebb is when it falls.}\n"
)
MENDED = """\
# yaml-language-server: $schema=../schemas/quiz.json
# Imported from tides.gift.
title: Tides
summary: Two questions on the sea.
level: introductory
minutes: 2
questions:
  - id: moon
    type: choice
    prompt: What pulls the sea?
    options:
      - text: The moon
        correct: true
      - text: The wind
        feedback: It makes waves.
    explanation: Gravity.
  - id: the-sea-falls-at-ebb
    type: true-false
    prompt: The sea falls at ebb.
    answer: true
    feedback:
      wrong: It does.
    explanation: Ebb is when it falls.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs/sea").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("Home\n")
    (tmp_path / "docs/sea/power.md").write_text("Power\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> str:
    Path(name).write_text(text, "utf-8")
    return name


def test_a_whole_file_becomes_a_whole_quiz(project: Path):
    done = imported(project, write("tides.gift", WHOLE))

    assert done.is_whole
    assert done.path == "docs/_data/quizzes/tides.yml"
    assert (project / done.path).read_text("utf-8") == MENDED
    assert done.lost == (
        "'level: introductory' is not said in the file, so look at it",
        "'minutes: 2' is not said in the file, so look at it",
        "'sensitive' is not said in the file: write 'sensitive: true' if the questions may upset people",
    )


def test_the_address_of_the_quiz_is_added_to_the_ledger_once(project: Path):
    ledger = project / "docs/_data/permalinks.yml"
    ledger.parent.mkdir()
    ledger.write_text("addresses:\n  /: home\n  /sea/power/: power\n")

    done = imported(project, write("tides.gift", WHOLE))
    text = ledger.read_text()
    (project / done.path).unlink()

    assert done.ledger == "docs/_data/permalinks.yml:3: /quizzes/tides/: tides"
    assert text == "addresses:\n  /: home\n  /quizzes/tides/: tides\n  /sea/power/: power\n"
    assert imported(project, "tides.gift").ledger == ""
    assert ledger.read_text() == text


def test_what_the_file_lacks_is_named_by_the_loader_with_its_line(project: Path):
    done = imported(project, write("aiken.txt", "What?\nA. One\nB. Two\nANSWER: A\n"), "tides")
    text = (project / done.path).read_text("utf-8")

    assert not done.is_whole
    assert "# 2 things are missing or wrong here: make build names them, each with its line.\n" in text
    assert list(map(str, done.missing)) == [
        (
            "docs/_data/quizzes/tides.yml:9:5: a question has no 'explanation' [quiz-missing-field]\n"
            "    hint: add 'explanation: …'"
        ),
        (
            "docs/_data/quizzes/tides.yml:15:9: the wrong option 'Two' has no feedback [quiz-no-feedback]\n"
            "    hint: add 'feedback: …' that teaches"
        ),
    ]


@pytest.mark.parametrize(
    ("name", "id", "says"),
    [
        ("", "", "name the file: make import FILE=quiz.xml"),
        ("none.xml", "", "there is no file 'none.xml'"),
        ("tides.gift", "", "docs/_data/quizzes/tides.yml is there already; choose another id: QUIZ=…"),
        ("tides.gift", "power", "the id 'power' already belongs to a page; choose another: QUIZ=…"),
        (
            *("tides.gift", "../power"),
            (
                "'../power' cannot be the id of a quiz; use lower-case words joined by hyphens: make import FILE=… "
                "QUIZ=trust-basics"
            ),
        ),
        (
            *("tides.gift", "all"),
            (
                "'all' cannot be the id of a quiz; use lower-case words joined by hyphens: make import FILE=… "
                "QUIZ=trust-basics"
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(project: Path, name: str, id: str, says: str):
    write("tides.gift", WHOLE)
    (project / "docs/_data/quizzes").mkdir(parents=True)
    (project / "docs/_data/quizzes/tides.yml").write_text("mine\n")
    before = sorted(project.rglob("*"))

    with pytest.raises(CannotImportError) as error:
        imported(project, name, id)

    assert str(error.value) == says
    assert (project / "docs/_data/quizzes/tides.yml").read_text() == "mine\n"
    assert sorted(project.rglob("*")) == before


def test_a_write_that_fails_leaves_nothing_behind(project: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(source: str, target: Path) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(OSError, match="no space"):
        imported(project, write("tides.gift", WHOLE))

    assert list((project / "docs/_data/quizzes").iterdir()) == []


def test_the_command_says_what_it_did_and_fails_where_something_is_left_to_do(project: Path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tools.importing", *arguments]
        environment = os.environ | {"PYTHONPATH": f"{ROOT}/hooks:{ROOT}"}
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    whole = run(write("tides.gift", WHOLE), "")
    broken = run(write("broken.gift", "The tide {=rises"), "broken")
    lacking = run(write("lacking.gift", "The tide rises. {T}"), "lacking")

    assert (whole.returncode, broken.returncode, lacking.returncode) == (0, 1, 1)
    assert whole.stdout.splitlines()[-2:] == [
        "docs/_data/quizzes/tides.yml: new",
        "Now read it: an import cannot see what is right.",
    ]
    assert broken.stdout.splitlines()[-1] == "Nothing was written."
    assert "It cannot be built yet:" in lacking.stdout
    assert yaml.safe_load((project / "docs/_data/quizzes/lacking.yml").read_text())["questions"][0]["answer"] is True


def test_ids_are_valid_and_each_is_there_once():
    def asked(id: str = "", prompt: str = "", label: str = "") -> ReadQuestion:
        question = ReadQuestion(at=None, id=id)  # type: ignore[arg-type]  # where it stands makes no difference
        question.fields = {"prompt": prompt, "label": label}
        return question

    questions = [
        *(
            asked("moon.first"),
            asked("first"),
            asked("Ünïcode ID"),
            asked(prompt="What's **the** moon doing up there?"),
        ),
        *(asked(prompt="月"), asked("title"), asked(label="A label", prompt="A prompt")),
    ]

    assert question_ids(questions, "moon", ["title"]) == [
        *("first", "first-2", "unicode-id", "what-s-the-moon-doing", "question-5", "title-2", "a-label"),
    ]
    assert slug_of("A long name that goes on and on and on and never ends") == "a-long-name-that-goes-on-and-on-and-on"
