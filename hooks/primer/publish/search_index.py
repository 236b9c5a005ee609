"""Keep what the search reads apart from what every page fetches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody searches, below the site's root."""


def searched_texts(entries: Iterable[Mapping[str, object]], descriptions: Mapping[str, str]) -> Iterator[str]:
    """Yield the JSON of the entries of Material's index, piece by piece: all at once would be twice the site's text.

    ``descriptions`` holds the description of each page, by its address below the site's root.
    """
    before = "["
    for entry in entries:
        description = descriptions.get(str(entry["location"]))
        whole = entry if description is None else {**entry, "description": escape(description, quote=False)}
        yield before + json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        before = ","
    yield "]" if before == "," else "[]"
