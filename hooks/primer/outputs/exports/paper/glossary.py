"""Print a glossary: each word with what it means, and who says so."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from primer.kit.exported import ExportedTerm, Origin
from primer.outputs.exports.paper.blocks import Line, Run, line
from primer.outputs.exports.paper.letters import printable
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.paper.typesetting import typeset

TEMPLATE = Path(__file__).with_name("glossary.typ")


def printed_glossary(
    terms: Sequence[ExportedTerm], origin: Origin, language: str, title: str, words: PaperStrings
) -> bytes:
    """Return a glossary as PDF."""
    about: Line = (Run(words.draft),)
    if origin.url:
        before, _, after = words.from_site.replace("{site}", origin.name).partition("{address}")
        about = (Run(before), Run(origin.url, link=origin.url), Run(after))
    data = {
        "title": printable(f"{origin.name}: {title}"),
        "language": language,
        "page": printable(words.page),
        "about": [_runs(about)],
        "terms": [
            {
                "term": printable(term.term),
                "also_called": printable(", ".join(term.also_called)),
                "definition": _runs(line(term.definition)),
                "sources": _runs(line(term.sources)) if term.sources.text else [],
            }
            for term in terms
        ],
    }
    return typeset({"main.typ": TEMPLATE.read_bytes()}, {"glossary": json.dumps(data)})


def _runs(words: Line) -> list[dict[str, object]]:
    return [{**asdict(run), "text": printable(run.text)} for run in words]
