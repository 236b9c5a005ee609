"""Turn pictures into ones that Word shows."""

from __future__ import annotations

from pathlib import PurePosixPath

from primer.outputs.exports.paper.typesetting import typeset

SHOWN = (".png", ".jpg", ".jpeg", ".gif")
"""The endings of pictures that Word shows as they are."""
PPI = 200.0


def raster(name: str, content: bytes) -> bytes:
    """Return a picture as Word can show it, drawn anew where it has to be."""
    if PurePosixPath(name).suffix.lower() in SHOWN:
        return content
    main = "#set page(width: auto, height: auto, margin: 0pt)\n#image(sys.inputs.name)\n"
    return typeset({"main.typ": main.encode(), name: content}, {"name": name}, format="png", ppi=PPI)
