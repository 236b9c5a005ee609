"""Find lines that are meant to belong to an item of a list, and are not indented far enough for that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from primer.core.diagnostics import Problem

WIDTH = 4
"""How many spaces an item's own lines and lists are indented by: https://python-markdown.github.io/#differences."""
_ITEM = re.compile(r"(?P<margin> *)(?:[-*+]|\d{1,3}\.) +\S")
_MAY_BE_SHORT = re.compile(r"^ +\S", re.MULTILINE)


def short_indents(lines: Sequence[str]) -> Iterator[tuple[int, int, Problem]]:
    """Yield line and column, counted from 0, of each line that would end the list it is meant for, or its item."""
    if not _MAY_BE_SHORT.search("\n".join(lines)):
        return
    items: list[int] = []
    is_after_gap = False
    for number, line in enumerate(lines):
        if not line.strip():
            is_after_gap = True
            continue
        margin = len(line) - len(line.lstrip(" "))
        is_item = _ITEM.match(line) is not None
        above = [item for item in items if item < margin]
        if above and margin - above[-1] < WIDTH and (is_item or is_after_gap):
            what = "item" if is_item else "paragraph"
            message = f"this {what} is indented by {margin - above[-1]}, so it does not belong to the item above it"
            yield number, margin, Problem(message, "markdown-indent", f"indent it by {above[-1] + WIDTH}")
        elif is_item:
            items = [*above, margin]
        elif is_after_gap:
            items = above
        is_after_gap = False
