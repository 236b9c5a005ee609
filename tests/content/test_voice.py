"""A kind, well-informed person speaks: what made the text sound translated does not come back.

docs/about/how-we-make-our-content.md says how we write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.content.reading import WORD, Page, pages_for_readers, written_in_data

#: What we say too often, as a rule and its reason; how often it may stand on all pages and in all data together.
TICS = {
    r", and not\b(?! every)": ("a contrast that a plain sentence says better", 4),
    r"\bour own judge?ment\b": ("say whose list it is once, or nothing", 1),
    r"\b(could not|couldn['’]t|cannot|can['’]t) confirm\b": ("is no answer: name who to ask", 0),
    r"\b(man|woman|farmer|student|teacher|nurse|driver) of [1-9]\d\b": ("nobody says that: a 58-year-old", 0),
    r"\b[Ii]t is [^.?!]{3,40}, and never\b": ("a slogan", 0),
    r"\bis not sure to\b": ("translated: there's no guarantee", 0),
    r"\bnor does it\b|\bhereby\b|\bwhereby\b|\bthus\b": ("nobody speaks like that", 0),
    r"[—]": ("a comma or a full stop does", 0),
}

#: Pages that speak of the site itself, or lead elsewhere.
ABOUT = ("about/", "glossary.md", "guides/", "quizzes/", "references.md")

#: Where readers came for numbers.
WITH_STATISTICS = ("about/", "clinics/", "educators/", "trust/does-it-matter-evidence.md")

MOST_MODALS = 4.5  # 'can', 'could', 'may', 'might' in a hundred words: the most hesitant page has 3.5
FEWEST_CONTRACTIONS = 1.5  # in a hundred words: the stiffest page for readers has 1.7

TALKED = [page for page in pages_for_readers() if page.sentences and not page.name.startswith(ABOUT)]
PAGES = [pytest.param(page, id=page.name) for page in TALKED]


def texts() -> Iterator[tuple[str, str]]:
    """Yield each sentence for readers with its place."""
    for page in pages_for_readers():
        if not page.name.startswith("about/"):
            yield from ((sentence.place, sentence.text) for sentence in page.sentences)
    yield from ((one.place, one.text) for one in written_in_data())


def in_a_hundred_words(pattern: str, page: Page) -> float:
    text = " ".join(sentence.text for sentence in page.sentences)
    return 100 * len(re.findall(pattern, text)) / len(WORD.findall(text))


@pytest.mark.parametrize("tic", TICS)
def test_a_tic_stays_rare(tic: str):
    because, most = TICS[tic]
    found = [f"{place}: {text}" for place, text in texts() if re.search(tic, text)]
    assert len(found) <= most, "\n".join([f"{because}; {most} at most:", *found])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_not_hesitate_at_every_turn(page: Page):
    found = in_a_hundred_words(r"\b(can|could|may|might)\b", page)
    assert found <= MOST_MODALS, f"{page.place}: 'can', 'could', 'may', 'might' {found:.1f} times in a hundred words"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_with_contractions(page: Page):
    found = in_a_hundred_words(r"\w['’](re|s|t|ll|ve|d|m)\b", page)
    assert found >= FEWEST_CONTRACTIONS, f"{page.place}: {found:.1f} contractions in a hundred words"


@pytest.mark.parametrize("page", [one for one in PAGES if not str(one.id).startswith(WITH_STATISTICS)])
def test_a_page_for_clients_holds_no_statistics(page: Page):
    """They are on the page about the evidence; elsewhere it says 'a small link'."""
    found = [f"{one.place}: {one.text}" for one in page.sentences if re.search(r"\b[rdg] ?= ?-?[.\d]|\bp ?<", one.text)]
    assert not found, "\n".join(found)
