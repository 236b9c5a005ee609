"""How long browsers may keep a file of the site without asking whether it has changed."""

from __future__ import annotations

import re

# Values of Cache-Control: https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2, and RFC 8246 for "immutable".
FOREVER = "public, max-age=31536000, immutable"
A_WEEK = "public, max-age=604800"
ASK_EACH_TIME = "no-cache"

NAMED_BY_CONTENT = r"/assets/.+\.[0-9a-f]{8}\.[a-z.]+"
"""The addresses of files that get another name when they change."""

FONTS = "/assets/fonts/"
"""Where the fonts are. Our style sheet knows them by name, so their names stay; their content hardly ever changes."""


SEARCH = r"(?:/[a-z0-9-]+)?/search/[0-9a-f]{8}/"
"""The folders of what the search of a language fetches in pieces. Each is named by the content of all of them."""


def is_named_by_content(address: str) -> bool:
    """Tell whether another content at this address, which begins at the site's root, would have another name."""
    return re.fullmatch(NAMED_BY_CONTENT, address) is not None


def search_folder(address: str) -> str | None:
    """Return the folder of the search in which a file is; None for any other file."""
    found = re.match(SEARCH, address)
    return found[0] if found else None
