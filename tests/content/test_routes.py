"""Routes: each row leads to a body, and no limit or number rests on an old page."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

import yaml

from tests.building import ROOT
from tests.content.reading import DOCS

# Rows without a body to lead to, and who helps instead.
NO_BODY = {"else-complaint": "stands for all other countries: the note above it says whom to ask"}
OLDEST = 24  # months between a page's own date and the day when we saw it
SHRUG = re.compile(r"\bwe\b[^.]{0,40}\bsay nothing\b", re.IGNORECASE)


@cache
def rows() -> dict[str, dict[str, Any]]:
    """The rows of all places, by id."""
    places = yaml.safe_load((DOCS / "_data/routes.yml").read_text("utf-8"))
    return {row["id"]: row for place in places for row in place["routes"]}


def has_number(row: dict[str, Any]) -> bool:
    """Whether a reader may rely on a limit or a number in it; a year or a date alone is none."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    dated = re.compile(rf"\[@[^\]]*\]|(\d{{1,2}} )?\b({months}) \d{{4}}\b|\bof \d{{4}}\b")
    return "deadline" in row or bool(re.search(r"\d", dated.sub("", row.get("text", ""))))


def months_before(date: str, day: datetime.date) -> int:
    """How many months a year, a month or a day lies before ``day``, as far as it says."""
    year, month, *_ = [*map(int, date.split("-")), 12]
    return (day.year - year) * 12 + day.month - month


def test_every_row_has_a_link():
    bare = [f"{id}: add 'site', or name it in NO_BODY" for id, row in rows().items() if not row.get("site")]
    assert [line for line in bare if line.split(":")[0] not in NO_BODY] == []


def test_a_row_without_a_link_is_still_without_one():
    assert {id for id in NO_BODY if rows()[id].get("site")} == set()


def test_a_number_names_where_it_was_seen():
    unseen = [
        f"{id}: has a number or a limit, and does not say where it was seen"
        for id, row in rows().items()
        if has_number(row)
        and not (
            row["evidence"] in {"official", "secondary"}
            and row.get("seen_on")
            and ((row.get("seen_by") and row.get("seen_at")) or "[@" in row.get("text", ""))
        )
    ]
    assert not unseen, "\n".join(unseen)


def test_no_number_rests_on_an_old_page():
    old = [
        f"{id}: its page is of {row['source_date']}, so leave out the limit or the number and keep the link"
        for id, row in rows().items()
        if has_number(row)
        and row.get("source_date")
        and months_before(str(row["source_date"]), row["seen_on"]) > OLDEST
    ]
    assert not old, "\n".join(old)


def test_nobody_is_told_that_we_say_nothing():
    told = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in (DOCS, ROOT / "overrides", ROOT / "hooks")
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".md", ".yml", ".html", ".py"}
        for line in path.read_text("utf-8").splitlines()
        if SHRUG.search(line)
    ]
    assert not told, "\n".join(told)
