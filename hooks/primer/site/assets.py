"""Gather the style sheets, scripts and pictures of a site: the engine's, those of features and outputs, its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

THEME = Path(__file__).parent / "theme"
"""The engine's theme, laid over Material's and below the site's own."""


class HasAssets(Protocol):
    """Something that brings style sheets and scripts in a folder of its own."""

    @property
    def folder(self) -> Path: ...


def asset_paths(parts: Iterable[HasAssets], overrides: Path | None) -> Mapping[str, Path]:
    """Return where each asset lies, by its name; the site's own replace those of the engine.

    In a folder below, what has no fingerprint in its name stays as it is: fonts.
    """
    folders = [THEME / "assets", *(part.folder for part in parts), *([overrides / "assets"] if overrides else [])]
    found = {path.name: path for folder in folders for path in sorted(folder.glob("*.*")) if path.suffix in PUBLISHED}
    return dict(sorted(found.items()))


PUBLISHED = frozenset({".css", ".js", ".svg", ".png"})
