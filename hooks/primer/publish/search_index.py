"""Keep what the search reads apart from what every page fetches."""

from __future__ import annotations

import json
import math
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
        yield before + json.dumps(_readable(whole), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        before = ","
    yield "]" if before == "," else "[]"


def _readable(entry: Mapping[str, object]) -> Mapping[str, object]:
    """Return an entry without a boost that no browser reads; what is wrong with it was said with its page."""
    boost = entry.get("boost", 1)
    if isinstance(boost, int | float) and _is_finite(boost):
        return entry
    return {name: value for name, value in entry.items() if name != "boost"}


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # a whole number of more than 308 digits
        return False
