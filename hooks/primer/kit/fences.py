"""Find the fenced blocks of a Markdown text, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARGIN = " \t>"


@dataclass(frozen=True)
class Fence:
    """A fenced block: lines ``first`` to ``last``, counted from 0, its two fences included.

    ``prefix`` is what stands before the fence: spaces, and ``>`` in a block quote.
    """

    first: int
    last: int
    info: str
    prefix: str
    marks: str
    body: tuple[str, ...]
    closed: bool


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the outermost fenced blocks from top to bottom; what stands inside a fence is not looked at.

    A fence ends where pymdownx.superfences ends it: at a line with the same marks, as far from the margin. A line
    before it that is nearer to the margin leaves the fence open, and nothing from there on belongs to it.
    A comment holds no fences.
    """
    at = 0
    comments = _Comments(lines)
    while at < len(lines):
        comment = comments.last_line(at)
        opening = _opening(lines[at])
        if comment is not None or opening is None:
            at = (comment or at) + 1
            continue
        prefix, marks, info = opening
        body: list[str] = []
        closed, quotes = False, prefix.count(">")
        for number in range(at + 1, len(lines)):
            before, rest = _split(lines[number], len(prefix))
            if (rest.strip() and len(before) < len(prefix)) or before.count(">") > quotes:  # too near to the margin
                break
            closed = rest.rstrip(" \t") == marks
            if closed:
                break
            body.append(rest)
        last = at + len(body) + closed
        yield Fence(at, last, info, prefix, marks, tuple(body), closed)
        at = last + 1


def _opening(line: str) -> tuple[str, str, str] | None:
    """Return what stands before the marks of a fence, the marks and what stands behind them."""
    rest = line.lstrip(_MARGIN)
    after = rest.lstrip(rest[:1]) if rest[:1] in ("`", "~") else rest
    marks = rest[: len(rest) - len(after)]
    if len(marks) < 3 or "`" in after:
        return None
    return line[: len(line) - len(rest)], marks, after.strip(" \t")


class _Comments:
    """The comments of a text that go on over several lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._next: list[tuple[int, int]] = []
        """For each line, the first one from there on that ends a comment, and the first one that is empty."""
        if any("<!--" in line for line in lines):
            end = empty = len(lines)
            for number in range(len(lines) - 1, -1, -1):
                end = number if "-->" in lines[number] else end
                empty = number if not lines[number].strip(_MARGIN) else empty
                self._next.append((end, empty))
            self._next.reverse()

    def last_line(self, at: int) -> int | None:
        """Return the last line of a comment that begins in line ``at`` and ends in another.

        One that begins behind words ends with its paragraph, and one that never ends is none.
        """
        before, sign, inside = self._lines[at].rpartition("<!--")
        if not sign or "-->" in inside or at + 1 == len(self._lines):
            return None
        end, empty = self._next[at + 1]
        is_in_code = before.count("`") % 2 == 1
        if end == len(self._lines) or is_in_code or (before.strip(_MARGIN) and empty < end):
            return None
        return end


def _split(line: str, width: int) -> tuple[str, str]:
    """Return the margin of a line, at most ``width`` wide, and the rest."""
    margin = len(line) - len(line.lstrip(_MARGIN))
    return line[: min(width, margin)], line[min(width, margin) :]
