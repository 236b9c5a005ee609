"""Our own data, against pages that say just what it says, or something next to it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache

import pytest

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


def told(claims: Iterable[Claim], fact: str) -> None:
    """Fail with the entry of each claim, as an author knows it."""
    if messages := [f"docs/_data: '{claim.entry}', {claim.what}: {fact}" for claim in claims]:
        hint = "hint: write the number, the limit or the name as its source does, or mend tools/recheck"
        pytest.fail("\n".join([*messages, hint]), pytrace=False)


def test_each_claim_stands_on_a_page_that_says_it():
    def page(claim: Claim) -> str:
        return f"It says: {'; '.join(item.shown for item in claim.wanted)}."

    unseen = (claim for claim in ours() if outcome(claim, page(claim)) is not Outcome.STANDS)
    told(unseen, "make recheck does not find it on a page that says it")


def test_no_number_or_limit_stands_on_a_page_that_says_the_next_one():
    def page(claim: Claim) -> str:
        (item,) = claim.wanted
        other = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), item.shown)
        return f"It says: {other}."

    exact = (claim for claim in ours() if claim.what.startswith(("call ", "text ", "limit: ")))
    found = (claim for claim in exact if outcome(claim, page(claim)) is not Outcome.NOT_FOUND)
    told(found, "make recheck finds it on a page that says the next number")


def test_nothing_with_digits_stands_on_a_page_with_a_longer_number():
    def page(claim: Claim) -> str:
        return f"It says: {'; '.join(f'7{item.shown}' for item in claim.wanted)}."

    exact = (claim for claim in ours() if claim.what.startswith(("call ", "text ", "limit: ", "figures: ")))
    found = (claim for claim in exact if outcome(claim, page(claim)) is not Outcome.NOT_FOUND)
    told(found, "make recheck finds it on a page that says a longer number")


def test_nothing_stands_on_a_page_that_says_nothing():
    empty = "Page not found. Here is our home page, with our latest news."
    expected = {claim: Outcome.STANDS if claim.need == "answer" else Outcome.NOT_FOUND for claim in ours()}
    told(
        (claim for claim in ours() if outcome(claim, empty) is not expected[claim]),
        "make recheck finds it on a page that says nothing",
    )
