"""Decide which templates escape the text that they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path


def escaped_in(folders: Sequence[Path]) -> Callable[[str | None], bool]:
    """Return what tells whether text is escaped in a template: it is in those that lie in ``folders``.

    Templates of the theme below escape by themselves what they want escaped.
    """

    @cache
    def is_escaped(name: str | None) -> bool:
        return name is not None and any((folder / name).is_file() for folder in folders)

    return is_escaped
