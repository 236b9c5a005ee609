"""Keep what the search reads apart from what every page fetches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

INDEX = "search/search_index.json"
"""What Material fetches with every page, below the site's root."""

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody searches."""


def split_index(index: str, descriptions: Mapping[str, str]) -> dict[str, str]:
    """Return the index of Material's search without the texts, and the texts, each by its path.

    ``descriptions`` holds the description of each page, by its address below the site's root.
    """
    whole = json.loads(index)
    described = {address: {"description": escape(text, quote=False)} for address, text in descriptions.items()}
    texts = [text | described.get(text["location"], {}) for text in whole["docs"]]
    return {INDEX: _written(whole | {"docs": []}), TEXTS: _written(texts)}


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
