"""Ids of options and items, made from their text alone so that saved answers survive a new order."""

from __future__ import annotations

from hashlib import blake2s


def digest(text: str) -> str:
    """Return eight hexadecimal digits that stand for ``text``."""
    return blake2s(text.encode(), digest_size=4).hexdigest()
