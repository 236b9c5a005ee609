"""What the README shows is so: its commands, its quiz, and the message for a mistake in it."""

from __future__ import annotations

import re

from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.model import Quiz

from tests.building import ROOT

NAME = "docs/_data/quizzes/pace.yml"


def shown() -> tuple[str, str]:
    """The quiz of the README, and the message that it shows."""
    section = (ROOT / "README.md").read_text("utf-8").partition("## One quiz, from YAML to screen")[2]
    [quiz] = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    [message] = re.findall(rf"```text\n({NAME}:.*?)\n```", section, re.DOTALL)
    return quiz, message


def said(quiz: str) -> str:
    report = Report()
    document = load(quiz, NAME, report)
    assert document
    validate(Quiz, document, "quiz", report)
    return "\n".join(map(str, report))


def test_the_quiz_of_the_readme_has_no_mistakes():
    assert said(shown()[0]) == ""


def test_the_message_of_the_readme_is_printed_for_the_mistake_that_it_shows():
    quiz, message = shown()
    mistake = re.search(r"'(\w+)' is not a field", message)
    meant = re.search(r"did you mean '(\w+)'", message)
    assert mistake
    assert meant

    assert said(quiz.replace(f"{meant[1]}:", f"{mistake[1]}:", 1)) == message


def test_the_readme_lists_the_commands_as_make_does():
    commands = re.findall(r"^([a-z-]+):.*?## (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    listed = re.findall(r"^\| `make ([a-z-]+)` \| (.+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert listed == commands
