"""Let pages and quizzes lean only on findings that somebody has read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Diagnostic, Location

from tools.content.corpus import FOR_AUTHORS, Corpus

GROUP = re.compile(r"\[(@[^\]]*)\]")
CITED = re.compile(r"@([a-z0-9-]+)(?::([a-z0-9-]+))?")


def unread_findings(corpus: Corpus) -> Iterator[Diagnostic]:
    """Criterion C12: a recalled finding is cited nowhere, and neither is a reference that has no other."""
    seen = _seen(corpus)
    for location, reference, finding in _citations(corpus):
        if reference in seen and not (seen[reference] if not finding else finding in seen[reference]):
            message = f"nobody has read '{reference}{':' if finding else ''}{finding}'"
            hint = "cite a finding with 'status: seen', or read the source and say where"
            yield Diagnostic(location, message, "content-unread-finding", hint)


def _seen(corpus: Corpus) -> dict[str, set[str]]:
    """The findings of each reference that somebody has read."""
    found: dict[str, set[str]] = {}
    for item in (item for document in corpus.data("references.yml") for item in document.items()):
        findings = [one.data for one in item.part("findings").items() if isinstance(one.data, Mapping)]
        found[item.id or ""] = {str(one.get("id")) for one in findings if one.get("status") == "seen"}
    return found


def _citations(corpus: Corpus) -> Iterator[tuple[Location, str, str]]:
    """Where each citation stands, its reference, and its finding if it names one."""
    pages = sorted(corpus.docs.rglob("*.md"))
    for path in [*pages, corpus.docs / "_data/glossary.yml", *sorted(corpus.docs.glob("_data/quizzes/*.yml"))]:
        if path.relative_to(corpus.docs).as_posix() in FOR_AUTHORS or not path.is_file():
            continue
        name = path.relative_to(corpus.root).as_posix()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
            for group in GROUP.finditer(line):
                for cited in CITED.finditer(group[1]):
                    yield Location(name, number, group.start(1) + cited.start() + 1), cited[1], cited[2] or ""


RULES = (unread_findings,)
