"""List the rules, and hold texts to all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from primer.core.diagnostics import Diagnostic

from tools.content import (
    asked,
    citations,
    front_matter,
    home,
    items,
    law,
    numbers,
    plain_language,
    promised_lines,
    published,
    quizzes,
    routes,
    schema_lines,
    searches,
    standards,
    unwritten,
    voice,
    wording,
)
from tools.content.built import Built
from tools.content.corpus import Corpus

Rule = Callable[[Corpus], Iterator[Diagnostic]]
SiteRule = Callable[[Corpus, Built], Iterator[Diagnostic]]

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
    *items.RULES,
    *home.RULES,
    *standards.RULES,
    *unwritten.RULES,
    *schema_lines.RULES,
    *searches.RULES,
)
SITE_RULES: tuple[SiteRule, ...] = (*published.SITE_RULES, *searches.SITE_RULES)
"""Those that look at the site that was built, too."""


def problems(corpus: Corpus) -> Iterator[Diagnostic]:
    """Yield what is wrong, rule by rule."""
    for rule in RULES:
        yield from rule(corpus)


def problems_of_site(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """Yield what is wrong with the site that was built of these texts."""
    for rule in SITE_RULES:
        yield from rule(corpus, site)
