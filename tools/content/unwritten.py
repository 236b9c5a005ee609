"""Let no sentence of a skeleton stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from primer.core.diagnostics import Diagnostic, Location

from tools.adding.adding import BODY
from tools.adding.skeletons import TO_WRITE
from tools.content.corpus import FOR_AUTHORS, Corpus

SENTENCES = [TO_WRITE, *re.findall(r"Write .+", BODY)]
UNWRITTEN = re.compile("|".join(re.escape(one).replace(r"\{\}", r"[\w -]+") for one in SENTENCES))


def unwritten(corpus: Corpus) -> Iterator[Diagnostic]:
    """What ``make new-page`` and its like ask for has been written."""
    for path in sorted([*corpus.docs.rglob("*.md"), *corpus.docs.rglob("*.yml")]):
        if path.relative_to(corpus.docs).as_posix() in FOR_AUTHORS:
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
            if found := UNWRITTEN.search(line):
                location = Location(path.relative_to(corpus.root).as_posix(), number, found.start() + 1)
                message = f"'{found[0]}' is a sentence of the skeleton"
                yield Diagnostic(location, message, "content-unwritten", "write what it asks for, or delete the line")


RULES = (unwritten,)
