"""Let no question give its answer away or teach nothing."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Diagnostic, Report
from primer.features.quiz.feature import FEATURE
from primer.features.quiz.lint import item_problems
from primer.features.quiz.model import QUIZZES
from primer.kit.loading import load_sources, load_strings
from primer.kit.sources import DataFolder

from tools.content.corpus import Corpus


def weak_items(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criteria of quizzes: feedback everywhere, no giveaway, no repetition, balance, objectives, citations."""
    folder = DataFolder(corpus.docs / "_data", "docs/_data", Report())
    quizzes = load_sources([FEATURE], folder)[QUIZZES]
    # A site's strings are those of all features, of which this reads one: what it does not know is no mistake.
    yield from item_problems(quizzes.items, quizzes.documents, load_strings([FEATURE], folder, "en"))


RULES = (weak_items,)
