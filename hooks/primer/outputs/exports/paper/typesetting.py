"""Set documents with Typst, in our fonts and no others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import typst

from primer.outputs.exports.paper.letters import FONTS


def typeset(
    files: Mapping[str, bytes],
    given: Mapping[str, str],
    *,
    format: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> bytes:
    """Return what ``main.typ`` among ``files`` says, as a tagged PDF (PDF/UA-1) or as a picture.

    Raises typst.TypstError where it cannot be set, or would not be accessible.
    """
    found = _compiler().compile(
        dict(files),  # type: ignore[type-var]  # its declarations do not know of files by name
        format=format,
        ppi=ppi,
        sys_inputs=dict(given),
        pdf_standards="ua-1" if format == "pdf" else None,
    )
    assert isinstance(found, bytes)  # noqa: S101 - there is one page, or one document
    return found


@cache
def _compiler() -> typst.Compiler:
    """Return what sets all documents of a build; it loads the fonts once."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(font_paths=fonts)
