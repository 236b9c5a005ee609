"""Gather the style sheets, scripts and pictures of a site: the engine's, those of features and outputs, its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from primer.core.files import files_below

THEME = Path(__file__).parent / "theme"
"""The engine's theme, laid over Material's and below the site's own."""

PUBLISHED = frozenset({".css", ".js", ".svg", ".png"})
"""The endings of what is published under a name that changes with its content; fonts keep theirs."""


class HasAssets(Protocol):
    """Something that brings style sheets and scripts in a folder of its own."""

    @property
    def folder(self) -> Path: ...


def asset_paths(parts: Iterable[HasAssets], overrides: Path | None) -> Mapping[str, Path]:
    """Return where each asset lies, by its name; the site's own replace those of the engine."""
    found: dict[str, Path] = {}
    folders = [part.folder for part in parts if part.folder != THEME.parent]
    for folder in [THEME / "assets", *folders, *([overrides / "assets"] if overrides else [])]:
        found |= dict(_in(folder))
    return dict(sorted(found.items()))


def _in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name of each asset in a folder, with its path; what lies deeper is named by its way there too."""
    for path in files_below(folder):
        if path.suffix in PUBLISHED:
            way = path.relative_to(folder).parent.parts
            yield "-".join([*([folder.name, *way] if way else []), path.name]).replace("_", "-"), path
