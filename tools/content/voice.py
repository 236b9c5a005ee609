"""Keep the voice of a kind, well-informed person: what made the text sound translated does not come back.

docs/about/how-we-make-our-content.md says how we write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus
from tools.content.reading import WORD, Page

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
STATISTICS = re.compile(r"\b[rdg] ?= ?-?[.\d]|\bp ?<")

MOST_MODALS = 4.5  # 'can', 'could', 'may', 'might' in a hundred words: the most hesitant page has 3.5
FEWEST_CONTRACTIONS = 1.5  # in a hundred words: the stiffest page for readers has 1.7
MODAL = r"\b(can|could|may|might)\b"
CONTRACTION = r"\w['’](re|s|t|ll|ve|d|m)\b"


def tics(corpus: Corpus) -> Iterator[Diagnostic]:
    """A tic stays rare."""
    texts = list(_texts(corpus))
    for pattern, (because, most) in TICS.items():
        found = [(location, match[0]) for location, text in texts if (match := re.search(pattern, text))]
        if len(found) > most:
            often = f"stands {len(found)} times on the site, {most} at most" if most else "is not how we speak"
            for location, said in found:
                yield Diagnostic(location, f"'{said}' {often}", "content-tic", because)


def hesitant_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """A page does not hesitate at every turn."""
    for page in talked(corpus):
        if (found := in_a_hundred_words(MODAL, page)) > MOST_MODALS:
            message = f"'can', 'could', 'may' and 'might' {found:.1f} times in a hundred words, {MOST_MODALS} at most"
            yield Diagnostic(
                page.location, message, "content-hesitant", "say what is so; keep 'may' where it is needed"
            )


def stiff_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """A page speaks with contractions."""
    for page in talked(corpus):
        if (found := in_a_hundred_words(CONTRACTION, page)) < FEWEST_CONTRACTIONS:
            message = f"{found:.1f} contractions in a hundred words, {FEWEST_CONTRACTIONS} at least"
            yield Diagnostic(page.location, message, "content-stiff", "write as people speak: don't, you're, it's")


def statistics(corpus: Corpus) -> Iterator[Diagnostic]:
    """A page for clients holds none: they are on the page about the evidence, elsewhere it says 'a small link'."""
    for page in talked(corpus):
        for one in page.sentences if not page.name.startswith(WITH_STATISTICS) else ():
            if found := STATISTICS.search(one.text):
                message = f"'{found[0]}' is a statistic, on a page for clients"
                hint = "say it in words, such as 'a small link', and leave the number to the page on the evidence"
                yield Diagnostic(one.location, message, "content-statistic", hint)


def talked(corpus: Corpus) -> list[Page]:
    """Pages that talk to readers."""
    return [page for page in corpus.pages_for_readers if page.sentences and not page.name.startswith(ABOUT)]


def in_a_hundred_words(pattern: str, page: Page) -> float:
    """How often something is said."""
    text = " ".join(sentence.text for sentence in page.sentences)
    return 100 * len(re.findall(pattern, text)) / max(1, len(WORD.findall(text)))


def _texts(corpus: Corpus) -> Iterator[tuple[Location, str]]:
    """Yield each sentence for readers with its place."""
    for page, sentence in corpus.prose_of_pages:
        if not page.name.startswith("about/"):
            yield sentence.location, sentence.text
    yield from ((one.location, one.text) for one in corpus.written)


RULES = (tics, hesitant_pages, stiff_pages, statistics)
