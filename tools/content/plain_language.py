"""Keep text short, plain, and in small pieces: alarms, not proof of clarity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import mean, median

import textstat
from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import PROSE_FIELDS, Corpus
from tools.content.reading import HEADINGS, Block, Page, Sentence

HARDEST, HARDEST_GUIDE, HARDEST_SITE = 8.5, 7, 7
MOST_WORDS, MOST_WORDS_ON_AVERAGE = 25, 15
MOST_SENTENCES = 3
MOST_WORDS_TO_A_HEADING = 150
MOST_ITEMS = 7
MOST_WORDS_OF_A_LEAD = 60
FIRST_HEADING = "Do this next"

# Pages that lead elsewhere, list something or tell about the site itself.
NO_STEPS = (
    *("about/", "clinics/", "educators/", "glossary.md", "guides/", "help-now.md", "index.md"),
    *("options/plan-what-to-say.md", "quizzes/", "references.md"),
)


def hard_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C04: no page over grade 8.5."""
    for page in corpus.pages_for_readers:
        if page.sentences and (grade := grade_of(page.sentences)) > HARDEST:
            message = f"the page reads at grade {grade:.1f}, {HARDEST} at most"
            yield Diagnostic(page.location, message, "content-hard-text", _hardest(page.sentences))


def hard_guides(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C04: a guide, and the planner, read at grade 7 or lower."""
    for path in [*sorted(corpus.docs.glob("_data/guides/*.yml")), corpus.docs / "_data/planner.yml"]:
        name = path.relative_to(corpus.root).as_posix()
        written = [one for one in corpus.written if one.location.path == name and one.key in PROSE_FIELDS]
        sentences = [sentence for one in written for sentence in one.sentences]
        if sentences and (grade := grade_of(sentences)) > HARDEST_GUIDE:
            message = f"the file reads at grade {grade:.1f}, {HARDEST_GUIDE} at most"
            yield Diagnostic(Location(name), message, "content-hard-text", _hardest(sentences))


def hard_site(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C04: half of the pages at grade 7 or easier."""
    grades = {page: grade_of(page.sentences) for page in corpus.pages_for_readers if page.sentences}
    if grades and (middle := median(grades.values())) > HARDEST_SITE:
        hardest = max(grades, key=lambda page: grades[page])
        message = f"half of the pages read at grade {middle:.1f} or higher, {HARDEST_SITE} at most"
        hint = f"begin with this page, the hardest of all: grade {grades[hardest]:.1f}"
        yield Diagnostic(hardest.location, message, "content-hard-site", hint)


def long_sentences(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criteria C04 and C05: outside quotations and titles, and in data files too."""
    for one in corpus.prose:
        if one.words > MOST_WORDS:
            message = f"a sentence of {one.words} words, {MOST_WORDS} at most"
            yield Diagnostic(one.location, message, "content-long-sentence", f"cut it in two: {one.begins}")


def long_on_average(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C04: on each page, where it has enough sentences to speak of an average."""
    for page in corpus.pages_for_readers:
        lengths = [sentence.words for sentence in page.sentences]
        if len(lengths) >= 10 and (average := mean(lengths)) > MOST_WORDS_ON_AVERAGE:
            message = f"sentences of {average:.1f} words on average, {MOST_WORDS_ON_AVERAGE} at most"
            longest = sorted(page.sentences, key=lambda one: -one.words)[:3]
            yield Diagnostic(page.location, message, "content-long-on-average", _in_lines("shorten those", longest))


def long_paragraphs(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C05: three sentences at most."""
    for page in corpus.pages_for_readers:
        for block in page.prose:
            if len(block.sentences) > MOST_SENTENCES:
                message = f"a paragraph of {len(block.sentences)} sentences, {MOST_SENTENCES} at most"
                hint = f"leave a line free before {block.sentences[MOST_SENTENCES].begins}"
                yield Diagnostic(block.location, message, "content-long-paragraph", hint)


def missing_headings(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C09: a heading at least every 150 words, so that pieces can be found again."""
    for page in corpus.pages_for_readers:
        for section in sections(page):
            words = sum(block.words for block in section if block.tag not in HEADINGS)
            if words > MOST_WORDS_TO_A_HEADING:
                message = f"{words} words before the next heading, {MOST_WORDS_TO_A_HEADING} at most"
                yield Diagnostic(section[0].location, message, "content-missing-heading", "add a heading half-way")


def long_lists(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C09: lists that can be kept in mind."""
    for page in corpus.pages_for_readers:
        for items in ([*one.iterchildren("li")] for one in page.tree.iter("ul")):
            if len(items) > MOST_ITEMS:
                message = f"a list of {len(items)} items, {MOST_ITEMS} at most"
                hint = "make two lists with a sentence before each, or number the items if their order matters"
                yield Diagnostic(page.location_of(items[0]), message, "content-long-list", hint)


def leads(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C03: the first paragraph is short; whether it answers the title takes a person."""
    for page in corpus.pages_for_readers:
        first = page.blocks[0] if page.blocks else None
        if first and (first.tag != "p" or first.quoted):
            hint = "begin with a paragraph that answers the title"
            yield Diagnostic(first.location, "a page does not begin with a paragraph", "content-no-lead", hint)
        elif first and first.words > MOST_WORDS_OF_A_LEAD:
            message = f"a first paragraph of {first.words} words, {MOST_WORDS_OF_A_LEAD} at most"
            yield Diagnostic(first.location, message, "content-long-lead", "answer the title, and move the rest down")


def steps(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C10: the first heading is 'Do this next', and a list stands below it."""
    for page in corpus.pages_for_readers:
        if page.name.startswith(NO_STEPS):
            continue
        first = next((block for block in page.blocks if block.tag in HEADINGS), None)
        hint = f"write '## {FIRST_HEADING}' above the other headings, with a list of steps below it"
        if first is None:
            yield Diagnostic(page.location, "the page names nothing to do next", "content-no-steps", hint)
        elif first.text != FIRST_HEADING:
            message = f"the first heading is '{first.text}', not '{FIRST_HEADING}'"
            yield Diagnostic(first.location, message, "content-no-steps", hint)
        elif not _has_list(page, first):
            message = f"there is no list below '{FIRST_HEADING}'"
            yield Diagnostic(first.location, message, "content-no-steps", "write each step as an item: '- Ask …'")


def grade_of(sentences: Iterable[Sentence]) -> float:
    """Flesch-Kincaid grade of some sentences; a list item is one, whether or not it ends in a full stop."""
    text = "\n".join(sentence.text.rstrip(".!?:;") + "." for sentence in sentences)
    return float(textstat.flesch_kincaid_grade(text))


def sections(page: Page) -> list[tuple[Block, ...]]:
    """A page's blocks, cut before each heading."""
    starts = [at for at, block in enumerate(page.blocks) if block.tag in HEADINGS]
    edges = sorted({0, *starts, len(page.blocks)})
    return [page.blocks[start:end] for start, end in pairwise(edges)]


def _has_list(page: Page, heading: Block) -> bool:
    after = page.blocks[page.blocks.index(heading) + 1 :]
    below = page.tree.xpath("//h2[1]/following-sibling::*[1][self::ul or self::ol]")
    return bool(below) or bool(after and after[0].tag == "li")


def _hardest(sentences: list[Sentence]) -> str:
    hardest = sorted(sentences, key=lambda one: -grade_of([one]))[:3]
    return _in_lines("shorter words and sentences, first of all", hardest)


def _in_lines(what: str, sentences: list[Sentence]) -> str:
    *others, last = sorted({sentence.location.line for sentence in sentences})
    return f"{what} in line{'s' if others else ''} {', '.join(map(str, others))}{' and ' if others else ''}{last}"


RULES = (
    *(hard_pages, hard_guides, hard_site, long_sentences, long_on_average),
    *(long_paragraphs, missing_headings, long_lists, leads, steps),
)
