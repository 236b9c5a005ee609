"""Read the pages as their readers do: blocks and sentences, each with the line it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import yaml
from lxml import html
from mkdocs.utils.meta import get_data

from tests.building import ROOT, read_settings

DOCS = ROOT / "docs"

# For people who write this site, not for its readers: the criteria of plain language for the public do not apply.
FOR_AUTHORS = {
    "about/authoring-guide.md": "tells authors how to write YAML and Markdown",
    "about/components.md": "shows parts of the look, with what authors write for each",
    "about/errors.md": "lists messages word for word",
    "about/decisions.md": "gives technical reasons to maintainers",
}

# Fields of the data files that hold whole sentences.
PROSE_FIELDS = {
    *("prompt", "text", "feedback", "right", "wrong", "explanation", "hints", "definition", "summary"),
    *("question", "help", "note", "words", "next", "some", "none", "content_note"),
    *("say", "ask", "open", "close", "safe", "unsafe", "deadline", "caption"),
    *("introduction", "closing", "item", "model_answer"),
}

# Stands for a citation in the text of a block, so that it is no word and ends no sentence.
CITATION = "\N{REFERENCE MARK}"

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|e\.g|i\.e)\.$")
_NOT_PROSE = ("pre", "table", "blockquote", "script", "style", "svg")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its markup, and where it was written."""

    text: str
    place: str

    @property
    def words(self) -> int:
        """How many words it has; citations are none."""
        return len(WORD.findall(self.text))

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

    @property
    def place(self) -> str:
        """The file and line, as an editor opens them."""
        return self.sentences[0].place

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.text))


@dataclass(frozen=True)
class Page:
    """A page of docs/."""

    path: Path
    front: dict[str, Any] = field(repr=False)
    tree: html.HtmlElement = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    short: tuple[Block, ...] = field(default=(), repr=False)
    """What it says in short, above its text."""

    @property
    def name(self) -> str:
        """The path below docs/."""
        return self.path.relative_to(DOCS).as_posix()

    @property
    def place(self) -> str:
        """The file, as messages name it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def prose(self) -> list[Block]:
        """Paragraphs and list items in our own words."""
        return [block for block in (*self.short, *self.blocks) if block.tag not in HEADINGS and not block.quoted]

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences of the prose."""
        return [sentence for block in self.prose for sentence in block.sentences]


@cache
def pages() -> tuple[Page, ...]:
    """Every page that authors write."""
    paths = sorted(path for path in DOCS.rglob("*.md") if DOCS / "_data" not in path.parents)
    return tuple(read_page(path) for path in paths)


def pages_for_readers() -> list[Page]:
    """Every page but those for authors."""
    return [page for page in pages() if page.name not in FOR_AUTHORS]


def read_page(path: Path) -> Page:
    """A page as blocks."""
    source = path.read_text("utf-8")
    body, front = get_data(source)
    first_line = source[: source.rfind(body)].count("\n") + 1
    rendered = _markdown().reset().convert(body)
    tree = html.fragment_fromstring(rendered, create_parent="div")
    place = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return Page(path, dict(front), tree, tuple(_blocks(tree, place, _Lines(body, first_line))), _short(source, place))


def _short(source: str, place: str) -> tuple[Block, ...]:
    """What the front matter says in short, as a list."""
    front = get_data(source)[1]
    texts = [str(point["text"]) for point in front.get("short", {}).get("points", ())]
    items = _markdown().reset().convert("\n".join(f"- {text}" for text in texts))
    tree = html.fragment_fromstring(items, create_parent="div")
    return tuple(_blocks(tree, place, _Lines(source, 1)))


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
    for entry in read_settings().get("markdown_extensions", []):
        for name, given in ({entry: None} if isinstance(entry, str) else entry).items():
            names.append(name)
            options[name] = given or {}
    options["toc"] = {}  # without the sign that links a heading to itself
    return markdown.Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options)


class _Lines:
    """Finds the line in which a text was written, by its first words."""

    def __init__(self, source: str, first_line: int) -> None:
        self.words: list[str] = []
        self.lines: list[int] = []
        self.next = 0
        fence = False
        for number, line in enumerate(source.splitlines(), start=first_line):
            fence ^= line.lstrip().startswith("```")
            plain = re.sub(r"\]\([^)]*\)|\{[^}]*\}|\[@[^\]]*\]|&\w+;", " ", "" if fence else line)
            for word in WORD.findall(plain):
                self.words.append(word)
                self.lines.append(number)

    def find(self, text: str) -> int:
        """The line of the next place where the text begins, or of the first one."""
        sought = WORD.findall(text.replace(CITATION, " "))[:6]
        for length in range(len(sought), 0, -1):
            for start in (self.next, 0):
                for at in range(start, len(self.words) - length + 1):
                    if self.words[at : at + length] == sought[:length]:
                        self.next = at + 1
                        return self.lines[at]
        return 1


def _blocks(tree: html.HtmlElement, place: str, lines: _Lines) -> Iterator[Block]:
    for element in tree.iter("p", "li", "dd", *HEADINGS):
        around = {ancestor.tag for ancestor in element.iterancestors()}
        if around & {"pre", "table"} or "admonition-title" in element.get("class", ""):
            continue
        text = re.sub(r"\[@[^\]]*\]", CITATION, " ".join(_own_text(element).split()))
        if WORD.search(text):
            sentences = tuple(Sentence(one, f"{place}:{lines.find(one)}") for one in split_sentences(text))
            yield Block(element.tag, text, sentences, "blockquote" in around)


def _own_text(element: html.HtmlElement) -> str:
    """The text of a block without the blocks inside it."""
    inner = ("p", "ul", "ol", "dl", "div", "details", *HEADINGS, *_NOT_PROSE)
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in inner:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


@dataclass(frozen=True)
class Written:
    """A text in one of the data files, and where it stands."""

    text: str
    place: str
    key: str

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences, in order."""
        return [Sentence(text, self.place) for text in split_sentences(" ".join(self.text.split()))]


@cache
def written_in_data() -> tuple[Written, ...]:
    """What readers read in data files; references and help lines are other people's words."""
    kinds = ("quizzes/*", "guides/*", "planner", "home", "figures", "glossary", "routes", "strings/*")
    names = tuple(f"{kind}.yml" for kind in kinds)
    files = sorted(path for name in names for path in DOCS.glob(f"_data/{name}"))
    return tuple(text for path in files for text in _scalars(yaml.compose(path.read_text("utf-8")), path, ""))


def _scalars(node: yaml.Node | None, path: Path, key: str, mark: str = "") -> Iterator[Written]:
    match node:
        case yaml.MappingNode():
            fields = {name.value: value for name, value in node.value}
            sources = fields.get("refs")
            for name, value in fields.items():
                has_sources = name == "definition" and sources is not None and sources.value
                yield from _scalars(value, path, name, CITATION if has_sources else "")
        case yaml.SequenceNode():
            for value in node.value:
                yield from _scalars(value, path, key)
        case yaml.ScalarNode():
            place = f"{path.relative_to(ROOT)}:{node.start_mark.line + 1}"
            yield Written(re.sub(r"\[@[^\]]*\]", CITATION, str(node.value)) + mark, place, key)
