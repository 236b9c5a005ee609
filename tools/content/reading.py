"""Read a page as its readers do: blocks and sentences, each with where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import markdown
from lxml import html
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from primer.core.diagnostics import Location

ROOT = Path(__file__).resolve().parents[2]

# Stands for a citation in the text of a block, so that it is no word and ends no sentence.
CITATION = "\N{REFERENCE MARK}"

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|e\.g|i\.e)\.$")
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|\[@[^\]]*\]|&\w+;")
_NOT_PROSE = ("pre", "table", "blockquote", "script", "style", "svg")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its markup, and where it was written."""

    text: str
    location: Location

    @property
    def words(self) -> int:
        """How many words it has; citations are none."""
        return len(WORD.findall(self.text))

    @property
    def begins(self) -> str:
        """Its first words in quotes, as a message says which of a line's sentences it is."""
        return f"'{' '.join(self.text.replace(CITATION, '').split()[:5])} …'"

    @property
    def cited(self) -> bool:
        """Whether a source is given with it."""
        return CITATION in self.text


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or an item of a list."""

    tag: str
    text: str
    sentences: tuple[Sentence, ...]
    quoted: bool
    element: html.HtmlElement = field(repr=False, compare=False)

    @property
    def location(self) -> Location:
        """Where it was written."""
        return self.sentences[0].location

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.text))


@dataclass(frozen=True, eq=False)
class Page:
    """A page of docs/."""

    path: Path
    name: str
    """The path below docs/."""
    front: dict[str, Any] = field(repr=False)
    tree: html.HtmlElement = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    short: tuple[Block, ...] = field(default=(), repr=False)
    """What it says in short, above its text."""

    @property
    def location(self) -> Location:
        """Its file, as messages name it."""
        return Location(f"docs/{self.name}")

    @property
    def days(self) -> int | None:
        """After how many days it is compared with its sources again, if the front matter says it in dates."""
        first, next = self.front.get("sources_checked"), self.front.get("review_by")
        return (next - first).days if type(first) is type(next) is date else None

    @property
    def prose(self) -> list[Block]:
        """Paragraphs and list items in our own words."""
        return [block for block in (*self.short, *self.blocks) if block.tag not in HEADINGS and not block.quoted]

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences of the prose."""
        return [sentence for block in self.prose for sentence in block.sentences]

    def field(self, name: str) -> Location:
        """Where a field of the front matter is written."""
        lines = self.path.read_text("utf-8").split("\n---", 1)[0].splitlines()
        return Location(
            f"docs/{self.name}", next((at for at, line in enumerate(lines, 1) if line.startswith(f"{name}:")), 1)
        )

    def location_of(self, element: html.HtmlElement) -> Location:
        """Where an element of the page was written, or the nearest text within it."""
        within = set(element.iter())
        return next((block.location for block in self.blocks if block.element in within), self.location)


def read_page(path: Path, name: str) -> Page | None:
    """A page as blocks, if it can be read."""
    try:
        source = path.read_text("utf-8")
    except UnicodeDecodeError:
        return None
    body, front = get_data(source)
    if not front:
        return None
    first_line = source[: source.rfind(body)].count("\n") + 1
    tree = html.fragment_fromstring(_markdown().reset().convert(body), create_parent="div")
    blocks = tuple(_blocks(tree, f"docs/{name}", _Lines(body, first_line)))
    return Page(path, name, dict(front), tree, blocks, tuple(_short(front, f"docs/{name}", _Lines(source, 1))))


def _short(front: Mapping[str, Any], place: str, lines: _Lines) -> Iterator[Block]:
    """What the front matter says in short, as a list."""
    short = front.get("short")
    points = short.get("points") if isinstance(short, dict) else None
    texts = [str(point.get("text")) for point in points or () if isinstance(point, dict)]
    items = _markdown().reset().convert("\n".join(f"- {text}" for text in texts))
    tree = html.fragment_fromstring(items, create_parent="div")
    yield from _blocks(tree, place, lines)


def split_sentences(text: str) -> list[str]:
    """The sentences of a block: split at full stops, question marks and exclamation marks before a capital."""
    text = re.sub(rf"([.!?]+)(\s*(?:{CITATION}\s*)+)", rf" {CITATION}\1 ", text).strip()
    parts: list[str] = []
    for part in _END_OF_SENTENCE.split(text):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return [part for part in parts if WORD.search(part)]


@cache
def _markdown() -> markdown.Markdown:
    """Markdown with the extensions of our mkdocs.yml."""
    names: list[str] = ["toc", "tables", "fenced_code"]
    options: dict[str, dict[str, Any]] = {}
    with (ROOT / "mkdocs.yml").open("rb") as file:
        settings = yaml_load(file, get_yaml_loader())
    for entry in settings.get("markdown_extensions", []):
        for name, given in ({entry: None} if isinstance(entry, str) else entry).items():
            names.append(name)
            options[name] = given or {}
    options["toc"] = {}  # without the sign that links a heading to itself
    return markdown.Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options)


class _Lines:
    """Finds where a text was written, by its first words."""

    def __init__(self, source: str, first_line: int) -> None:
        self.words: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.next = 0
        fence = False
        for number, line in enumerate(source.splitlines(), start=first_line):
            fence ^= line.lstrip().startswith("```")
            plain = _MARKUP.sub(lambda found: " " * len(found[0]), "" if fence else line)
            for word in WORD.finditer(plain):
                self.words.append(word[0])
                self.places.append((number, word.start() + 1))

    def find(self, text: str) -> tuple[int, int]:
        """The line and column of the next place where the text begins, or of the first one."""
        sought = WORD.findall(text.replace(CITATION, " "))[:6]
        for length in range(len(sought), 0, -1):
            for start in (self.next, 0):
                for at in range(start, len(self.words) - length + 1):
                    if self.words[at : at + length] == sought[:length]:
                        self.next = at + 1
                        return self.places[at]
        return 1, 1


def _blocks(tree: html.HtmlElement, place: str, lines: _Lines) -> Iterator[Block]:
    for element in tree.iter("p", "li", "dd", *HEADINGS):
        around = {ancestor.tag for ancestor in element.iterancestors()}
        if around & {"pre", "table"} or "admonition-title" in element.get("class", ""):
            continue
        text = re.sub(r"\[@[^\]]*\]", CITATION, " ".join(_own_text(element).split()))
        if WORD.search(text):
            sentences = tuple(Sentence(one, Location(place, *lines.find(one))) for one in split_sentences(text))
            yield Block(element.tag, text, sentences, "blockquote" in around, element)


def _own_text(element: html.HtmlElement) -> str:
    """The text of a block without the blocks inside it."""
    inner = ("p", "ul", "ol", "dl", "div", "details", *HEADINGS, *_NOT_PROSE)
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in inner:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
