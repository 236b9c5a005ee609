r"""Take a file in GIFT apart by its signs, and know where each part stands.

A sign behind a ``\`` means itself: https://docs.moodle.org/405/en/GIFT_format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from primer.core.diagnostics import Location

_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_HIDDEN = "\0\0"
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_LINE = re.compile(r"[ \t]*\n[ \t]*")
_EMPTY = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Source:
    """A file, and the same with every sign hidden that means itself; a place in the one is that in the other."""

    path: str
    text: str
    signs: str

    @classmethod
    def of(cls, text: str, path: str) -> Source:
        """Return the source of a text of which the lines end as they do on Unix."""
        return cls(path, text, _ESCAPE.sub(_HIDDEN, text))

    def at(self, place: int) -> Location:
        """Return the line and column of a place."""
        before = self.text[:place]
        return Location(self.path, before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1)


@dataclass(frozen=True)
class Piece:
    """A part of a file."""

    source: Source
    begin: int
    end: int

    @property
    def at(self) -> Location:
        """Where it begins."""
        return self.source.at(self.begin)

    @property
    def signs(self) -> str:
        """Itself, with every sign hidden that is no sign of GIFT."""
        return self.source.signs[self.begin : self.end]

    @property
    def text(self) -> str:
        """What it says."""
        return _unescaped(self.source.text[self.begin : self.end])

    def part(self, begin: int, end: int | None = None) -> Piece:
        """Return a part of it, without the white space around that."""
        signs = self.signs[begin:end]
        first = self.begin + begin + len(signs) - len(signs.lstrip())
        return Piece(self.source, first, first + len(signs.strip()))

    def cut(self, sign: str) -> tuple[Piece, Piece | None]:
        """Return what stands before a sign, and what stands behind it; None where there is no such sign."""
        at = self.signs.find(sign)
        return (self, None) if at < 0 else (self.part(0, at), self.part(at + len(sign)))

    def split(self, signs: str) -> Iterator[tuple[str, Piece]]:
        """Yield what stands behind each of ``signs``, with the sign; at first what stands before all of them."""
        places = [n for n, sign in enumerate(self.signs) if sign in signs]
        yield "", self.part(0, places[0] if places else None)
        for n, end in zip(places, [*places[1:], None], strict=True):
            yield self.signs[n], self.part(n + 1, end)

    def formatted(self, default: str) -> tuple[str, str]:
        r"""Return what it says, and the format of that, which may stand before it in brackets.

        The end of a line is a space but in Markdown; a line ends where ``\n`` is written.
        """
        found = _FORMAT.match(self.signs)
        piece, format = (self.part(found.end()), found[1]) if found else (self, default)
        raw = piece.source.text[piece.begin : piece.end]
        return _unescaped(raw if format == "markdown" else _LINE.sub(" ", raw)), format


def blocks(source: Source) -> Iterator[tuple[Piece, str]]:
    """Yield what stands between empty lines, with the comments above and in it; these are no part of its text."""
    spaces = Source(
        source.path,
        _COMMENT.sub(lambda line: " " * len(line[0]), source.text),
        _COMMENT.sub(lambda line: " " * len(line[0]), source.signs),
    )
    begin = 0
    for end, after in [*((gap.start(), gap.end()) for gap in _EMPTY.finditer(source.text)), (len(source.text), 0)]:
        comments = "\n".join(_COMMENT.findall(source.text[begin:end]))
        piece = Piece(spaces, begin, end).part(0)
        if piece.signs:
            yield piece, comments
        begin = after


def _unescaped(raw: str) -> str:
    return _ESCAPE.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], raw)
