"""Keep out words that hurt, figures without a source, causes that nobody has shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus


@dataclass(frozen=True)
class Banned:
    """Words that no page may use, and the pages that have a reason to."""

    criterion: str
    pattern: str
    because: str
    allowed: dict[str, str] = field(default_factory=dict)


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
      \b\d[\d,.]*\ ?% | \bper\ ?cent\b
    | \b(\d[\d,.]*|one|two|three|four|five)\ (in|out\ of)\ (every\ )?
      (\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twenty|a\ hundred)\b
    | \b[rdgn]\ ?=\ ?-?[\d.]
    | \b\d[\d,]*\ (\w+\ ){0,2}
      (studies|trials|people|patients|clients|therapists|psychologists|adults|women|men|teenagers|countries)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def banned_words(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criteria C07, C08, C18, C23, C25 and C40: each banned word names the criterion that it is against."""
    for location, text in _all_texts(corpus):
        for banned in BANNED:
            found = re.search(banned.pattern, text, re.IGNORECASE)
            if found and location.path.removeprefix("docs/") not in banned.allowed:
                message = f"'{found[0]}' is not a word of ours (criterion {banned.criterion})"
                yield Diagnostic(
                    location, message, "content-banned-word", f"say it in other words; the reason: {banned.because}"
                )


def needless_exceptions(corpus: Corpus) -> Iterator[Diagnostic]:
    """A page is an exception as long as it uses the word."""
    texts = list(_all_texts(corpus))
    for banned in BANNED:
        for name in banned.allowed:
            said = (text for location, text in texts if location.path == f"docs/{name}")
            if not any(re.search(banned.pattern, text, re.IGNORECASE) for text in said):
                message = f"the page no longer says '{banned.pattern}', which it alone may say"
                hint = f"take '{name}' out of the exceptions in tools/content/wording.py"
                yield Diagnostic(Location(f"docs/{name}"), message, "content-needless-exception", hint)


def figures(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C11: a figure on people or studies is cited in its own sentence."""
    for one in corpus.prose:
        if (found := FIGURE.search(one.text)) and not one.cited:
            message = f"'{found[0]}' has no source in its sentence"
            yield Diagnostic(
                one.location, message, "content-figure-without-source", "cite it: [@family-name-2020:most]"
            )


def causes(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C14: a sentence that cites says 'linked with', or denies a cause."""
    for one in corpus.prose:
        if one.cited and (found := CAUSES.search(one.text)) and not DENIED.search(one.text):
            message = f"'{found[0]}' in a sentence with a source, which shows a link"
            yield Diagnostic(one.location, message, "content-cause", "say 'is linked with'")


def _all_texts(corpus: Corpus) -> Iterator[tuple[Location, str]]:
    """Yield all that readers read, titles and quotations too; pages for authors may name bad words."""
    for page in corpus.pages_for_readers:
        for name in ("title", "description", "content_note"):
            yield page.field(name), str(page.front.get(name, ""))
        yield from ((block.location, block.text) for block in (*page.short, *page.blocks))
    yield from ((one.location, one.text) for one in corpus.written)


RULES = (banned_words, needless_exceptions, figures, causes)
