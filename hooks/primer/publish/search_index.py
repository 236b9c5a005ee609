"""Make of pages the texts that the search reads, none of which can become markup."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from primer.publish.sections import sections

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody comes to the search, below the site's root."""


def searched_texts(
    html: str,
    address: str,
    title: str,
    description: str | None,
    boost: object = 1,
    asked: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield the JSON of each section of a page: its address below the site's root, its title and its text as HTML.

    The first also has the description of the page, and each has the questions in other words that it answers, which
    ``asked`` holds by the ids of headings. All but ``html`` are texts and not HTML.
    """
    for section in sections(html):
        entry: dict[str, object] = {
            "location": f"{address}#{section.anchor}" if section.anchor else address,
            "title": "".join(section.title).strip() or escape(title.strip(), quote=False),
            "text": "".join(section.text).strip(),
        }
        if boost != 1 and _is_readable(boost):
            entry["boost"] = boost
        if description is not None and not section.anchor:
            entry["description"] = escape(description, quote=False)
        if section.anchor in asked:
            entry["asked"] = [escape(question, quote=False) for question in asked[section.anchor]]
        yield json.dumps(entry, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def texts_file(texts: Iterable[str]) -> Iterator[str]:
    """Yield the content of ``TEXTS``, piece by piece: all at once would be twice the site's text."""
    before = "["
    for text in texts:
        yield before + text
        before = ","
    yield "]" if before == "," else "[]"


def _is_readable(boost: object) -> bool:
    """Tell whether browsers can read a number; what is wrong with it was said with its page."""
    try:
        return isinstance(boost, int | float) and math.isfinite(boost)
    except OverflowError:  # a whole number of more than 308 digits
        return False
