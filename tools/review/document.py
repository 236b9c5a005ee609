"""What a reviewer gets to read of a page: its text, its claims with their numbers, and what each rests on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lxml import html
from markdown import Markdown
from primer.core.diagnostics import Location, Report
from primer.core.frontmatter import after_front_matter, front_matter, lines_before
from primer.core.model import Model, prose
from primer.core.yaml import Document, load
from primer.features.directory.help_lines import HELP_LINES, Service
from primer.features.directory.routes import ROUTES, Route
from primer.features.references.model import REFERENCES, Reference
from primer.kit.content import Content
from primer.text.citing import Citation, parse

Role = Literal["clinician", "lawyer"]
ROLES: tuple[Role, ...] = ("clinician", "lawyer")

LEGAL = ("law", "regulat", "court", "ethics code", "parliament", "authority", "agreement between states")
"""What the kind of a reference holds, in part, if a lawyer is to read what rests on it."""

EXTENSIONS = ("attr_list", "tables", "fenced_code", "def_list", "admonition")
_CITATION = re.compile(r"\s*\[@([^\]]*)\]")
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "dt", "dd")
_INNER = (*_BLOCKS, "ul", "ol", "dl", "div", "table", "pre", "blockquote")


@dataclass(frozen=True)
class Claim:
    """A sentence that rests on a source."""

    number: int
    text: str
    place: str
    """The file and line where it was written."""
    basis: tuple[str, ...]
    """What each source says, and which source it is."""
    is_legal: bool


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list, a cell of a table; ``level`` is that of a heading, else 0.

    ``pieces`` are its sentences, each with the number of the claim that it is, if it is one.
    """

    kind: Literal["heading", "text", "item", "cell", "words"]
    level: int
    pieces: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class ReviewDocument:
    """A page for one reviewer. ``digest`` stands for what the page says."""

    page: str
    role: Role
    title: str
    made: datetime.date
    digest: str
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]


class Reader:
    """Reads the pages of a site; ``content`` is what stands in its data folder."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._markdown = Markdown(extensions=list(EXTENSIONS))

    def item(
        self, role: Role, id: str, item: Model, source: Document, title: str, digest: str, made: datetime.date
    ) -> ReviewDocument | None:
        """Return a quiz or a guide for a reviewer; None where there is nothing for a lawyer in it."""
        claims: list[Claim] = []
        blocks = []
        for path, words in prose(item):
            location = source.location_of(*path)
            lines = [line for line in words.split("\n") if line.strip()]
            pieces = tuple(self._piece(line, f"{location.path}:{location.line}", claims) for line in lines)
            blocks.append(Block("text", 0, tuple((_plain(text), number) for text, number in pieces)))
        return _for(role, id, title, blocks, claims, digest, made)

    def document(
        self, role: Role, id: str, path: str, text: str, digest: str, made: datetime.date
    ) -> ReviewDocument | None:
        """Return a page for a reviewer; None where there is nothing for a lawyer on it.

        ``path`` is what messages call its file, and ``text`` the whole of that.
        """
        claims: list[Claim] = []
        blocks = tuple(self._blocks(path, text, claims))
        return _for(role, id, _title(text) or id, blocks, claims, digest, made)

    def _blocks(self, path: str, text: str, claims: list[Claim]) -> Iterator[Block]:
        body = after_front_matter(text)
        front = load(front_matter(text) or "", path, Report(), first_line=2)
        for location, words in _in_short(front):
            yield Block("item", 0, (self._piece(words, f"{location.path}:{location.line}", claims),))
        lines = _Lines(body, lines_before(text, body), path)
        self._markdown.reset()
        tree = html.fragment_fromstring(self._markdown.convert(body), create_parent="div")
        for element in tree.iter("pre", *_BLOCKS):
            around = {ancestor.tag for ancestor in element.iterancestors()}
            if element.tag == "pre":
                [code] = element.xpath("code[1]") or [element]
                yield from self._placed(code.get("class", "").removeprefix("language-"), code.text_content(), claims)
            elif not around & {"pre"}:
                pieces = [one for one in _own_text(element).split("\n") if _CITATION.sub("", one).strip()]
                if pieces:
                    yield Block(
                        _kind(element.tag, around),
                        int(element.tag[1]) if re.fullmatch("h[1-6]", element.tag) else 0,
                        tuple(self._piece(one, lines.find(one), claims) for one in pieces),
                    )

    def _piece(self, sentence: str, place: str, claims: list[Claim]) -> tuple[str, int | None]:
        """Return a sentence without its citations, and the number of the claim that it is."""
        cited = [one for inside in _CITATION.findall(sentence) for one in parse(f"@{inside}")]
        words = " ".join(_CITATION.sub("", sentence).split())
        if not cited:
            return words, None
        references, labels = self._content[REFERENCES].items, self._content.text.citables.labels
        known = [(one, references[one.reference]) for one in cited if one.reference in references]
        basis = tuple(line for one, reference in known for line in _basis(one, reference, labels[reference.id]))
        legal = any(word in reference.kind.casefold() for _, reference in known for word in LEGAL)
        claims.append(Claim(len(claims) + 1, words, place, basis, is_legal=legal))
        return words, len(claims)

    def _placed(self, name: str, written: str, claims: list[Claim]) -> Iterator[Block]:
        """Yield the help lines or routes that a fence shows, each a claim; ``written`` holds its settings."""
        settings = load(written, "", Report())
        wanted = settings.data if settings and isinstance(settings.data, Mapping) else {}
        for place, document, item, index in _entries(self._content, name):
            if any(wanted.get(key) not in (None, value) for key, value in (("place", place), ("kind", item.kind))):
                continue
            words = " · ".join(str(text) for text in _said(item) if text)
            seen = f"{item.seen_by or item.seen_at or 'everyone'}, seen on {item.seen_on or 'no day'}"
            location = document.location_of(*index)
            claims.append(
                Claim(
                    len(claims) + 1,
                    f"{place}: {words}",
                    f"{location.path}:{location.line}",
                    (seen, *([item.seen_at] if item.seen_at and item.seen_by else [])),
                    is_legal=isinstance(item, Route),
                )
            )
            yield Block("item", 0, ((f"{place}: {words}", len(claims)),))


def _in_short(front: Document | None) -> Iterator[tuple[Location, str]]:
    """Yield each point that a page makes in short above its text, and where it is written."""
    short = front.part("short") if front else None
    points = short.data.get("points") if short and isinstance(short.data, Mapping) else None
    for index, point in enumerate(points if short and isinstance(points, tuple) else ()):
        if isinstance(point, Mapping) and isinstance(words := point.get("text"), str) and short:
            yield short.location_of("points", index, "text"), words


def _for(
    role: Role, id: str, title: str, blocks: Iterable[Block], claims: list[Claim], digest: str, made: datetime.date
) -> ReviewDocument | None:
    """Return a document with the claims that a reviewer decides on, numbered from 1."""
    wanted = [claim for claim in claims if role == "clinician" or claim.is_legal]
    if not wanted and role == "lawyer":
        return None
    numbers = {claim.number: number for number, claim in enumerate(wanted, start=1)}
    return ReviewDocument(
        page=id,
        role=role,
        title=title,
        made=made,
        digest=digest,
        blocks=tuple(_renumbered(block, numbers) for block in blocks),
        claims=tuple(replace(claim, number=numbers[claim.number]) for claim in wanted),
    )


def _plain(markdown: str) -> str:
    """Return what inline Markdown says, as far as links and emphasis go."""
    return re.sub(r"\*\*?|`", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown))


def _entries(content: Content, fence: str) -> Iterator[tuple[str, Document, Service | Route, tuple[str, int]]]:
    """Yield each help line or route that a fence of this name can show, with its place and where it was written."""
    if fence in ("help-lines", "emergency-numbers"):
        for id, place in content[HELP_LINES].items.items():
            for index, service in enumerate(place.services):
                if fence == "help-lines" or service.kind == "emergency":
                    yield id, content[HELP_LINES].documents[id], service, ("services", index)
    elif fence == "routes":
        for id, routes in content[ROUTES].items.items():
            for index, route in enumerate(routes.routes):
                yield id, content[ROUTES].documents[id], route, ("routes", index)


def _said(item: Service | Route) -> Iterable[object]:
    """Return what readers are told of a help line or a route."""
    if isinstance(item, Route):
        return (item.name, *(_CITATION.sub("", text) for text in (item.text, item.deadline) if text), item.site)
    text = f"text {item.text.word or ''} {item.text.number}" if item.text else None
    return (item.name, item.for_whom, item.part, item.call, text, item.hours, item.languages, item.site)


def _basis(citation: Citation, reference: Reference, label: str) -> Iterator[str]:
    """Yield what a source says, as we wrote it down, and which one it is."""
    findings = [one for one in reference.findings if citation.finding in (None, one.id)]
    for finding in findings:
        yield f"{' '.join(finding.text.split())} ({'seen' if finding.status == 'seen' else 'from memory, not seen'})"
    record = reference.csl
    where = f"https://doi.org/{record.DOI}" if record.DOI else record.URL
    yield ". ".join(part for part in (label, record.title, reference.kind, where) if part)


def _title(text: str) -> str | None:
    document = load(front_matter(text) or "", "", Report())
    title = document.data.get("title") if document and isinstance(document.data, Mapping) else None
    return title if isinstance(title, str) else None


def _kind(tag: str, around: set[str]) -> Literal["heading", "text", "item", "cell", "words"]:
    if tag.startswith("h"):
        return "heading"
    if "blockquote" in around:
        return "words"
    return "cell" if tag in ("td", "th") else "item" if tag == "li" or "li" in around else "text"


def _own_text(element: html.HtmlElement) -> str:
    """Return the text of a block without the blocks inside it; its lines stay lines."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _INNER:
            parts.append(child.get("alt", "") if child.tag == "img" else _own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _renumbered(block: Block, numbers: Mapping[int, int]) -> Block:
    pieces = tuple((text, numbers.get(number) if number else None) for text, number in block.pieces)
    return Block(block.kind, block.level, pieces)


class _Lines:
    """Finds the line in which a sentence was written, going from top to bottom."""

    def __init__(self, body: str, above: int, path: str) -> None:
        self._lines = [_letters(line) for line in body.split("\n")]
        self._above, self._path, self._next = above, path, 0

    def find(self, sentence: str) -> str:
        """Return the file and line of a sentence."""
        sought = _letters(sentence)
        for start in (self._next, 0):
            for number in range(start, len(self._lines)):
                if sought and sought in self._lines[number]:
                    self._next = number
                    return f"{self._path}:{self._above + number + 1}"
        return f"{self._path}:{self._above + self._next + 1}"


def _letters(text: str) -> str:
    """Return the letters and digits of a text without links' targets, to compare Markdown with what it says."""
    return "".join(re.findall(r"[^\W_]+", re.sub(r"\]\([^)]*\)", "", text)))
