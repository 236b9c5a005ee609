"""Report what an examiner would ask about in the questions of our quizzes.

Run it with ``hooks`` on the path, or run ``make items``.
"""

from __future__ import annotations

from pathlib import Path

from primer.core.diagnostics import Report
from primer.features.quiz.feature import FEATURE
from primer.features.quiz.lint import item_problems
from primer.features.quiz.model import QUIZZES
from primer.kit.loading import load_sources, load_strings
from primer.kit.sources import DataFolder

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print each, and how many questions were looked at; a question that could be better is no failure."""
    report = Report()
    folder = DataFolder(ROOT / "docs/_data", "docs/_data", report)
    quizzes = load_sources([FEATURE], folder)[QUIZZES]
    is_broken = any(report)  # before the strings: those of other features are none of its own, and are no quizzes
    found = item_problems(quizzes.items, quizzes.documents, load_strings([FEATURE], folder, "en"))
    for problem in found:
        print(problem)
    questions = sum(len(quiz.questions) for quiz in quizzes.items.values())
    print(f"{len(quizzes.items)} quizzes, {questions} questions, {len(found)} remarks")
    if is_broken:
        print("Some quizzes cannot be read, and are not in this report; `make build` says why.")


if __name__ == "__main__":
    main()
