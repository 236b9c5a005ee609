"""What a page says of the law names the place, and what it says of people is counted in people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.content.reading import (
    DOCS,
    HEADINGS,
    PROSE_FIELDS,
    Block,
    Page,
    Sentence,
    pages_for_readers,
    written_in_data,
)

PAGES = [pytest.param(page, id=page.name) for page in pages_for_readers()]

LAW = re.compile(
    r"\b(laws?|legal|legally|illegal|lawful|lawfully|unlawful|supreme court|regulators?|regulated|statutory|HIPAA|GDPR"
    r"|ombudsman|licensing board|protected (title|by law)|crime|criminal offence|tribunal|Act of \d{4})\b"
)
PLACE = re.compile(
    r"\b(UK|England|Wales|Scotland|Northern Ireland|Ireland|US|California|Illinois|Utah|Canada|Canadian|Ontario|Quebec"
    r"|Alberta|British Columbia|Australian?|New South Wales|Queensland|Victoria|New Zealand|Aotearoa|HIPAA"
    r"|United (Kingdom|States))\b"
)
# Words that leave the law open: it differs, it may, it has to be asked about, it is not what we offer.
OPEN = re.compile(
    r"\b(legal advice|lawyer|differs?|depends|where you (are|live)|if|unless|where|whether|may|not (check|checked)"
    r"|could not confirm|law of nature)\b",
    re.IGNORECASE,
)
# Sentences that name the law and state none.
NO_STATEMENT = {
    "about/how-we-make-our-content.md": "says how we work",
    "about/standards.md": "says how we work",
    "about/corrections.md": "says how we work",
    "help-now.md": "says that nobody has to be sure that it is a crime",
    "options/complain.md": "says what a kind of body can do, before it names those of each country",
    "options/routes-by-country.md": "explains two words, before the list of places",
    "references.md": "says what is in the list",
    "starting/choose-and-check-a-therapist.md": "says where titles were seen",
    "trust/hard-to-be-honest.md": "says what to ask about",
}
SIX_MONTHS = timedelta(days=186)

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


@dataclass(frozen=True)
class Part:
    """A heading with those above it, and what stands below it."""

    page: Page
    headings: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All that a reader sees of it, and of the headings that lead to it."""
        return " ".join([self.headings, *(block.text for block in self.blocks)])

    @property
    def source(self) -> str:
        """What was written, with its links; from the heading's line to the last."""
        lines = [int(block.place.rpartition(":")[2]) for block in self.blocks]
        written = self.page.path.read_text("utf-8").splitlines()
        after = next((at for at, line in enumerate(written[max(lines) :], max(lines)) if line.startswith("#")), None)
        return "\n".join(written[min(lines) - 1 : after])

    @property
    def law(self) -> Iterator[Sentence]:
        """The sentences on the law, in our own words."""
        for block in self.blocks:
            if not block.quoted and block.tag not in HEADINGS:
                yield from (sentence for sentence in block.sentences if LAW.search(sentence.text))


def parts(page: Page) -> Iterator[Part]:
    """A page, cut before each heading."""
    above: list[Block] = []
    below: list[Block] = []
    for block in [*page.blocks, None]:
        if block is None or block.tag in HEADINGS:
            if below:
                yield Part(page, " ".join(heading.text for heading in above), tuple(below))
            below = []
            if block is not None:
                above = [heading for heading in above if heading.tag < block.tag] + [block]
        else:
            below.append(block)


@pytest.mark.parametrize("page", PAGES)
def test_a_statement_of_law_names_the_place(page: Page):
    """Criterion C19: the section names a country or a state, or leaves the law open."""
    if page.name in NO_STATEMENT:
        return
    placeless = [
        f"{sentence.place}: no country is named for this law, here or in its section: {sentence.text}"
        for part in parts(page)
        if not PLACE.search(part.text)
        for sentence in part.law
        if not OPEN.search(sentence.text)
    ]
    assert not placeless, "\n".join(placeless)


@pytest.mark.parametrize("page", PAGES)
def test_the_law_of_a_place_comes_with_where_it_was_read(page: Page):
    """Criterion C19: the section cites, links to an official page or to ours that does, or says where it was seen."""
    bare = [
        f"{sentence.place}: nobody can look this law up: {sentence.text}"
        for part in parts(page)
        if not re.search(r"\[@|\]\(https?://|\]\(/[\w/-]+\.md#|\b[Ss]een on\b", part.source)
        for sentence in part.law
        if PLACE.search(sentence.text)
    ]
    assert not bare, "\n".join(bare)


@pytest.mark.parametrize("page", PAGES)
def test_the_law_of_a_place_is_compared_again_within_six_months(page: Page):
    """Criteria C19 and C31: a page that states the law of a place has the shorter date."""
    stated = [sentence for part in parts(page) for sentence in part.law if PLACE.search(sentence.text)]
    given = page.front["review_by"] - page.front["sources_checked"]
    assert not stated or given <= SIX_MONTHS, (
        f"{page.place}: 'review_by' is {given.days} days later, and line {stated[0].place.rpartition(':')[2]} is on law"
    )


def test_quizzes_and_glossary_name_the_place_of_a_law():
    """Criterion C19, in the data files: the text names a place, or leaves the law open."""
    placeless = [
        f"{written.place}: no country is named for this law: {written.text}"
        for written in written_in_data()
        if written.key in {"explanation", "definition", "prompt"}
        and any(LAW.search(sentence.text) and not OPEN.search(sentence.text) for sentence in written.sentences)
        and not PLACE.search(written.text)
    ]
    assert not placeless, "\n".join(placeless)


def test_how_common_a_thing_is_among_people_is_said_in_people():
    """Criterion C13: '9 in 10' and not '90%'; a correlation stays one, and so does a share of differences."""
    prose = [sentence for page in pages_for_readers() for sentence in page.sentences]
    prose += [
        sentence
        for written in written_in_data()
        if written.key in PROSE_FIELDS - {"text"}
        for sentence in written.sentences
    ]
    found = [
        f"{sentence.place}: say how many people in 10, 20 or 100: {sentence.text}"
        for sentence in prose
        if PER_CENT.search(sentence.text) and PEOPLE.search(sentence.text) and not NOT_PEOPLE.search(sentence.text)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", PAGES)
def test_how_strong_a_link_is_stands_in_words_on_a_page_for_clients(page: Page):
    """The numbers of research are on the page about the evidence; elsewhere a link is small, moderate or large."""
    if page.name in WITH_SCALES:
        return
    found = [f"{one.place}: say it in words: {one.text}" for one in page.sentences if SCALE.search(one.text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("quiz", sorted(DOCS.glob("_data/quizzes/*.yml")), ids=lambda path: path.stem)
def test_how_strong_a_link_is_stands_in_words_in_a_quiz_for_beginners(quiz: Path):
    written = quiz.read_text("utf-8")
    if "\nlevel: introductory\n" not in written:
        return
    found = [line.strip() for line in written.splitlines() if SCALE.search(line)]
    assert not found, f"{quiz.name}: say it in words: {found}"
