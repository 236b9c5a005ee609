"""Find the fenced blocks of a Markdown text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"(?P<prefix>[ \t>]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*")


@dataclass(frozen=True)
class Fence:
    """A fenced block: lines ``first`` to ``last``, counted from 0, its two fences included.

    ``prefix`` is what stands before the fence: spaces, and ``>`` in a block quote.
    """

    first: int
    last: int
    info: str
    prefix: str
    body: tuple[str, ...]
    closed: bool


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the outermost fenced blocks from top to bottom; what stands inside a fence is not looked at.

    A fence ends where pymdownx.superfences ends it: at a line with the same marks, as far from the margin. A line
    before it that is nearer to the margin leaves the fence open, and nothing from there on belongs to it.
    """
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        if opening is None:
            at += 1
            continue
        prefix = opening["prefix"]
        body: list[str] = []
        closed = False
        for number in range(at + 1, len(lines)):
            before, rest = _split(lines[number], len(prefix))
            if _is_outside(before, rest, prefix):
                break
            closed = rest.rstrip(" \t") == opening["marks"]
            if closed:
                break
            body.append(rest)
        last = at + len(body) + closed
        yield Fence(at, last, opening["info"], prefix, tuple(body), closed)
        at = last + 1


def _split(line: str, width: int) -> tuple[str, str]:
    """Return the margin of a line, at most ``width`` wide, and the rest."""
    margin = len(line) - len(line.lstrip(" \t>"))
    return line[: min(width, margin)], line[min(width, margin) :]


def _is_outside(before: str, rest: str, prefix: str) -> bool:
    """Tell whether a line is too near to the margin to belong to the fence, or more deeply quoted."""
    if rest.strip() and len(before) < len(prefix):
        return True
    return before.count(">") > prefix.count(">")
