"""Words that hurt, and claims that are not so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from tests.content.reading import FOR_AUTHORS, PROSE_FIELDS, Sentence, pages, pages_for_readers, written_in_data


@dataclass(frozen=True)
class Banned:
    """Words that no page may use, and the pages that have a reason to."""

    criterion: str
    pattern: str
    because: str
    allowed: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the name of its test."""
        return f"{self.criterion}-{self.pattern}"


BANNED = [
    Banned("C07", r"\b(has |have |had |you )failed\b|\bfailed (client|patient|therapy)", "blames"),
    Banned(
        "C07",
        r"\bresistan(t|ce)\b",
        "blames",
        {
            "_data/glossary.yml": "explains the word",
            "trust/who-does-the-work.md": "explains the word, and what to reply to it",
            "warning-signs/index.md": "quotes it as what a therapist should not call you",
        },
    ),
    Banned("C07", r"\bnon-?complian(t|ce)\b", "blames"),
    Banned("C07", r"\battention[- ]seek", "blames"),
    Banned("C08", r"\bit is important to (note|remember)\b", "says nothing"),
    Banned("C08", r"\bclick(ing)? here\b", "does not say where a link goes"),
    Banned(
        "C18",
        r"\b(30|thirty) ?(%|per ?cent)",
        "a figure that its source does not bear out",
        {
            "educators/index.md": "a lesson traces where it comes from",
            "trust/does-it-matter-evidence.md": "says where the figure came from and why it does not hold",
        },
    ),
    Banned("C18", r"\bHON ?code\b", "the scheme ended on 15 December 2022"),
    Banned("C18", r"\bpress (3|three)\b", "a menu that may have changed"),
    Banned("C18", r"\ball therapists help\b", "not so"),
    Banned("C18", r"\bfrom afar\b", "not so"),
    Banned("C23", r"\bcommit(s|ted|ting)? suicide\b", "says that it is a crime"),
    Banned("C23", r"\b(un)?successful (suicide|attempt)|\bfailed (suicide|attempt)", "calls a death a success"),
    Banned(
        "C25", r"\b(must|have to|need to) (first )?(confront|tell|face) (your|the) therapist first\b", "may not be safe"
    ),
    Banned("C40", r"\bmentally ill\b", "makes a label of a person"),
    Banned("C40", r"\b(schizophrenics|borderlines|depressives|addicts|the disabled)\b", "makes a label of a person"),
    Banned("C40", r"\bsuffer(s|ing)? (from|with)\b", "supposes what a person feels"),
]

CAUSES = re.compile(r"\bcaus(e|es|ed|ing)\b", re.IGNORECASE)
# 'We cannot say that one causes the other' is just what a page should say.
DENIED = re.compile(r"\b(no|none|not|cannot|never|whether|if|nor|nobody)\b|n['’]t\b", re.IGNORECASE)

FIGURE = re.compile(
    r"""
      \d\ ?% | \bper\ ?cent\b
    | \b(\d[\d,.]*|one|two|three|four|five)\ (in|out\ of)\ (every\ )?
      (\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twenty|a\ hundred)\b
    | \b[rdgn]\ ?=\ ?-?[\d.]
    | \b\d[\d,]*\ (\w+\ ){0,2}
      (studies|trials|people|patients|clients|therapists|psychologists|adults|women|men|teenagers|countries)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


@pytest.mark.parametrize("banned", BANNED, ids=str)
def test_no_page_uses(banned: Banned):
    """Criteria C07, C08, C18, C23, C25 and C40: each banned word names the criterion that it is against."""
    found = [
        f"{place}: '{match[0]}' {banned.because}: {text}"
        for place, text in all_texts()
        if not any(place.startswith(f"docs/{name}:") for name in banned.allowed)
        and (match := re.search(banned.pattern, text, re.IGNORECASE))
    ]
    assert not found, "\n".join(found)


def test_every_exception_is_needed():
    exceptions = {(f"docs/{name}", banned.pattern) for banned in BANNED for name in banned.allowed}
    used = {
        (place.split(":")[0], banned.pattern)
        for place, text in all_texts()
        for banned in BANNED
        if re.search(banned.pattern, text, re.IGNORECASE)
    }
    assert not exceptions - used


def test_a_figure_has_a_source():
    """Criterion C11: a figure on people or studies is cited in its own sentence."""
    bare = [
        f"{one.place}: '{match[0]}' has no source: {one.text}"
        for one in cited_prose()
        if (match := FIGURE.search(one.text)) and not one.cited
    ]
    assert not bare, "\n".join(bare)


def test_a_finding_is_linked_with_something_and_never_said_to_cause_it():
    """Criterion C14: a sentence that cites says 'linked with', or denies a cause."""
    causes = [
        f"{one.place}: a source shows a link, not a cause: {one.text}"
        for one in cited_prose()
        if one.cited and CAUSES.search(one.text) and not DENIED.search(one.text)
    ]
    assert not causes, "\n".join(causes)


def cited_prose() -> list[Sentence]:
    """Sentences for readers, on pages and in the data files."""
    in_data = [
        sentence for written in written_in_data() if written.key in PROSE_FIELDS for sentence in written.sentences
    ]
    return [sentence for page in pages_for_readers() for sentence in page.sentences] + in_data


def all_texts() -> list[tuple[str, str]]:
    """(place, text) of all that readers read, titles and quotations too; pages for authors may name bad words."""
    for_readers = [page for page in pages() if page.name not in FOR_AUTHORS]
    titles = [
        (f"{page.place}:1", str(page.front.get(name, "")))
        for page in for_readers
        for name in ("title", "description", "content_note")
    ]
    blocks = [(block.place, block.text) for page in for_readers for block in page.blocks]
    return titles + blocks + [(one.place, one.text) for one in written_in_data()]
