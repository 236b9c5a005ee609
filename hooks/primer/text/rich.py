"""A text that leaves the site: as HTML that needs nothing around it, besides in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

PICTURES = "\x1a"
"""What the address of each picture begins with: a sign that no author can write, for each format to replace."""

_BLOCKS = frozenset({"p", "pre", "div", "table", "tr", "ul", "ol", "li"})
_CELLS = frozenset({"td", "th"})
_SPOKEN = {"img": "alt", "math": "alttext"}
"""What is shown and not written, with the attribute that says it in words."""


@dataclass(frozen=True)
class Rich:
    """A text, as ``html`` and in plain words.

    Of a link, plain words hold the address as well, of a picture its words, and of a formula its LaTeX.
    """

    marked: str
    """The HTML, with ``PICTURES`` before the name of each picture."""
    text: str
    pictures: tuple[str, ...] = ()
    """The path of each picture below the docs folder."""

    @classmethod
    def plain(cls, text: str) -> Rich:
        """Return a text that holds no markup."""
        line = one_line(text)
        return cls(escape(line, quote=False), line)

    @property
    def is_plain(self) -> bool:
        """Whether the HTML is nothing but words."""
        return "<" not in self.marked

    def html(self, folder: str = "") -> str:
        """Return the HTML with pictures in ``folder``, which ends with a slash or is empty."""
        return placed(self.marked, folder) if self.pictures else self.marked


def placed(marked: str, folder: str = "") -> str:
    """Return HTML with its pictures in ``folder``, which ends with a slash or is empty."""
    return str(marked).replace(PICTURES, escape(folder))


def picture_names(marked: str) -> list[str]:
    """Return the name of each picture in HTML, once."""
    return list(dict.fromkeys(re.findall(f'{PICTURES}([^"]*)"', marked)))


def one_line(text: str) -> str:
    """Return a text with one space for all white space that only lays it out."""
    return " ".join(part for part in text.translate(_LAYOUT).split(" ") if part)


def plain_words(html: str) -> str:
    """Return what HTML that we made says."""
    if "<" not in html and "&" not in html:
        return one_line(html)
    reader = _Words()
    reader.feed(html)
    reader.close()
    return reader.said()


_LAYOUT = str.maketrans("\t\n\r", "   ")


class _Words(HTMLParser):
    """Reads HTML line by line; the lines of code are kept as they are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._code: set[int] = set()
        self._addresses: list[str] = []
        self._in_code = self._in_formula = False

    def said(self) -> str:
        """Return all lines, with an empty one between paragraphs."""
        lines = (line if n in self._code else one_line(line) for n, line in enumerate(self._lines))
        return "\n".join(lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _BLOCKS:
            self._begin_line()
            self._in_code |= tag == "pre"
        elif tag in _CELLS and self._lines[-1].strip(" "):
            self._lines[-1] += " | "
        elif tag == "br":
            self._lines.append("")
        elif tag in _SPOKEN:
            self._lines[-1] += given.get(_SPOKEN[tag]) or ""
            self._in_formula |= tag == "math"
        elif tag == "a":
            self._addresses.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._in_code &= tag != "pre"
            self._begin_line()
            if tag != "tr" and any(self._lines[-2:]):
                self._lines.append("")
        elif tag == "math":
            self._in_formula = False
        elif tag == "a" and self._addresses:
            address = self._addresses.pop()
            if not self._lines[-1].endswith(address):
                self._lines[-1] += f" ({address})"

    def handle_data(self, data: str) -> None:
        if self._in_formula:
            return
        if not self._in_code:
            self._lines[-1] += data.translate(_LAYOUT)
            return
        for number, line in enumerate(data.split("\n")):
            if number:
                self._lines.append("")
            self._lines[-1] += line
            self._code.add(len(self._lines) - 1)

    def _begin_line(self) -> None:
        if self._lines[-1].strip(" "):
            self._lines.append("")
