"""Name what paper leaves out of a page unless its reader asks for it.

An element with ``data-paper="sources"`` is printed where the box of that value is ticked at the foot of the page:
print.css says so, and needs no script.
"""

from __future__ import annotations

import typing
from typing import Literal

PaperPart = Literal["quiz", "folded", "drawn", "next", "words", "sources"]
"""A quiz, what only the curious want, what drawings say, where to go from here, words explained, sources."""

PAPER_PARTS: tuple[PaperPart, ...] = typing.get_args(PaperPart)
"""All of them, in the order in which readers are asked."""

ATTRIBUTE = "data-paper"
"""What says of an element which of these it is."""
