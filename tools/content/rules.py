"""List the rules, and hold texts to all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from primer.core.diagnostics import Diagnostic

from tools.content import (
    asked,
    citations,
    front_matter,
    law,
    numbers,
    plain_language,
    promised_lines,
    quizzes,
    routes,
    standards,
    unwritten,
    voice,
    wording,
)
from tools.content.corpus import Corpus

Rule = Callable[[Corpus], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    *plain_language.RULES,
    *voice.RULES,
    *wording.RULES,
    *front_matter.RULES,
    *asked.RULES,
    *citations.RULES,
    *numbers.RULES,
    *law.RULES,
    *promised_lines.RULES,
    *routes.RULES,
    *quizzes.RULES,
    *standards.RULES,
    *unwritten.RULES,
)


def problems(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield what is wrong, rule by rule."""
    for rule in RULES:
        yield from rule(corpus)
