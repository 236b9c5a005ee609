"""Find the fenced blocks of a Markdown text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*")


@dataclass(frozen=True)
class Fence:
    """A fenced block: lines ``first`` to ``last``, counted from 0, its two fences included."""

    first: int
    last: int
    info: str
    indent: int
    body: tuple[str, ...]
    closed: bool


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the outermost fenced blocks from top to bottom; what stands inside a fence is not looked at.

    A fence ends at a line that holds only as many of the same marks, or more (CommonMark 0.31, section 4.5).
    """
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        if opening is None:
            at += 1
            continue
        marks, indent = opening["marks"], len(opening["indent"])
        end = next((i for i in range(at + 1, len(lines)) if _closes(lines[i], marks)), None)
        last = len(lines) - 1 if end is None else end
        body = tuple(_without(line, indent) for line in lines[at + 1 : last + (end is None)])
        yield Fence(at, last, opening["info"], indent, body, end is not None)
        at = last + 1


def _closes(line: str, marks: str) -> bool:
    text = line.strip()
    return len(text) >= len(marks) and not text.strip(marks[0])


def _without(line: str, indent: int) -> str:
    blank = len(line) - len(line.lstrip())
    return line[min(indent, blank) :]
