"""List the pages that say something else than docs/_data/changes.yml has recorded.

Run it with ``hooks`` on the path, or run ``make changes``. ``--baseline`` writes the file where there is none: it
records what every page says today, and changes are recorded from then on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from primer.core.clock import today
from primer.core.diagnostics import Report
from primer.features import FEATURES
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.loading import ENGLISH, assemble, load_sources, load_strings
from primer.kit.registry import load_features
from primer.kit.sources import DataFolder
from primer.site.changes import CHANGES, CHANGES_NAME, Unrecorded, digests, unrecorded
from primer.site.languages import languages_in
from primer.site.place import with_basics

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print an entry to complete for each page; leave with 1 where there is any."""
    if sys.argv[1:] == ["--baseline"]:
        print(f"Wrote {write_baseline(ROOT / 'docs')}.")
        return
    found = missing(ROOT / "docs")
    if found:
        sys.exit(entries(found))
    print("Every change of a page is recorded.")


def missing(docs: Path) -> list[Unrecorded]:
    """Return each page below ``docs`` that says something else than is recorded."""
    content, features, pages = load(docs)
    return unrecorded(content, features, docs, docs.name, pages)


def entries(found: list[Unrecorded]) -> str:
    """Return what to add to the record: everything but the kind and the words of each change."""
    lines = [
        f"{len(found)} changes of pages are not in docs/_data/{CHANGES_NAME}. Add to its end, below 'changes':",
        "",
    ]
    for one in found:
        kind = "new" if one.is_new else "correction, advice or wording"
        lines += [
            f"  # {one.path}",
            f"  - page: {one.page}",
            f"    date: {today()}",
            f"    kind: {kind}",
            "    words: What readers get to know of it.",
            f"    digest: '{one.digest}'",
        ]
    return "\n".join(lines)


def write_baseline(docs: Path) -> str:
    """Record what every page says now; return the name of the file. Leaves with one sentence where there is one."""
    path = docs / "_data" / CHANGES_NAME
    content, features, pages = load(docs)
    if path.exists():
        sys.exit(f"{docs.name}/_data/{CHANGES_NAME} is there already; a change gets an entry in it")
    known = sorted((id, digest) for id, _, digest in digests(content, features, docs, docs.name, pages))
    lines = [
        "# yaml-language-server: $schema=schemas/changes.json",
        "# What readers are told of changes. `make changes` prints the entry to complete; the oldest comes first.",
        "baseline:",
        f"  date: {today()}",
        "  digests:",
        *(f"    {id}: '{digest}'" for id, digest in known),
    ]
    path.write_text("\n".join([*lines, "changes: []", ""]), "utf-8")
    return f"{docs.name}/_data/{CHANGES_NAME}"


def load(docs: Path) -> tuple[Content, tuple[Feature, ...], list[str]]:
    """Return what is in the data folder, and the path of each page; what is wrong in them is for the build to say."""
    features = with_basics(load_features(FEATURES))
    found = [path.relative_to(docs) for path in docs.rglob("*.md")]
    pages = [path.as_posix() for path in found if path.parts[0] != "_data"]
    folder = DataFolder(docs / "_data", f"{docs.name}/_data", Report())
    loaded = load_sources(features, folder)
    languages = languages_in(folder.root, pages, ENGLISH)
    strings = load_strings(features, folder, ENGLISH)
    content = assemble(
        features, loaded, folder, frozenset(pages), strings, language=ENGLISH, locale=ENGLISH, languages=languages
    )
    if content[CHANGES].is_broken:
        sys.exit(f"{docs.name}/_data/{CHANGES_NAME} cannot be read; `make build` says why")
    return content, features, pages


if __name__ == "__main__":
    main()
