"""Turn a text of another program into Markdown, by the format in which that program says it is."""

from __future__ import annotations

from html import escape
from re import split

from tools.importing.html_text import Block, blocks_of, joined
from tools.importing.items import ReadQuestion
from tools.importing.plain_text import one_line, paragraphs, seen

PLAIN, MARKDOWN, HTML, AUTO = "plain", "markdown", "html", "moodle"
"""The formats of a text; in ``AUTO``, the ends of lines are kept."""


def blocks(text: str, format: str, question: ReadQuestion, *, gaps: bool = False) -> list[Block]:
    """Return the paragraphs of a text; what of it is not kept is said of the question."""
    if format == PLAIN:
        return [Block(part) for part in split(r"\n\n", paragraphs(text)) if part]
    if format == MARKDOWN:
        return [Block(part.strip()) for part in split(r"\n[ \t]*\n", seen(text).strip()) if part.strip()]
    if format == AUTO:
        text = text.strip().replace("\r\n", "\n").replace("\n\n", "<p>").replace("\n", "<br>")
    found, lost = blocks_of(text, gaps=gaps)
    for what in lost:
        question.lose(what)
    return found


def markdown(text: str, format: str, question: ReadQuestion) -> str:
    """Return a text as Markdown, its paragraphs parted by empty lines."""
    return joined(blocks(text, format, question))


def words(text: str, format: str, question: ReadQuestion) -> str:
    """Return what readers pick from a list or type: plain words, whatever the format of the question is."""
    return one_line(text)


def as_html(text: str, format: str) -> str:
    """Return a text as HTML."""
    return escape(text, quote=False) if format in (PLAIN, MARKDOWN) else text
