"""Make links that open an editor at the line of a problem."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from primer.core.diagnostics import Location

VARIABLE = "PRIMER_EDITOR"
"""The variable of the environment that names an editor."""

EDITORS = {
    "cursor": "cursor://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={file}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{file}&line={line}&column={column}",
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
}
"""The address that each editor answers, with where a problem stands; a file begins with a slash."""

_FIELDS = frozenset({"file", "line", "column"})
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ONE_SLASH = re.compile(r"(?<!/)/\{file\}")
"""A slash before a path that begins with one; the two of ``file://`` are another matter."""
_NEVER = ("javascript:", "data:", "vbscript:")
"""Addresses that would run in the page instead of opening something."""


@dataclass(frozen=True)
class Editor:
    """What opens a file. ``pattern`` is an address; without one there is nothing to open it with."""

    pattern: str | None = None

    def href(self, location: Location, root: Path) -> str | None:
        """Return the address that opens ``location``, a place in a file below ``root``."""
        if self.pattern is None:
            return None
        path = (root / location.path).absolute().as_posix()
        file = quote(path if path.startswith("/") else f"/{path}")
        pattern = _ONE_SLASH.sub("{file}", self.pattern)
        return pattern.format(file=file, line=location.line, column=location.column)


def editor_named(name: str | None) -> Editor:
    """Return the editor of this name, or the one that answers the address ``name``.

    Raises ValueError, with one line for whoever named it, where it is neither.
    """
    if not name:
        return Editor()
    if name in EDITORS:
        return Editor(EDITORS[name])
    known = f"one of {', '.join(sorted(EDITORS))}, or an address with {{file}}, {{line}} and {{column}}"
    if not _ADDRESS.match(name) or name.lower().startswith(_NEVER) or not _is_filled_in(name):
        raise ValueError(f"{VARIABLE}: '{name}' is no editor that is known here; write {known}")
    return Editor(name)


def _is_filled_in(pattern: str) -> bool:
    """Tell whether a pattern holds a file, and nothing that cannot be filled in."""
    try:
        parts = [(field, form, kind) for _, field, form, kind in string.Formatter().parse(pattern) if field is not None]
    except ValueError:
        return False
    return ("file", "", None) in parts and all(
        field in _FIELDS and not form and not kind for field, form, kind in parts
    )
