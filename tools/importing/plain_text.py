"""Write plain words so that Markdown reads them as nothing but themselves."""

from __future__ import annotations

import re

import yaml

_UNSEEN = yaml.reader.Reader.NON_PRINTABLE
_SIGNS = re.compile(
    r"(?P<entity>&(?=[#a-zA-Z0-9]|$)|<(?=[a-zA-Z]|$)|[`$]|\[(?=\^)|\](?= *\()|~(?=~)|=(?==)|\+(?=\+)"
    r"|(?<!\S):(?=[a-z][a-z0-9_]{2,30}:)|(?<![\w:]):(?=(?:material|octicons|fontawesome|simple)-)"
    r"|\{(?=\+\+|--|==|>>|~~)|-(?=-8<--))"
    r"|[\\*\[\]]|(?<![^\W_])_|_(?![^\W_])"
)
"""Signs of Markdown. Those of ``entity`` no backslash helps: a build looks behind it, and warns of unread Markdown."""
_BLOCK_SIGNS = re.compile(r"^( *)(\||\?(?=\?\?)|!(?=!!)|/(?=//)|\\\[(?=[ xX]\\\] ))", re.MULTILINE)
_LINES = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Return a text with one space for all white space that only lays it out, and without what nobody can see."""
    return _LINES.sub(" ", seen(text)).strip(" ")


def seen(text: str) -> str:
    """Return a text without the characters that no quiz file may hold."""
    return str(_UNSEEN.sub("", text))


def escaped(text: str, *, gaps: bool = False) -> str:
    """Return Markdown that says a text; with ``gaps``, no brace in it is one."""
    found = _SIGNS.sub(lambda sign: _entity(sign[0]) if sign["entity"] else f"\\{sign[0]}", text)
    return found.replace("{", "\\{") if gaps else found


def paragraphs(text: str) -> str:
    """Return Markdown that says a text of several lines, parted into paragraphs where it has an empty one."""
    parts = re.split(r"\n[ \t]*\n", seen(text).replace("\r\n", "\n").replace("\r", "\n"))
    return "\n\n".join(part for part in (line_of(escaped(one_line(part))) for part in parts) if part)


def line_of(markdown: str) -> str:
    """Return a paragraph that begins with no sign of a block, nor has a table in its lines."""
    found = _BLOCK_SIGNS.sub(lambda sign: sign[1] + _entity(sign[2].removeprefix("\\")), markdown)
    return found.replace("|", _entity("|")) if "\n" in markdown else found


def _entity(sign: str) -> str:
    return {"&": "&amp;", "<": "&lt;"}.get(sign) or f"&#{ord(sign)};"
