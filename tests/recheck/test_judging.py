"""What is made of a claim, by what came of its addresses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest

from tools.recheck.claims import Claim, Need
from tools.recheck.judging import Outcome, Verdict, judge
from tools.recheck.names import Name
from tools.recheck.visit import Answer, Hop, Visit

AT = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)
ONE, TWO = Name("one", ("one",)), Name("two", ("two",))


def text(text: str, *hops: Hop, whole: bool = True) -> Visit:
    return Visit("x", AT, Answer.TEXT, text=text, hops=hops, whole=whole)


def without(answer: Answer, *hops: Hop) -> Visit:
    return Visit("x", AT, answer, reason=f"it {answer}", hops=hops)


GONE, FAILED, REFUSED, OTHER = map(without, (Answer.GONE, Answer.FAILED, Answer.REFUSED, Answer.OTHER))
FOR_GOOD, FOR_NOW = Hop(301, "https://new.org/"), Hop(302, "https://new.org/now")


def verdict(need: Need, visits: Mapping[str, Visit], *, wanted: tuple[Name, ...] = (ONE,), also: str = "") -> Verdict:
    addresses = tuple(address for address in visits if address != also)
    return judge(Claim("routes", "x", "what", need, addresses, wanted, (also,) if also else ()), visits)


@pytest.mark.parametrize(
    ("visits", "outcome"),
    [
        ([text("one")], Outcome.STANDS),
        ([text("two")], Outcome.NOT_FOUND),
        ([text("one", FOR_GOOD)], Outcome.MOVED),
        ([text("one", FOR_NOW)], Outcome.MOVED),
        ([text("two", FOR_GOOD)], Outcome.NOT_FOUND),
        ([text("one", FOR_GOOD), text("one")], Outcome.STANDS),
        ([GONE], Outcome.NOT_FOUND),
        ([FAILED], Outcome.UNREADABLE),
        ([OTHER], Outcome.UNREADABLE),
        ([REFUSED], Outcome.REFUSED),
        ([GONE, text("one")], Outcome.STANDS),
        ([GONE, FAILED], Outcome.UNREADABLE),
        ([GONE, REFUSED], Outcome.REFUSED),
        ([REFUSED, FAILED], Outcome.UNREADABLE),
        ([text("two"), FAILED], Outcome.NOT_FOUND),
        ([text("two", whole=False)], Outcome.UNREADABLE),
        ([text("one", whole=False)], Outcome.STANDS),
        ([], Outcome.NO_ADDRESS),
    ],
)
def test_what_must_stand(visits: list[Visit], outcome: Outcome):
    assert verdict(Need.ALL, {str(number): visit for number, visit in enumerate(visits)}).outcome is outcome


@pytest.mark.parametrize(
    ("visits", "outcome"),
    [
        ([text("one two")], Outcome.STANDS),
        ([text("two")], Outcome.STANDS),
        ([text("three")], Outcome.NOT_FOUND),
        ([text("three"), FAILED], Outcome.UNREADABLE),
        ([text("three"), REFUSED], Outcome.REFUSED),
        ([text("three"), GONE], Outcome.NOT_FOUND),
    ],
)
def test_what_stands_where_some_of_it_does(visits: list[Visit], outcome: Outcome):
    named = {str(number): visit for number, visit in enumerate(visits)}
    assert verdict(Need.SOME, named, wanted=(ONE, TWO)).outcome is outcome


def test_what_is_missing_from_results_is_said():
    assert verdict(Need.SOME, {"a": text("two")}, wanted=(ONE, TWO)).remark == "not on this page: one"


@pytest.mark.parametrize(
    ("seen", "site", "outcome"),
    [
        (text("two"), text("one"), Outcome.STANDS),
        (GONE, text("one"), Outcome.STANDS),
        (text("two"), FAILED, Outcome.NOT_FOUND),
        (FAILED, text("two"), Outcome.UNREADABLE),
        (GONE, text("two"), Outcome.NOT_FOUND),
    ],
)
def test_the_own_site_can_confirm_and_never_refute(seen: Visit, site: Visit, outcome: Outcome):
    assert verdict(Need.ALL, {"seen": seen, "site": site}, also="site").outcome is outcome


def test_a_number_seen_nowhere_is_looked_for_on_the_own_site():
    assert verdict(Need.ALL, {"site": text("two")}, also="site").outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("visit", "outcome"),
    [
        (text("two"), Outcome.STANDS),
        (OTHER, Outcome.STANDS),
        (without(Answer.OTHER, FOR_GOOD), Outcome.MOVED),
        (GONE, Outcome.NOT_FOUND),
        (FAILED, Outcome.UNREADABLE),
        (REFUSED, Outcome.REFUSED),
    ],
)
def test_what_has_to_answer(visit: Visit, outcome: Outcome):
    assert verdict(Need.ANSWER, {"a": visit}).outcome is outcome


def test_what_answers_without_the_number_is_remarked_on():
    assert verdict(Need.ANSWER, {"a": text("two")}).remark == "it answers; one is not on this very page"


@pytest.mark.parametrize(
    ("visit", "outcome"),
    [
        (without(Answer.FAILED, FOR_NOW), Outcome.STANDS),
        (without(Answer.GONE, FOR_NOW), Outcome.STANDS),
        (text("two"), Outcome.STANDS),
        (GONE, Outcome.NOT_FOUND),
        (FAILED, Outcome.UNREADABLE),
    ],
)
def test_a_doi_has_to_lead_somewhere(visit: Visit, outcome: Outcome):
    assert verdict(Need.RESOLVE, {"a": visit}).outcome is outcome


@pytest.mark.parametrize(
    ("hops", "remark"),
    [
        ((FOR_GOOD,), "it leads for good to https://new.org/"),
        ((FOR_GOOD, FOR_NOW), "it leads for now to https://new.org/now"),
    ],
)
def test_a_new_address_is_said(hops: tuple[Hop, ...], remark: str):
    assert verdict(Need.ALL, {"a": text("one", *hops)}).remark == remark


def test_where_it_was_looked_for_is_said():
    elsewhere = text("two", FOR_GOOD)

    assert verdict(Need.ALL, {"a": text("two")}).remark == "it is not in the text"
    assert verdict(Need.ALL, {"a": elsewhere}).remark == "it is not in the text of https://new.org/, where this leads"
    assert verdict(Need.ALL, {"a": text("two"), "b": elsewhere, "c": FAILED}).remark == (
        "it is not in the text, nor in that of https://new.org/; x could not be read"
    )
