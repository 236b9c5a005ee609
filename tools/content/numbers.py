"""Let numbers be said in people on pages, how strong a link is in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import PROSE_FIELDS, Corpus

PER_CENT = re.compile(r"\d ?%|\bper cent\b")
PEOPLE = re.compile(
    r"\b(adults|cases|claims|clients|dishonest|men|people|psychologists|reported|teenagers|therapists|women)\b"
)
# What else may be given in per cent: a share of differences, an interval, a fall in a score, studies.
NOT_PEOPLE = re.compile(r"\b(differences?|variance|interval|results|symptoms|improvement|share|of trials)\b")

# The scales of research, which say nothing to most people: a correlation, a difference, a ratio.
SCALE = re.compile(r"\b[rdg] = -?\d*\.\d|\b(odds|risk) ratio\b|\bSMD\b")
WITH_SCALES = {
    "trust/does-it-matter-evidence.md": "the page on the evidence, to which the others link",
    "clinics/index.md": "for professionals",
    "educators/index.md": "for professionals",
}


def per_cent_of_people(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C13: '9 in 10' and not '90%'; a correlation stays one, and so does a share of differences."""
    prose = [sentence for _, sentence in corpus.prose_of_pages]
    prose += [one for written in corpus.written if written.key in PROSE_FIELDS - {"text"} for one in written.sentences]
    for one in prose:
        if PER_CENT.search(one.text) and (people := PEOPLE.search(one.text)) and not NOT_PEOPLE.search(one.text):
            message = f"'{people[0]}' are counted in per cent"
            yield Diagnostic(one.location, message, "content-per-cent", "say how many in 10, 20 or 100: '9 in 10'")


def scales_on_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """The numbers of research are on the page about the evidence; elsewhere a link is small, moderate or large."""
    for page, one in corpus.prose_of_pages:
        if page.name not in WITH_SCALES and (found := SCALE.search(one.text)):
            yield _scale(one.location, found[0])


def scales_in_quizzes(corpus: Corpus) -> Iterator[Diagnostic]:
    """A quiz for beginners has none either."""
    for quiz in corpus.data("quizzes/*.yml"):
        if isinstance(quiz.data, Mapping) and quiz.data.get("level") == "introductory":
            lines = (corpus.root / quiz.path).read_text("utf-8").splitlines()
            for number, line in enumerate(lines, start=1):
                if found := SCALE.search(line):
                    yield _scale(Location(quiz.path, number, found.start() + 1), found[0])


def _scale(location: Location, said: str) -> Diagnostic:
    message = f"'{said}' says nothing to most readers"
    return Diagnostic(location, message, "content-scale", "say it in words: a small, moderate or large link")


RULES = (per_cent_of_people, scales_on_pages, scales_in_quizzes)
