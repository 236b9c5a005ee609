"""Whether a claim still stands, by what came of its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tools.recheck.claims import Claim, Need, Wanted
from tools.recheck.visit import Answer, Visit


class Outcome(StrEnum):
    """What a report says of a claim, the most urgent first."""

    NOT_FOUND = "not-found"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    NO_ADDRESS = "no-address"
    MOVED = "moved"
    STANDS = "stands"


@dataclass(frozen=True)
class Verdict:
    """A claim with its outcome, the visit that decided it, and a remark for whoever looks."""

    claim: Claim
    outcome: Outcome
    visit: Visit | None = None
    remark: str = ""


def judge(claim: Claim, visits: Mapping[str, Visit]) -> Verdict:
    """The verdict on a claim, from visits by their addresses; an address without a visit counts as none."""
    seen = [visits[address] for address in claim.addresses if address in visits]
    also = [visits[address] for address in claim.also if address in visits]
    if not seen and not also:
        return Verdict(claim, Outcome.NO_ADDRESS, remark="no page is named where this was seen")
    if claim.need is Need.RESOLVE:
        return _resolving(claim, seen[0])
    if claim.need is Need.ANSWER:
        return _answering(claim, seen[0])
    return _standing(claim, seen, also)


def _resolving(claim: Claim, visit: Visit) -> Verdict:
    """A DOI stands once it leads somewhere, whatever the publisher then says to a program."""
    if visit.hops or visit.answer in (Answer.TEXT, Answer.OTHER):
        return Verdict(claim, Outcome.STANDS, visit)
    return _without_text(claim, [visit])


def _answering(claim: Claim, visit: Visit) -> Verdict:
    if visit.answer not in (Answer.TEXT, Answer.OTHER):
        return _without_text(claim, [visit])
    missing = _missing(claim.wanted, visit) if visit.answer is Answer.TEXT else []
    return _found(claim, visit, f"it answers; {', '.join(missing)} is not on this very page" if missing else "")


def _standing(claim: Claim, seen: list[Visit], also: list[Visit]) -> Verdict:
    """By the first page that has what is wanted, one that has not moved before one that has."""
    for visit in sorted([*seen, *also], key=lambda visit: bool(visit.hops)):
        missing = _missing(claim.wanted, visit)
        if visit.answer is Answer.TEXT and (
            not missing or (claim.need is Need.SOME and len(missing) < len(claim.wanted))
        ):
            return _found(claim, visit, f"not on this page: {', '.join(missing)}" if missing else "")
    seen = seen or also
    lacking = [visit for visit in seen if visit.answer is Answer.TEXT and visit.whole]
    unread = [visit for visit in seen if visit.answer not in (Answer.TEXT, Answer.GONE) or not visit.whole]
    # A page that can be read and lacks a number or limit says enough. An abstract that lacks results does not.
    if lacking and (claim.need is Need.ALL or not unread):
        nor = f", nor in that of {_addresses(lacking[1:])}" if lacking[1:] else ""
        away = f"; {_addresses(unread)} could not be read" if unread else ""
        return Verdict(claim, Outcome.NOT_FOUND, lacking[0], f"it is not in the text{_leads(lacking[0])}{nor}{away}")
    return _without_text(claim, unread or seen)


def _leads(visit: Visit) -> str:
    return f" of {visit.final}, where this leads" if visit.hops else ""


def _found(claim: Claim, visit: Visit, remark: str) -> Verdict:
    if not visit.hops:
        return Verdict(claim, Outcome.STANDS, visit, remark)
    lasting = "for good" if all(hop.permanent for hop in visit.hops) else "for now"
    return Verdict(claim, Outcome.MOVED, visit, f"it leads {lasting} to {visit.final}{remark and f'; {remark}'}")


def _without_text(claim: Claim, visits: list[Visit]) -> Verdict:
    """Where nothing was read: gone only if all is gone, refused only if nothing else went wrong."""
    for answer, outcome in (
        (Answer.FAILED, Outcome.UNREADABLE),
        (Answer.OTHER, Outcome.UNREADABLE),
        (Answer.TEXT, Outcome.UNREADABLE),
        (Answer.REFUSED, Outcome.REFUSED),
        (Answer.GONE, Outcome.NOT_FOUND),
    ):
        for visit in visits:
            if visit.answer is answer:
                return Verdict(claim, outcome, visit, visit.reason or "only the beginning of it was read")
    raise ValueError("a verdict needs a visit")


def _missing(wanted: Iterable[Wanted], visit: Visit) -> list[str]:
    return [item.shown for item in wanted if not item.stands_in(visit.text)]


def _addresses(visits: Iterable[Visit]) -> str:
    return ", ".join(visit.final for visit in visits)
