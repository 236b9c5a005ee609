"""How long a browser may keep each file of the site without asking for it again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2s
from pathlib import Path

_NAMED_BY_CONTENT = r"^/assets/.+\.[0-9a-f]{8}\.[a-z.]+$"  # ours, and the theme's own: bundle.a5f9d56c.min.js

RULES = (
    (_NAMED_BY_CONTENT, "public, max-age=31536000, immutable"),  # another content would have another name
    (r"^/assets/fonts/", "public, max-age=604800"),  # named by site.css, so they keep their names; changed once a year
)
"""Patterns of addresses, with what ``Cache-Control`` says about them (RFC 9111, RFC 8246)."""

OTHERWISE = "no-cache"
"""What it says about everything else, pages above all: keep it, but ask each time whether it has changed."""


def fingerprints(assets: Path) -> Mapping[str, str]:
    """Return the path at which each of our own assets is published: ``{'assets/quiz.js': 'assets/quiz.3f2a1b9c.js'}``.

    ``assets`` is their folder. What is below it in folders of its own keeps its path.
    """
    found = {}
    for path in sorted(path for path in assets.glob("*.*") if path.is_file()):
        digest = blake2s(path.read_bytes(), digest_size=4).hexdigest()
        found[f"assets/{path.name}"] = f"assets/{path.stem}.{digest}{path.suffix}"
    return found


def is_named_by_content(address: str) -> bool:
    """Tell whether the name of a file, given by its address below the site's root, changes with its content."""
    return re.match(_NAMED_BY_CONTENT, address) is not None
