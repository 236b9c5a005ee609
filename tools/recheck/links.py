"""The links to other sites in pages of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
#: A link in brackets, whose address may hold a pair of round brackets; an address in angle brackets; a definition.
LINK = re.compile(
    r"\]\(\s*<?(?P<inline>https?://(?:[^\s()<>]|\([^\s()<>]*\))+)"
    r"|<(?P<bare>https?://[^\s<>]+)>"
    r"|^\s*\[[^\]]+\]:\s*<?(?P<defined>https?://[^\s<>]+)"
    r"|\bhref=[\"'](?P<html>https?://[^\"']+)"
)
#: Addresses that stand in examples and can belong to nobody: RFC 2606, RFC 6761.
EXAMPLE = re.compile(r"https?://(?:[\w.-]+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?:[:/?#]|$)")


@dataclass(frozen=True)
class Link:
    """A link, with the file and line where an author finds it."""

    file: str
    line: int
    address: str


def links_below(folder: Path, shown: str = "docs") -> Iterator[Link]:
    """The links of every page below a folder, in the order of file names and lines; what is code is left out."""
    for file in sorted(folder.rglob("*.md")):
        if not {part[0] for part in file.relative_to(folder).parts} & {"_", "."}:
            name = f"{shown}/{file.relative_to(folder).as_posix()}"
            for line, address in links_in(file.read_text("utf-8", errors="replace")):
                yield Link(name, line, address)


def links_in(text: str) -> Iterator[tuple[int, str]]:
    """Each line number and address in a text."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
        elif not fence:
            for found in LINK.finditer(CODE.sub("", line)):
                address = next(group for group in found.groups() if group)
                if not EXAMPLE.match(address):
                    yield number, address
