"""Gather the style sheets, scripts and pictures of a site: the engine's, those of features and outputs, its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from primer.core.files import files_below
from primer.kit.feature import Pack

THEME = Path(__file__).parent / "theme"
"""The engine's theme, laid over Material's and below the site's own."""

PUBLISHED = frozenset({".css", ".js", ".svg", ".png"})
"""The endings of what is published under a name that changes with its content; fonts keep theirs."""


class HasAssets(Protocol):
    """Something that brings style sheets and scripts in a folder of its own, or none."""

    @property
    def folder(self) -> Path: ...
    @property
    def styles(self) -> Sequence[str]: ...
    @property
    def scripts(self) -> Sequence[str | Pack]: ...


def asset_paths(parts: Iterable[HasAssets], overrides: Path | None) -> Mapping[str, Path]:
    """Return where each asset lies, by its name; the site's own replace those of the engine."""
    found: dict[str, Path] = {}
    others = [part for part in parts if part.folder != THEME.parent]
    apart = {part.folder for part in others}
    folders = [part.folder for part in others if part.styles or part.scripts]
    for folder in [THEME / "assets", *folders, *([overrides / "assets"] if overrides else [])]:
        found |= dict(_in(folder, apart))
    return dict(sorted(found.items()))


def _in(folder: Path, apart: Collection[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the name of each asset in a folder, with its path; what lies deeper is named by its way there too.

    What lies in a folder below that is another's own is left to that one.
    """
    below = {other for other in apart if folder in other.parents}
    for path in files_below(folder):
        if path.suffix in PUBLISHED and below.isdisjoint(path.parents):
            way = path.relative_to(folder).parent.parts
            yield "-".join([*([folder.name, *way] if way else []), path.name]).replace("_", "-"), path
