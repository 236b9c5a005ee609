"""The report for people and for programs."""

from __future__ import annotations

import datetime
import json

from tools.recheck.claims import Claim, Need
from tools.recheck.judging import Outcome, Verdict
from tools.recheck.report import as_json, as_markdown, summary
from tools.recheck.visit import Answer, Hop, Visit

AT = datetime.datetime(2026, 11, 26, 9, 5, tzinfo=datetime.UTC)


def verdict(
    outcome: Outcome, entry: str, what: str, visit: Visit | None, remark: str = "", kind: str = "routes"
) -> Verdict:
    return Verdict(Claim(kind, entry, what, Need.ALL, ("https://a.org/",)), outcome, visit, remark)


GONE = Visit("https://a.org/", AT, Answer.GONE, reason="status 404", status=404)
MOVED = Visit("https://b.org/", AT, Answer.TEXT, status=200, hops=(Hop(301, "https://c.org/"),), text="secret")
VERDICTS = [
    verdict(Outcome.STANDS, "good", "call 1", MOVED),
    verdict(Outcome.NOT_FOUND, "line", "call 1", GONE, "status 404", "help-lines"),
    verdict(Outcome.NOT_FOUND, "line", "name: A", GONE, "status 404", "help-lines"),
    verdict(Outcome.NOT_FOUND, "route", "limit: 3 days", GONE, "status 404"),
    verdict(Outcome.MOVED, "route", "site", MOVED, "it leads for good to https://c.org/"),
    verdict(Outcome.NO_ADDRESS, "route", "limit: 1 day", None, "no page is named where this was seen"),
]


REPORT = """\
A program compared texts. It cannot tell what a page means, and it never changes our data.

## No longer there: 3

Look at each, and correct or take down what we print.

### help-lines

- <https://a.org/>, 2026-11-26: status 404
    - `line`: call 1; name: A

### routes

- <https://a.org/>, 2026-11-26: status 404
    - `route`: limit: 3 days

## Without an address: 1

Nobody wrote down where these were seen.

### routes

- no page is named where this was seen
    - `route`: limit: 1 day

## Stands at another address: 1

Put in the new address where it leads there for good.

### routes

- <https://b.org/>, 2026-11-26: it leads for good to https://c.org/
    - `route`: site

## Stands: 1

Set `seen_on` only for what you looked at yourself.

### routes

- <https://b.org/>, 2026-11-26
    - `good`: call 1
"""


def test_people_read_the_urgent_first_and_each_page_once():
    first, _, rest = as_markdown(VERDICTS, AT, "A note.").partition("\n\nA note.\n\n")

    assert first == f"# Sources checked again\n\nMade on 2026-11-26 at 09:05 UTC: {summary(VERDICTS)}."
    assert rest == REPORT


def test_programs_read_every_claim_and_no_text_of_a_page():
    report = json.loads(as_json(VERDICTS, AT))

    assert report["counts"] == {
        "not-found": 3,
        "unreadable": 0,
        "refused": 0,
        "no-address": 1,
        "moved": 1,
        "stands": 1,
    }
    assert report["claims"][4] == {
        "kind": "routes",
        "entry": "route",
        "what": "site",
        "outcome": "moved",
        "remark": "it leads for good to https://c.org/",
        "addresses": ["https://a.org/"],
        "address": "https://b.org/",
        "leads_to": "https://c.org/",
        "status": 200,
        "visited_at": "2026-11-26T09:05:00+00:00",
    }
    assert "secret" not in as_json(VERDICTS, AT) + as_markdown(VERDICTS, AT)


def test_what_a_page_or_data_says_cannot_break_the_report():
    visit = Visit("https://a.org/>\n# x", AT, Answer.FAILED)
    lines = as_markdown([verdict(Outcome.UNREADABLE, "a`b", "x\n\n## y", visit, "1\n# 2 <b>")], AT).splitlines()

    assert [line for line in lines if line.startswith("#")] == [
        "# Sources checked again",
        "## Cannot be read: 1",
        "### routes",
    ]
    assert "- <https://a.org/%3E # x>, 2026-11-26: 1 # 2 %3Cb%3E" in lines
    assert "    - `a'b`: x ## y" in lines


def test_what_was_found_is_said_in_a_line():
    assert summary(VERDICTS) == (
        "3 no longer there, 1 without an address, 1 stands at another address, 1 stands; 6 in all"
    )
    assert summary([]) == "nothing; 0 in all"
