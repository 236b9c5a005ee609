"""Hold titles, dates and the mark of sensitive pages to what their pages are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import Corpus

# For how many days a page may go without being compared with its sources again.
USUAL = 366
SHORTER = {
    "help-now.md": 35,  # telephone numbers: one month
    "options/complain.md": 186,  # law and regulators: six months
    "starting/choose-and-check-a-therapist.md": 186,
    "starting/confidentiality-and-records.md": 186,
    "starting/your-rights.md": 186,
    "options/routes-by-country.md": 186,
}

# Pages on harm, sexual misconduct, complaints and urgent help, or that name them, let the reader leave at once.
SENSITIVE = {
    "help-now.md",
    "options/afraid-to-complain.md",
    "options/complain-about-a-trainee.md",
    "options/complain.md",
    "options/complaint-time-limits.md",
    "options/confidence-broken.md",
    "options/routes-by-country.md",
    "options/write-a-complaint.md",
    "people/parents.md",
    "people/teens.md",
    "questions/attached-and-it-hurts.md",
    "questions/strong-feelings-about-therapist.md",
    "questions/unproven-methods.md",
    "questions/will-i-be-sent-to-hospital.md",
    "warning-signs/after-harmful-therapy.md",
    "warning-signs/blame-and-family.md",
    "warning-signs/boundaries.md",
    "warning-signs/index.md",
    "warning-signs/part-of-the-method.md",
    "warning-signs/sexual-behaviour.md",
    "warning-signs/someone-i-love.md",
    "warning-signs/they-shouted-or-cried.md",
    "warning-signs/touch-gifts-sharing.md",
}


def late_reviews(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C31: 12 months at most, 6 for law and regulators, 1 for telephone numbers."""
    for page in corpus.pages:
        yield from late(page.days, SHORTER.get(page.name, USUAL), page.field("review_by"))
    for guide in corpus.data("guides/*.yml"):
        fields = guide.data if isinstance(guide.data, Mapping) else {}
        first, next = fields.get("sources_checked"), fields.get("review_by")
        if isinstance(first, date) and isinstance(next, date):
            yield from late((next - first).days, USUAL, guide.location_of("review_by"))


def same_titles(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C02: no two pages have the same title; quizzes and guides are pages too."""
    titles = [(str(page.front.get("title")), page.field("title")) for page in corpus.pages]
    others = [one for kind in ("quizzes", "guides") for one in corpus.data(f"{kind}/*.yml")]
    titles += [
        (title, one.location_of("title"))
        for one in others
        if isinstance(one.data, Mapping) and isinstance(title := one.data.get("title"), str)
    ]
    first: dict[str, str] = {}
    for title, location in titles:
        if (other := first.setdefault(title, location.path)) != location.path:
            message = f"the title '{title}' is that of {other} too"
            yield Diagnostic(location, message, "content-same-title", "give one of them another title")


def unmarked_pages(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C22: pages on harm, complaints and urgent help have "Leave this site"."""
    for page in corpus.pages:
        if page.name in SENSITIVE and not page.front.get("sensitive"):
            message = "the page is about harm, a complaint or urgent help, and is not marked as sensitive"
            yield Diagnostic(page.field("sensitive"), message, "content-not-sensitive", "add 'sensitive: true'")


def late(days: int | None, most: int, location: Location) -> Iterator[Diagnostic]:
    """Yield what is wrong with a date of review."""
    if days is not None and days > most:
        message = f"'review_by' is {days} days after 'sources_checked', {most} at most"
        yield Diagnostic(location, message, "content-late-review", "choose an earlier day")
    elif days == 0:
        message = "'review_by' is the day of 'sources_checked'"
        yield Diagnostic(location, message, "content-late-review", "choose a later day")


RULES = (late_reviews, same_titles, unmarked_pages)
