"""Read a text as paragraphs, lists, tables and code, for documents that are no HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import html

from primer.text.rich import Rich, one_line


@dataclass(frozen=True)
class Run:
    """Words that look alike. Of a picture, ``text`` is what describes it; of a formula, what it says."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None
    picture: str | None = None
    """The name of the picture that stands here."""
    gap: str | None = None
    """The id of the gap that stands here."""

    @property
    def is_thing(self) -> bool:
        """Whether something stands here that is no words."""
        return self.picture is not None or self.gap is not None


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class Code:
    """Lines that are shown as they are."""

    text: str


@dataclass(frozen=True)
class Listed:
    """A list, of which each item is a line."""

    items: tuple[Line, ...]
    is_numbered: bool


@dataclass(frozen=True)
class Table:
    """A table; the first row is its head where ``has_head`` says so."""

    rows: tuple[tuple[Line, ...], ...]
    has_head: bool


Block = Paragraph | Code | Listed | Table

_BLOCKS = frozenset({"p", "pre", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_LOOKS: Mapping[str, Callable[[Run], Run]] = {
    "strong": lambda run: replace(run, bold=True),
    "em": lambda run: replace(run, italic=True),
    "code": lambda run: replace(run, code=True),
}


def blocks(text: Rich) -> tuple[Block, ...]:
    """Return the blocks of a text; one that stands in a line is a paragraph."""
    root = html.fragment_fromstring(text.html(), create_parent="div")
    return tuple(_blocks(root))


def line(text: Rich | str) -> Line:
    """Return a text in one line; what were blocks stands one after the other."""
    if isinstance(text, str):
        return (Run(text),)
    found: list[Run] = []
    for block in blocks(text):
        if found:
            found.append(Run(" "))
        found += _in_line(block)
    return tuple(found)


def said(block: Block) -> str:
    """Return what a block says, without looks."""
    return "".join(run.text for run in _in_line(block))


def joined(*parts: Line | str) -> Line:
    """Return lines and plain words as one line."""
    return tuple(run for part in parts for run in ((Run(part),) if isinstance(part, str) else part))


def bold(words: Line) -> Line:
    """Return a line in bold letters."""
    return tuple(replace(run, bold=True) for run in words)


def _in_line(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(words):
            yield from words
        case Code(text):
            yield Run(text, code=True)
        case Listed(items):
            yield from _between(items, "; ")
        case Table(rows):
            yield from _between((tuple(_between(row, " | ")) for row in rows), "; ")


def _between(lines: Iterable[Line], sign: str) -> Iterator[Run]:
    for number, words in enumerate(lines):
        if number:
            yield Run(sign)
        yield from words


def _blocks(element: html.HtmlElement) -> Iterator[Block]:
    """Yield the blocks in an element; words between them are paragraphs."""
    loose: list[Run] = [Run(element.text)] if element.text else []
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child)
        else:
            loose += _runs(child, Run(""))
        if child.tail:
            loose.append(Run(child.tail))
    yield from _paragraph(loose)


def _block(element: html.HtmlElement) -> Iterator[Block]:
    if element.tag == "pre":
        yield Code(element.text_content().strip("\n"))
    elif element.tag == "table":
        rows = tuple(tuple(_words(cell) for cell in row.iter("th", "td")) for row in element.iter("tr"))
        if rows:
            yield Table(rows, has_head=next(element.iter("tr")).find("th") is not None)
    elif element.tag in ("ul", "ol"):
        yield Listed(tuple(_words(item) for item in element.iter("li")), element.tag == "ol")
    elif any(child.tag in _BLOCKS for child in element):
        yield from _blocks(element)
    else:
        yield from _paragraph([*_inside(element, Run(""))])


def _words(element: html.HtmlElement) -> Line:
    return _tidy(_inside(element, Run("")))


def _paragraph(loose: Iterable[Run]) -> Iterator[Paragraph]:
    words = _tidy(loose)
    if words:
        yield Paragraph(words)


def _runs(element: html.HtmlElement, look: Run) -> Iterator[Run]:
    """Yield what an element shows."""
    tag = element.tag
    if not isinstance(tag, str):
        return
    if tag == "br":
        yield replace(look, text="\n")
    elif tag == "img":
        yield replace(look, text=element.get("alt", ""), picture=element.get("src"))
    elif element.get("data-gap"):
        yield replace(look, text="", gap=element.get("data-gap"))
    elif tag == "math":
        yield replace(look, text=element.get("alttext", ""))
    elif tag == "a" and element.get("href"):
        yield from _inside(element, replace(look, link=element.get("href")))
    elif tag in _LOOKS:
        yield from _inside(element, _LOOKS[tag](look))
    else:
        yield from _inside(element, look)


def _inside(element: html.HtmlElement, look: Run) -> Iterator[Run]:
    if element.text:
        yield replace(look, text=element.text)
    for child in element:
        yield from _runs(child, look)
        if child.tail:
            yield replace(look, text=child.tail)


def _tidy(runs: Iterable[Run]) -> Line:
    """Return runs without the white space that only lays HTML out; a line break stays one."""
    found: list[Run] = []
    for run in runs:
        text = run.text
        if text != "\n" and not run.is_thing and not run.code:
            text = _spaced(text)
            if text.startswith(" ") and (not found or found[-1].text.endswith((" ", "\n"))):
                text = text[1:]
        if text or run.is_thing:
            found.append(replace(run, text=text))
    while found and not found[-1].is_thing and not found[-1].text.strip(" \n"):
        found.pop()
    if found and not found[-1].is_thing:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(found)


def _spaced(text: str) -> str:
    """Return a text with one space for each run of white space, also at its ends."""
    inner = one_line(text)
    before = " " if text[:1] in " \t\n\r" else ""
    after = " " if text[-1:] in " \t\n\r" else ""
    return f"{before}{inner}{after}" if inner else " "
