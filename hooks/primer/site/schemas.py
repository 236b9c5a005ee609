"""Write the JSON Schemas that let an editor complete and check the data files.

Run ``python -m primer.site.schemas docs/_data/schemas`` with ``hooks`` on the path, or ``make schemas``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from primer.features.chart.model import Figure
from primer.features.glossary.model import Term
from primer.features.guide.model import Guide
from primer.features.directory.help_lines import Place
from primer.site.models import FrontMatter, Ledger, Publisher
from primer.features.planner.model import Planner
from primer.features.quiz.model import Quiz
from primer.features.references.model import Reference
from primer.features.directory.routes import PlaceRoutes
from primer.kit.strings import Strings

_SHAPES: dict[str, Any] = {
    "figures": tuple[Figure, ...],
    "front-matter": FrontMatter,
    "glossary": tuple[Term, ...],
    "guide": Guide,
    "help-lines": tuple[Place, ...],
    "permalinks": Ledger,
    "planner": Planner,
    "publisher": Publisher,
    "quiz": Quiz,
    "references": tuple[Reference, ...],
    "routes": tuple[PlaceRoutes, ...],
    "strings": Strings,
}


def schemas() -> dict[str, str]:
    """Return each schema (JSON Schema, draft 2020-12) as text, by its file name."""
    found = {}
    for name, shape in _SHAPES.items():
        schema = TypeAdapter(shape).json_schema(by_alias=True)
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        found[f"{name}.json"] = json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"
    return found


def main(folder: str) -> None:
    """Write every schema into ``folder``."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (Path(folder) / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
