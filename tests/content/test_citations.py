"""What pages and quizzes lean on: a reference that is there, and a finding that somebody has read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from tests.building import ROOT
from tests.content.reading import DOCS, FOR_AUTHORS

CITED = re.compile(r"@([a-z0-9-]+)(?::([a-z0-9-]+))?")


@cache
def references() -> dict[str, dict[str, Any]]:
    """The references, by id."""
    return {one["id"]: one for one in yaml.safe_load((DOCS / "_data/references.yml").read_text("utf-8"))}


def citations() -> Iterator[tuple[str, str, str]]:
    """Where each citation stands, its reference, and its finding if it names one."""
    data = ["_data/glossary.yml", *(path.relative_to(DOCS).as_posix() for path in DOCS.glob("_data/quizzes/*.yml"))]
    pages = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    for name in [*pages, *data]:
        if name in FOR_AUTHORS:
            continue
        path = DOCS / name
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            for group in re.findall(r"\[(@[^\]]*)\]", line):
                for reference, finding in CITED.findall(group):
                    yield f"{path.relative_to(ROOT)}:{number}", reference, finding


def test_what_is_cited_is_in_the_list():
    """Criterion C11: every citation names a reference, and a finding of it."""
    unknown = [
        f"{place}: there is no '{reference}{':' + finding if finding else ''}'"
        for place, reference, finding in citations()
        if reference not in references()
        or (finding and finding not in {one["id"] for one in references()[reference]["findings"]})
    ]
    assert not unknown, "\n".join(unknown)


def test_no_page_leans_on_a_finding_that_nobody_has_read():
    """Criterion C12: a recalled finding is cited nowhere, and neither is a reference that has no other."""
    recalled = [
        f"{place}: nobody has read '{reference}{':' + finding if finding else ''}'"
        for place, reference, finding in citations()
        if reference in references()
        and not [
            one
            for one in references()[reference].get("findings", [])
            if one["status"] == "seen" and finding in ("", one["id"])
        ]
    ]
    assert not recalled, "\n".join(recalled)
