"""Notice that code was edited which a running preview does not load again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from primer.core.files import files_below

LOADED_ONCE = frozenset({".py", ".yml"})
"""The endings of code and of the engine's strings; templates, scripts and styles are read for each build."""


class EditedCode:
    """The code in some folders, as it was when the preview began."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._before = self._times()
        self._is_told = False

    def news(self) -> Path | None:
        """Return a file that is not as it was, the first time that there is one."""
        if self._is_told:
            return None
        now = self._times()
        edited = sorted(path for path in now.keys() | self._before.keys() if now.get(path) != self._before.get(path))
        self._is_told = bool(edited)
        return edited[0] if edited else None

    def _times(self) -> dict[Path, int]:
        files = (path for folder in self._folders for path in files_below(folder) if path.suffix in LOADED_ONCE)
        return {path: path.stat().st_mtime_ns for path in files}
