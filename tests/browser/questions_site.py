"""Build the site whose quizzes hold one question of each type, the table of examples, with several settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT, build_in_place, write_project

QUESTIONS_URL = "http://questions.test/"
SITE = ROOT / "tests/sites/questions"
EXAMPLES = "docs/_data/quizzes/every-type.yml"

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


def build_questions_site(project: Path) -> None:
    """Build the site in place; it must not make a warning."""
    files = {path.relative_to(SITE).as_posix(): path.read_text("utf-8") for path in SITE.rglob("*") if path.is_file()}
    quiz = yaml.safe_load(files[EXAMPLES])
    for id, settings in VARIANTS.items():
        variant = {**quiz, "title": id.replace("-", " ").capitalize(), **settings}
        files[f"docs/_data/quizzes/{id}.yml"] = yaml.safe_dump(variant, sort_keys=False)
    write_project(project, files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", QUESTIONS_URL)  # without it, no navigation is instant
        assert build_in_place(project).warnings == []
