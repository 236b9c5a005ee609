"""Make of Material's index the texts that the search reads, none of which can become markup."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody comes to the search, below the site's root."""

_NO_TAG = re.compile(r"<(?!/?(?:code|li|ol|p|pre|sub|sup|ul)>)")
"""The beginning of what is no tag that Material's index keeps: those have no attributes."""

_BREAK = "\u200b"
"""What Material's index puts between words where a script has no spaces."""


def escape_titles(entries: Sequence[dict[str, object]], address: str, title: str) -> None:
    """Escape the title of a page in the entries of Material's index that end with those of this page.

    Titles that the index found in headings are HTML; the page's own, which it takes where it found none, is text.
    The search reads both as HTML.
    """
    text = title.replace(_BREAK, "").strip()
    for entry in reversed(entries):
        if str(entry["location"]).partition("#")[0] != address:
            break
        if str(entry["title"]).replace(_BREAK, "").strip() == text:
            entry["title"] = escape(str(entry["title"]), quote=False)


def searched_texts(entries: Iterable[Mapping[str, object]], descriptions: Mapping[str, str]) -> Iterator[str]:
    """Yield the JSON of the entries of Material's index, piece by piece: all at once would be twice the site's text.

    ``descriptions`` holds the description of each page, by its address below the site's root.
    """
    before = "["
    for entry in entries:
        whole = {name: value if name == "location" else _safe(value) for name, value in entry.items()}
        description = descriptions.get(str(entry["location"]))
        if description is not None:
            whole["description"] = escape(description, quote=False)
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


def _safe(value: object) -> object:
    """Return HTML without any tag that the index does not keep: such a tag is shown as it was written."""
    return _NO_TAG.sub("&lt;", value) if isinstance(value, str) else value
