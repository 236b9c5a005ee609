"""How long browsers may keep a file of the site without asking whether it has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2s
from pathlib import Path

# Values of Cache-Control: https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2, and RFC 8246 for "immutable".
FOREVER = "public, max-age=31536000, immutable"
A_WEEK = "public, max-age=604800"
ASK_EACH_TIME = "no-cache"

NAMED_BY_CONTENT = r"/assets/.+\.[0-9a-f]{8}\.[a-z.]+"
"""The addresses of files that get another name when they change: ours, and the theme's ``bundle.a5f9d56c.min.js``."""

FONTS = "/assets/fonts/"
"""Where the fonts are. Our style sheet knows them by name, so their names stay; their content hardly ever changes."""


def fingerprints(assets: Path) -> Mapping[str, str]:
    """Return the path at which each of our own assets is published: ``{'assets/quiz.js': 'assets/quiz.3f2a1b9c.js'}``.

    ``assets`` is their folder; what lies in folders below it keeps its path.
    """
    found = {}
    for path in sorted(path for path in assets.glob("*.*") if path.is_file()):
        digest = blake2s(path.read_bytes(), digest_size=4).hexdigest()
        found[f"assets/{path.name}"] = f"assets/{path.stem}.{digest}{path.suffix}"
    return found


def is_named_by_content(address: str) -> bool:
    """Tell whether another content at this address, which begins at the site's root, would have another name."""
    return re.fullmatch(NAMED_BY_CONTENT, address) is not None
