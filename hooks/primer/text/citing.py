"""Turn ``[@id]`` into numbered links to the sources of a page.

An inline processor leaves a marked element for each citation; a tree processor numbers them afterwards, because
inline processors do not run in document order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from primer.text.figures import ENGLISH, Numerals
from primer.text.sentences import NONE_SHORTENED, Shortened

PATTERN = r"\[(@[^\[\]]+)\]"
_MARK = "data-cites"

LinkMaker = Callable[[Element, str], list[Element]]


class Finding(Protocol):
    """One thing that a reference says."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def status(self) -> str:
        """Whether somebody has ``seen`` it, or it was ``recalled``."""


class Citable(Protocol):
    """A reference, as far as texts know one."""

    @property
    def id(self) -> str: ...
    @property
    def address(self) -> str | None:
        """Where it can be read on the web, as far as that is known."""

    @property
    def year(self) -> int: ...
    @property
    def findings(self) -> Sequence[Finding]: ...


@dataclass(frozen=True)
class Citables:
    """What texts can cite, and how their language cites, counts and shortens.

    ``page`` is the page that lists all of it; no ``broken`` one is reported again.
    """

    known: Mapping[str, Citable] = field(default_factory=dict)
    broken: Collection[str] = frozenset()
    page: str = "index.md"
    labels: Mapping[str, str] = field(default_factory=dict)
    """The authors and year of each as running text has them."""
    numerals: Numerals = ENGLISH
    shortened: Shortened = NONE_SHORTENED


@dataclass(frozen=True)
class Citation:
    """One reference cited, perhaps one of its findings."""

    reference: str
    finding: str | None = None


def parse(inside: str) -> tuple[Citation, ...]:
    """Return what ``@a; @b:finding`` cites."""
    found = []
    for part in inside.split(";"):
        reference, _, finding = part.strip().removeprefix("@").partition(":")
        found.append(Citation(reference.strip(), finding.strip() or None))
    return tuple(found)


class CitationMarker(InlineProcessor):
    """Leave an empty marked element where a citation stands."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return marker(m[1]), m.start(0), m.end(0)


def marker(inside: str) -> Element:
    """Return the element that stands for ``[inside]`` until it is numbered."""
    return Element("span", {_MARK: inside})


def markers(root: Element) -> Iterator[Element]:
    """Yield the marked elements below ``root`` in document order."""
    return (element for element in root.iter("span") if _MARK in element.attrib)


def cited(mark: Element) -> str:
    """Return what stands inside the brackets of a marked element."""
    return mark.attrib[_MARK]


class CitationNumbers(Treeprocessor):
    """Put numbered links into each marked element, in document order.

    ``begin`` is called with the root of a page that cites and returns what makes the links for a mark.
    """

    def __init__(self, md: Markdown, begin: Callable[[Element], LinkMaker | None]) -> None:
        super().__init__(md)
        self._begin = begin

    def run(self, root: Element) -> None:
        marks = list(markers(root))
        make_links = self._begin(root) if marks else None
        for mark in marks:
            inside = cited(mark)
            links = make_links(mark, inside) if make_links else []
            del mark.attrib[_MARK]
            if links:
                mark.tag, mark.attrib["class"] = "sup", "citation"
                mark.extend(links)
                for link in links[:-1]:
                    link.tail = "\u2009"
            else:
                mark.attrib["class"], mark.text = "citation citation--unknown", f"[{inside}]"
