"""The report: for people in Markdown, for programs in JSON."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from tools.recheck.judging import Outcome, Verdict

HEADINGS = {
    Outcome.NOT_FOUND: ("No longer there", "Look at each, and correct or take down what we print."),
    Outcome.UNREADABLE: ("Cannot be read", "Open each in a browser; many sites turn programs away."),
    Outcome.REFUSED: ("Refused by robots.txt", "Open each in a browser."),
    Outcome.NO_ADDRESS: ("Without an address", "Nobody wrote down where these were seen."),
    Outcome.MOVED: ("Stands at another address", "Put in the new address where it leads there for good."),
    Outcome.STANDS: ("Stands", "Set `seen_on` only for what you looked at yourself."),
}


def counts(verdicts: Sequence[Verdict]) -> dict[Outcome, int]:
    """How many claims have each outcome, in the order of urgency; none is left out."""
    found = Counter(verdict.outcome for verdict in verdicts)
    return {outcome: found[outcome] for outcome in Outcome}


def summary(verdicts: Sequence[Verdict]) -> str:
    """One line: '3 no longer there, 40 cannot be read, … of 90'."""
    found = [f"{number} {HEADINGS[outcome][0].lower()}" for outcome, number in counts(verdicts).items() if number]
    return f"{', '.join(found) or 'nothing'}; {len(verdicts)} in all"


def as_markdown(verdicts: Sequence[Verdict], made_on: datetime.datetime, note: str = "") -> str:
    """The report for people, what is urgent first, entries in the order of the data."""
    lines = ["# Sources checked again", "", f"Made on {made_on:%Y-%m-%d at %H:%M} UTC: {summary(verdicts)}.", ""]
    if note:
        lines += [note, ""]
    lines += ["A program compared texts. It cannot tell what a page means, and it never changes our data.", ""]
    for outcome, (heading, advice) in HEADINGS.items():
        group = [verdict for verdict in verdicts if verdict.outcome is outcome]
        if group:
            lines += [f"## {heading}: {len(group)}", "", advice, "", *_entries(group)]
    return "\n".join(lines)


def _entries(verdicts: list[Verdict]) -> Iterator[str]:
    """A list item for each page and what is to say of it, below it the claims of each entry."""
    for kind, of_kind in groupby(verdicts, key=lambda verdict: verdict.claim.kind):
        yield from (f"### {kind}", "")
        by_page: dict[str, list[Verdict]] = {}
        for verdict in of_kind:
            by_page.setdefault(_page(verdict), []).append(verdict)
        for page, group in by_page.items():
            yield page
            for entry, claims in groupby(group, key=lambda verdict: verdict.claim.entry):
                yield f"    - `{_flat(entry)}`: {'; '.join(_flat(verdict.claim.what) for verdict in claims)}"
        yield ""


def _page(verdict: Verdict) -> str:
    """The list item of a page; what comes from it or from data cannot break out of the item."""
    if not verdict.visit:
        return f"- {_flat(verdict.remark)}"
    remark = f": {_flat(verdict.remark)}" if verdict.remark else ""
    return f"- <{_flat(verdict.visit.address)}>, {verdict.visit.at:%Y-%m-%d}{remark}"


def _flat(text: str) -> str:
    return " ".join(text.replace("<", "%3C").replace(">", "%3E").replace("`", "'").split())


def as_json(verdicts: Sequence[Verdict], made_on: datetime.datetime, note: str = "") -> str:
    """The same for programs, a claim an object."""
    report = {
        "made_on": made_on.isoformat(timespec="seconds"),
        "note": note,
        "counts": {str(outcome): number for outcome, number in counts(verdicts).items()},
        "claims": [_object(verdict) for verdict in verdicts],
    }
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def _object(verdict: Verdict) -> dict[str, object]:
    claim, visit = verdict.claim, verdict.visit
    return {
        "kind": claim.kind,
        "entry": claim.entry,
        "what": claim.what,
        "outcome": str(verdict.outcome),
        "remark": verdict.remark,
        "addresses": [*claim.addresses, *claim.also],
        "address": visit.address if visit else None,
        "leads_to": visit.final if visit and visit.hops else None,
        "status": visit.status if visit else None,
        "visited_at": visit.at.isoformat(timespec="seconds") if visit else None,
    }
