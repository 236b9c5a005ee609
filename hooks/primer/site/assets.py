"""Gather the style sheets, scripts and pictures of a site: the engine's, those of features and outputs, its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

THEME = Path(__file__).parent / "theme"
"""The engine's theme, laid over Material's and below the site's own."""


class HasAssets(Protocol):
    """Something that brings style sheets and scripts, in a folder of its own and perhaps in some below it."""

    @property
    def folder(self) -> Path: ...
    @property
    def folders(self) -> Sequence[Path]: ...


def asset_paths(parts: Iterable[HasAssets], overrides: Path | None) -> Mapping[str, Path]:
    """Return where each asset lies, by its path below the folder of what brings it; the site's own replace others.

    In a folder of assets below, what has no fingerprint in its name stays as it is: fonts.
    """
    theme = THEME / "assets"
    folders = [(theme, theme), *((part.folder, folder) for part in parts for folder in part.folders)]
    if overrides:
        folders.append((overrides / "assets", overrides / "assets"))
    found = dict(asset for root, folder in folders for asset in _assets(root, folder))
    return dict(sorted(found.items()))


def _assets(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.glob("*.*"):
        if path.suffix in PUBLISHED:
            yield path.relative_to(root).as_posix(), path


PUBLISHED = frozenset({".css", ".js", ".svg", ".png"})
