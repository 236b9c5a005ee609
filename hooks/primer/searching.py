"""Keep what the search reads apart from what every page fetches."""

from __future__ import annotations

INDEX = "search/search_index.json"
"""What Material fetches with every page, below the site's root."""

TEXTS = "search/texts.json"
"""What ``assets/search.js`` fetches when somebody searches."""


DOCS = '"docs":'


def split_index(index: str) -> dict[str, str]:
    """Return the index of Material's search without the texts, and the texts, each by its path.

    The index is cut, not read: in memory it would be larger than all pages. Material writes the texts last.
    """
    head, docs, texts = index.partition(DOCS)
    return {INDEX: f"{head}{docs}[]}}", TEXTS: texts.strip().removesuffix("}")}
