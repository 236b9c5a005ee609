"""Judge what came back from a reviewer: refuse it in words, or say what to correct and who has signed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.review.document import Claim, ReviewDocument
from tools.review.word import Returned, Row
from tools.review.words import BODY, BOXES, DATE, NAME, READ, TITLE

AGREE, CORRECT, _ = BOXES
YES = {"yes", "x", "y"}


@dataclass(frozen=True)
class Correction:
    """A claim that a reviewer wants to have corrected or struck."""

    claim: Claim
    wanted: str
    """The name of the box."""
    words: str


@dataclass(frozen=True)
class SignOff:
    """Somebody who has read a page, agrees with all of it and lets the site say so."""

    reviewer: str
    reviewed: datetime.date


@dataclass(frozen=True)
class Decisions:
    """What a reviewer decided. Nobody signs a page that is still to be corrected."""

    corrections: tuple[Correction, ...]
    sign_off: SignOff | None


def refusals(returned: Returned, document: ReviewDocument, today: datetime.date) -> list[str]:
    """Return each reason why what came back cannot count, in words; none where it can.

    ``document`` is what the reviewer would be given today.
    """
    found = [*_other_text(returned, document), *_half_filled(returned.rows)]
    if any(returned.signature.values()):
        found += _bad_signature(returned, today)
    return found


def decisions(returned: Returned, document: ReviewDocument) -> Decisions:
    """Return what was decided in a document that is not refused."""
    corrections = tuple(
        Correction(claim, row.marked[0], row.correction)
        for row, claim in zip(returned.rows, document.claims, strict=True)
        if row.marked[0] != AGREE
    )
    signed = any(returned.signature.values()) and not corrections
    return Decisions(corrections, _sign_off(returned.signature) if signed else None)


def _other_text(returned: Returned, document: ReviewDocument) -> Iterator[str]:
    """Say where the reviewer read something else than what the page says today."""
    if returned.digest != document.digest:
        yield (
            f"the page '{returned.page}' says something else now than on {returned.made}, when the document was made; "
            "make a new pack, and ask for what has changed"
        )
    elif [_as_given(row) for row in returned.rows] != (given := [_printed(claim) for claim in document.claims]):
        changed = [row.number or "without a number" for row in returned.rows if _as_given(row) not in given]
        which = f"claim {', '.join(changed)}" if changed else "a claim that is missing"
        yield f"the table of claims was changed ({which}); only boxes and the last column are to be filled in"


def _as_given(row: Row) -> tuple[str, str, str]:
    return row.number, row.text, row.basis


def _printed(claim: Claim) -> tuple[str, str, str]:
    """Return what a claim's row says before anybody fills it in."""
    return str(claim.number), claim.text.strip(), "\n".join(claim.basis).strip()


def _half_filled(rows: tuple[Row, ...]) -> Iterator[str]:
    """Say which claims nobody, or somebody in two ways, has decided on."""
    for problem, numbers in (
        ("no box is marked", [row.number for row in rows if not row.marked]),
        ("more than one box is marked", [row.number for row in rows if len(row.marked) > 1]),
        (
            "the last column does not say what it should be instead",
            [row.number for row in rows if row.marked == (CORRECT,) and not row.correction],
        ),
    ):
        if numbers:
            yield f"{problem} at claim {', '.join(numbers)}"


def _bad_signature(returned: Returned, today: datetime.date) -> Iterator[str]:
    """Say what a signature lacks."""
    signature = returned.signature
    missing = [line for line in (NAME, TITLE, BODY, DATE, READ) if not signature[line]]
    if missing:
        yield f"the signature is not whole: {', '.join(missing)}"
    if signature[NAME] and len(re.findall(r"[^\W\d_]{2,}", signature[NAME])) < 2:
        yield f"'{signature[NAME]}' is not the whole name of a person"
    if signature[READ] and signature[READ].casefold() not in YES:
        yield f"'{signature[READ]}' stands where it should say 'yes': nobody has said that they read the whole page"
    if signature[DATE]:
        day = _day(signature[DATE])
        if day is None:
            yield f"'{signature[DATE]}' is not a date such as {today}"
        elif not datetime.date.fromisoformat(returned.made) <= day <= today:
            yield f"the date {day} is not between {returned.made}, when the document was made, and today"


def _sign_off(signature: dict[str, str]) -> SignOff | None:
    day = _day(signature[DATE])
    parts = (signature[NAME], signature[TITLE], signature[BODY])
    return SignOff(", ".join(" ".join(part.split()) for part in parts), day) if day else None


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None
