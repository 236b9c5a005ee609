"""Keep what the search reads apart from what every page fetches."""

from __future__ import annotations

import json

INDEX = "search/search_index.json"
"""What Material fetches with every page, below the site's root."""

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody searches."""


def split_index(index: str) -> dict[str, str]:
    """Return the index of Material's search without the texts, and the texts, each by its path."""
    whole = json.loads(index)
    return {INDEX: _written(whole | {"docs": []}), TEXTS: _written(whole["docs"])}


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
