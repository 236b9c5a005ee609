"""Let a statement of law name its place and its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from primer.core.diagnostics import Diagnostic

from tools.content.corpus import Corpus
from tools.content.reading import HEADINGS, Block, Page, Sentence

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
SIX_MONTHS = 186  # days
SOURCE = re.compile(r"\[@|\]\(https?://|\]\(/[\w/-]+\.md#|\b[Ss]een on\b")
IN_DATA = {"explanation", "definition", "prompt"}


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
        lines = [block.location.line for block in self.blocks]
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


def laws_without_place(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C19: the section names a country or a state, or leaves the law open; so does a text in data."""
    for page in corpus.pages_for_readers:
        for part in parts(page) if page.name not in NO_STATEMENT else ():
            for sentence in part.law if not PLACE.search(part.text) else ():
                if not OPEN.search(sentence.text):
                    yield _placeless(sentence)
    for written in corpus.written:
        if written.key in IN_DATA and not PLACE.search(written.text):
            stated = (one for one in written.sentences if LAW.search(one.text) and not OPEN.search(one.text))
            yield from (_placeless(sentence) for sentence in stated)


def laws_without_source(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C19: the section cites, links to an official page or to ours that does, or says where it was seen."""
    for page in corpus.pages_for_readers:
        for part in parts(page):
            for sentence in part.law if not SOURCE.search(part.source) else ():
                if found := PLACE.search(sentence.text):
                    message = f"nobody can look up this law of '{found[0]}': its section has no source"
                    hint = "cite it, link to an official page or to a page of ours that does, or say where it was seen"
                    yield Diagnostic(sentence.location, message, "content-law-without-source", hint)


def laws_reviewed_late(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criteria C19 and C31: a page that states the law of a place has the shorter date."""
    for page in corpus.pages_for_readers:
        stated = [one for part in parts(page) for one in part.law if PLACE.search(one.text)]
        if stated and page.days is not None and page.days > SIX_MONTHS:
            line = stated[0].location.line
            message = f"'review_by' is {page.days} days after 'sources_checked', and line {line} states a law"
            hint = f"choose a day within {SIX_MONTHS} days"
            yield Diagnostic(page.field("review_by"), message, "content-late-review", hint)


def _placeless(sentence: Sentence) -> Diagnostic:
    found = LAW.search(sentence.text)
    message = f"no country is named for '{found[0] if found else sentence.text}', here or in its section"
    return Diagnostic(sentence.location, message, "content-law-without-place", "say where that is the law")


RULES = (laws_without_place, laws_without_source, laws_reviewed_late)
