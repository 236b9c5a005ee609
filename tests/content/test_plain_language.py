"""Short, plain, and in small pieces: alarms, not proof of clarity."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

import pytest
import textstat

from tests.building import ROOT
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

GUIDES = [*sorted(DOCS.glob("_data/guides/*.yml")), DOCS / "_data/planner.yml"]
PAGES = [pytest.param(page, id=page.name) for page in pages_for_readers()]

# Pages that lead elsewhere, list something or tell about the site itself.
NO_STEPS = (
    *("about/", "educators/", "glossary.md", "guides/", "help-now.md", "index.md"),
    *("options/plan-what-to-say.md", "quizzes/", "references.md"),
)
PAGES_WITH_STEPS = [page for page in PAGES if not str(page.id).startswith(NO_STEPS)]


def grade(page: Page) -> float:
    """Flesch-Kincaid grade of a page's prose; a list item is a sentence, whether or not it ends in a full stop."""
    return grade_of(page.sentences)


def grade_of(sentences: Iterable[Sentence]) -> float:
    """Flesch-Kincaid grade of some sentences."""
    text = "\n".join(sentence.text.rstrip(".!?:;") + "." for sentence in sentences)
    return float(textstat.flesch_kincaid_grade(text))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_at_grade_8_5_or_lower(page: Page):
    """Criterion C04: no page over grade 8.5."""
    if not page.sentences:
        return  # a page that the site writes
    assert grade(page) <= 8.5, f"{page.place}: reads at grade {grade(page):.1f}"


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.stem)
def test_a_guide_reads_at_grade_7_or_lower(file: Path):
    place = f"{file.relative_to(ROOT)}:"
    written = [one for one in written_in_data() if one.place.startswith(place) and one.key in PROSE_FIELDS]
    found = grade_of(sentence for one in written for sentence in one.sentences)
    assert found <= 7, f"{place} reads at grade {found:.1f}"


def test_the_site_reads_at_grade_7_or_lower():
    """Criterion C04: half of the pages at grade 7 or easier."""
    grades = {page.place: grade(page) for page in pages_for_readers() if page.sentences}
    hardest = ", ".join(f"{place} {value:.1f}" for place, value in sorted(grades.items(), key=lambda one: -one[1])[:5])
    assert median(grades.values()) <= 7, (
        f"half of the pages read at grade {median(grades.values()):.1f} or higher: {hardest}"
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_sentence_has_25_words_at_most(page: Page):
    """Criteria C04 and C05: outside quotations and titles."""
    long = [f"{one.place}: a sentence of {one.words} words: {one.text}" for one in page.sentences if one.words > 25]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("page", PAGES)
def test_sentences_have_15_words_or_fewer_on_average(page: Page):
    """Criterion C04: on each page."""
    if len(page.sentences) < 10:
        return  # too few to speak of an average
    average = mean(sentence.words for sentence in page.sentences)
    assert average <= 15, f"{page.place}: sentences of {average:.1f} words on average"


@pytest.mark.parametrize("page", PAGES)
def test_a_paragraph_has_three_sentences_at_most(page: Page):
    """Criterion C05: on each page."""
    long = [f"{one.place}: {len(one.sentences)} sentences: {one.text}" for one in page.prose if len(one.sentences) > 3]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("page", PAGES)
def test_a_heading_comes_at_least_every_150_words(page: Page):
    """Criterion C09: pieces that can be found again."""
    long = [
        f"{section[0].place}: {sum(block.words for block in section)} words before the next heading"
        for section in sections(page)
        if sum(block.words for block in section if block.tag not in HEADINGS) > 150
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("page", PAGES)
def test_a_bulleted_list_has_seven_items_at_most(page: Page):
    """Criterion C09: lists that can be kept in mind."""
    lists = [(items[0], len(items)) for items in ([*one.iterchildren("li")] for one in page.tree.iter("ul")) if items]
    long = [
        f"{page.place}: a list of {count} items, from: {' '.join(first.text_content().split())[:60]}"
        for first, count in lists
        if count > 7
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_a_lead_of_60_words_at_most(page: Page):
    """Criterion C03: the first paragraph is short; whether it answers the title takes a person."""
    lead = [block for block in sections(page)[0] if block.tag == "p"] if page.blocks else []
    if not page.blocks:
        return  # a page that the site writes
    assert page.blocks[0].tag == "p", f"{page.blocks[0].place}: a page begins with a paragraph that answers its title"
    opening = lead[: next((at for at, block in enumerate(lead) if block.quoted), None)]
    first = opening[0]
    assert first.words <= 60, f"{first.place}: the first paragraph has {first.words} words"


@pytest.mark.parametrize("page", PAGES_WITH_STEPS)
def test_a_page_names_something_to_do_next_before_all_else(page: Page):
    """Criterion C10: the first heading is 'Do this next', and a list stands below it."""
    first = next((block for block in page.blocks if block.tag in HEADINGS), None)
    assert first is not None, f"{page.place}: no heading"
    assert first.text == "Do this next", f"{first.place}: the first heading is '{first.text}'"
    after = page.blocks[page.blocks.index(first) + 1]
    assert after.tag == "li" or page.tree.xpath("//h2[1]/following-sibling::*[1][self::ul or self::ol]"), (
        f"{after.place}: the steps are no list"
    )


def test_sentences_in_data_files_have_25_words_at_most():
    """Criterion C04: in the data files too."""
    long = [
        f"{written.place}: a sentence of {sentence.words} words: {sentence.text}"
        for written in written_in_data()
        if written.key in PROSE_FIELDS
        for sentence in written.sentences
        if sentence.words > 25
    ]
    assert not long, "\n".join(long)


def sections(page: Page) -> list[tuple[Block, ...]]:
    """A page's blocks, cut before each heading."""
    starts = [at for at, block in enumerate(page.blocks) if block.tag in HEADINGS]
    edges = sorted({0, *starts, len(page.blocks)})
    return [page.blocks[start:end] for start, end in pairwise(edges)]
