"""Let the home page show as many worries as fill its rows, each with a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Diagnostic

from tools.content.corpus import Corpus

WORRIES = 6
"""Two or three in a row, whatever the screen, with none left over."""


def worries(corpus: Corpus) -> Iterator[Diagnostic]:
    """There are six, and no two lead to the same page."""
    for home in corpus.data("home.yml"):
        cards = home.part("worries").part("cards")
        if (count := len(cards.items())) != WORRIES:
            message = f"there are {count} worries, and {WORRIES} fill the rows on every screen"
            hint = "leave one out, or move a page to 'topics'" if count > WORRIES else "add one, or bring one back"
            yield Diagnostic(cards.location_of(), message, "content-worries", hint)
        first: dict[str, str] = {}
        for card in cards.items():
            fields = card.data if isinstance(card.data, Mapping) else {}
            worry, page = str(fields.get("worry")), str(fields.get("page"))
            if (other := first.setdefault(page, worry)) != worry:
                message = f"'{worry}' leads to the page of '{other}'"
                hint = "choose the page that answers this worry alone"
                yield Diagnostic(card.location_of("page"), message, "content-worries", hint)


RULES = (worries,)
