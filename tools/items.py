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


def main(data: Path = ROOT / "docs/_data") -> None:
    """Print each, and how many questions were looked at; a question that could be better is no failure."""
    quizzes = load_sources([FEATURE], DataFolder(data, "docs/_data", Report()))[QUIZZES]
    # A site's strings are those of all features, of which this reads one: what it does not know is no mistake.
    strings = load_strings([FEATURE], DataFolder(data, "docs/_data", Report()), "en")
    found = item_problems(quizzes.items, quizzes.documents, strings)
    for problem in found:
        print(problem)
    questions = sum(len(quiz.questions) for quiz in quizzes.items.values())
    print(f"{len(quizzes.items)} quizzes, {questions} questions, {len(found)} remarks")
    if quizzes.broken:
        names = ", ".join(sorted(quizzes.broken))
        print(f"Not in this report, because they cannot be read: {names}. `make build` says why.")


if __name__ == "__main__":
    main()
