"""Say where a build stopped that cannot go on."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path


def locals_of(error: BaseException, name: str) -> Iterator[object]:
    """Yield what the functions that an error went through call ``name``, the outermost first.

    MkDocs tells those who listen for errors nothing but the error; its functions, and all that listen for its events,
    call the page ``page``, the settings ``config`` and a page without Markdown ``template_name``.
    """
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if name in frame.f_locals:
            yield frame.f_locals[name]


def stopped(error: BaseException, docs: str) -> str:
    """Return the message for an error that nobody expected; ``docs`` is what messages call the docs folder.

    The place is that of the page or template that was being made, and else the line of code.
    """
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in Path(frame.filename).parts]
    inner = (ours or frames)[-1]  # what a package says of itself helps nobody to mend what was given to it
    code = f"{_from_here(inner.filename)}:{inner.lineno or 1}"
    files = (getattr(page, "file", None) for page in locals_of(error, "page"))
    pages = [f"{docs}/{path}" for path in (getattr(file, "src_uri", None) for file in files) if path]
    made = [*pages, *(name for name in locals_of(error, "template_name") if isinstance(name, str))]
    fact = " ".join(f"{type(error).__name__}: {error}".split())
    location, within = (f"{made[0]}:1:1", f", in {code}") if made else (f"{code}:1", "")
    hint = "mend what is said above and build again, with --verbose if it stops again"
    return f"{location}: the build stopped here: {fact}{within} [build-stopped]\n    hint: {hint}"


def _from_here(path: str) -> str:
    """Return a path seen from the folder in which the build runs, where it lies below that."""
    return os.path.relpath(path) if Path(path).is_relative_to(Path.cwd()) else path
