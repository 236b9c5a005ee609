"""Build the site whose quizzes hold the questions with which each type of question is tried, with several settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT, build_in_place, write_project
from tests.question_types import every_type, is_scored

QUESTIONS_URL = "http://questions.test/"
SITE = ROOT / "tests/sites/questions"

QUESTIONS = every_type()["questions"]
#: Whether each question, by id, is ever worth something.
SCORED: dict[str, bool] = {question["id"]: is_scored(question["type"]) for question in QUESTIONS}
TOTAL = len(QUESTIONS)
POINTS = sum(SCORED.values())


def of(**fields: str) -> list[str]:
    """The ids of the questions with these fields, in order."""
    return [question["id"] for question in QUESTIONS if fields.items() <= question.items()]


#: A story with a choice that stands in two steps, and leads on from each with words of its own.
AGAIN = {
    "id": "again",
    "type": "scenario",
    "prompt": "Someone asks you twice.",
    "steps": [
        {
            "id": "first",
            "text": "They ask.",
            "choices": [
                {"text": "Wait", "to": "second", "feedback": "They ask again."},
                {"text": "Say no", "to": "end", "feedback": "You said it at once."},
            ],
        },
        {
            "id": "second",
            "text": "They ask once more.",
            "choices": [
                {"text": "Say no", "to": "end", "feedback": "You said it the second time."},
                {"text": "Say yes", "to": "other-end", "feedback": "You may."},
            ],
        },
        {"id": "end", "text": "They thank you.", "outcome": "good"},
        {"id": "other-end", "text": "They are glad.", "outcome": "mixed"},
    ],
    "explanation": "You can say no at any time.",
}

#: Quizzes with the same questions, and the settings that differ.
VARIANTS: dict[str, dict[str, Any]] = {
    "sensitive-types": {"sensitive": True},
    "drawn-types": {
        "shuffle": {"questions": True, "options": True, "seed": 7},
        "draw": [{"objective": "limits", "number": 3}, {"objective": "words", "number": 1}],
        "pass_mark": 60,
    },
    "mixed-types": {"shuffle": {"questions": True, "options": True}},
    "told-twice": {"objectives": [], "sections": [], "questions": [AGAIN]},
}


def questions_files() -> dict[str, str]:
    """The files of the site, by path."""
    files = {path.relative_to(SITE).as_posix(): path.read_text("utf-8") for path in (SITE / "docs").rglob("*.*")}
    quiz = every_type()
    variants = {id: {"title": id.replace("-", " ").capitalize(), **settings} for id, settings in VARIANTS.items()}
    for id, settings in {"every-type": {}, **variants}.items():
        files[f"docs/_data/quizzes/{id}.yml"] = yaml.safe_dump({**quiz, **settings}, sort_keys=False)
    return files


def build_questions_site(project: Path) -> None:
    """Build the site in place; it must not make a warning."""
    write_project(project, questions_files())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", QUESTIONS_URL)  # where the browser of the tests finds it
        assert build_in_place(project).warnings == []
