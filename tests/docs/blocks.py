"""Find the blocks of code in the documents for people who work on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.building import ROOT

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")),
    *sorted((ROOT / "docs/about").glob("*.md")),
]
_OPENS = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,}) ?(?P<language>[\w-]*)$")


@dataclass(frozen=True)
class Block:
    """A block of code: its file, the line of its fence, what it is written in, and what it says."""

    path: Path
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """Its file and line."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}"

    @property
    def first(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0].strip()


def blocks(*documents: Path) -> list[Block]:
    """The blocks of documents, of all where none is named; a fence of the site, such as `quiz`, is one too."""
    return [block for path in documents or DOCUMENTS for block in blocks_in(path)]


def blocks_in(path: Path) -> Iterator[Block]:
    """Yield the blocks of a document, the outermost alone."""
    lines = path.read_text("utf-8").splitlines()
    opened: tuple[int, re.Match[str]] | None = None
    for number, line in enumerate(lines, 1):
        found = _OPENS.fullmatch(line)
        if opened is None and found:
            opened = number, found
        elif opened and re.fullmatch(rf" *{re.escape(opened[1]['marks'])}[`~]*", line):
            begins, fence = opened
            inner = [one.removeprefix(fence["indent"]) for one in lines[begins : number - 1]]
            yield Block(path, begins, fence["language"], "".join(f"{one}\n" for one in inner))
            opened = None
