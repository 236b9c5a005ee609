"""What stands in a review document besides the page: how to fill it in, and the names of its tables' columns."""

from __future__ import annotations

from tools.review.document import ReviewDocument, Role

BOXES = ("Agree", "Correct", "Strike")
CLAIMS = ("No.", "The page says", "It rests on", *BOXES, "Instead, or why")
NAME, TITLE, BODY, DATE, READ = (
    "Name",
    "Qualification",
    "Registered with, and number",
    "Date, as 2026-11-26",
    "I have read the whole page: write yes",
)
SIGNATURE = (NAME, TITLE, BODY, DATE, READ)
HOW = (
    "Read the page. A number in brackets stands behind each claim that rests on a source.",
    "In the table, put an x into one box of each claim: agree, correct or strike.",
    "Where you correct or strike, write what it should say, or why, in the last column.",
    "Change nothing else: what the page says is compared with the page.",
    "Sign only if you want to be named on the page. Without a signature your corrections still count.",
)
CONSENT = (
    "By writing my name I say that I have read this page as it stands above, that I am qualified to judge it, and that "
    "the site may name me, my qualification and the day."
)
ROLES: dict[Role, str] = {
    "clinician": "For a clinician: is this right, safe and fair?",
    "lawyer": "For a lawyer: is this the law where it says it is, today?",
}


def about(document: ReviewDocument) -> str:
    """Return the line below the title."""
    return (
        f"{ROLES[document.role]} Page: {document.page}. Made on {document.made}. Text: {document.digest}. "
        f"{len(document.claims)} claims."
    )
