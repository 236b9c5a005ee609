"""Our own data, against pages that say just what it says, or something next to it."""

from __future__ import annotations

import datetime
import re
from functools import cache

from tests.building import ROOT
from tools.recheck.claims import Claim, claims
from tools.recheck.data import read_data
from tools.recheck.judging import Outcome, judge
from tools.recheck.visit import Answer, Visit

AT = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)


@cache
def ours() -> tuple[Claim, ...]:
    """The claims that need a text, and have an address to look at."""
    return tuple(claim for claim in claims(read_data(ROOT / "docs/_data")) if claim.wanted and claim.addresses)


def outcome(claim: Claim, text: str) -> Outcome:
    """What is made of a claim if this is all that its first address says, and nothing else is read."""
    return judge(claim, {claim.addresses[0]: Visit(claim.addresses[0], AT, Answer.TEXT, text=text)}).outcome


def test_each_claim_stands_on_a_page_that_says_it():
    for claim in ours():
        text = f"It says: {'; '.join(item.shown for item in claim.wanted)}."
        assert outcome(claim, text) is Outcome.STANDS, claim


def test_no_number_or_limit_stands_on_a_page_that_says_the_next_one():
    for claim in ours():
        if claim.what.startswith(("call ", "text ", "limit: ")):
            (item,) = claim.wanted
            other = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), item.shown)
            assert outcome(claim, f"It says: {other}.") is Outcome.NOT_FOUND, claim


def test_nothing_with_digits_stands_on_a_page_with_a_longer_number():
    for claim in ours():
        if claim.what.startswith(("call ", "text ", "limit: ", "figures: ")):
            others = "; ".join(f"7{item.shown}" for item in claim.wanted)
            assert outcome(claim, f"It says: {others}.") is Outcome.NOT_FOUND, claim


def test_nothing_stands_on_a_page_that_says_nothing():
    for claim in ours():
        expected = Outcome.STANDS if claim.need == "answer" else Outcome.NOT_FOUND
        assert outcome(claim, "Page not found. Here is our home page, with our latest news.") is expected, claim
