"""Put what the preview says into the HTML of a page, at the offsets of its elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from markupsafe import Markup

from primer.site.preview.grouping import PLACEMENT, Spot

MAIN = "main-content"
"""The id of the element that holds the text of every page."""

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = (
    "a",
    "abbr",
    "b",
    "button",
    "cite",
    "code",
    "em",
    "i",
    "img",
    "label",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
)
_BEHIND = frozenset([*_INLINE, "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements behind which a mark stands; in others it comes first."""
_NO_TEXT = frozenset(["colgroup", "dl", "html", "head", "ol", "select", "table", "tbody", "tfoot", "thead", "tr", "ul"])
"""Elements in which no text may stand."""


@dataclass
class _Element:
    tag: str
    attributes: Mapping[str, str | None]
    begun: int
    """Where its start tag ends."""
    end: int | None = None
    """Where its end tag ends; None for one that is never closed."""

    @property
    def mark_at(self) -> int | None:
        """Where a mark of it stands; None where none can."""
        if self.tag in _NO_TEXT:
            return None
        return self.end if self.tag in _BEHIND else self.begun


@dataclass
class ServedPage:
    """A page with what is put into it."""

    html: str
    _put: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = _Elements(self.html)
        self._head_end = found.head_end
        self._elements = found.elements
        self._placed = [one for one in found.elements if "placement" in (one.attributes.get("class") or "").split()]

    @property
    def main(self) -> int | None:
        """Where the text of the page begins; None for what is no page of ours."""
        return next((one.begun for one in self._elements if one.attributes.get("id") == MAIN), None)

    def put(self, at: int, html: Markup) -> None:
        """Put something at an offset; what is put there later stands behind it."""
        self._put.append((at, str(html)))

    def put_in(self, id: str, html: Markup) -> None:
        """Put something into the element with an id; nothing where there is none."""
        if (element := next((one for one in self._elements if one.attributes.get("id") == id), None)) is not None:
            self.put(element.begun, html)

    def put_style(self, address: str) -> None:
        """Ask for a style sheet."""
        if self._head_end is not None:
            self.put(self._head_end, Markup('<link rel="stylesheet" href="{}">').format(address))

    def put_mark(self, spots: Iterable[Spot], placed: int, html: Markup) -> None:
        """Put a mark at the first of ``spots`` that the page has; ``placed`` is how many fences placed something."""
        places = (self._mark_at(spot, placed) for spot in spots)
        at = next((place for place in places if place is not None), None)
        if at is not None:
            self.put(at, html)

    def _mark_at(self, spot: Spot, placed: int) -> int | None:
        if spot.kind == PLACEMENT:  # with as many as there should be, they stand in their order
            is_sure = len(self._placed) == placed and isinstance(spot.value, int) and spot.value < placed
            return self._placed[int(spot.value)].mark_at if is_sure else None
        found = (one for one in self._elements if one.attributes.get(spot.kind) == spot.value)
        return next((place for one in found if (place := one.mark_at) is not None), None)

    def __str__(self) -> str:
        """Return the HTML with everything that was put into it."""
        parts: list[str] = []
        done = 0
        for at, html in sorted(self._put, key=lambda one: one[0]):
            parts += [self.html[done:at], html]
            done = at
        return "".join([*parts, self.html[done:]])


class _Elements(HTMLParser):
    """The elements of a page that have attributes, and where they stand."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[_Element] = []
        self.head_end: int | None = None
        self._html = html
        self._open: list[tuple[str, _Element | None]] = []
        self._lines: Sequence[int] = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.feed(html)
        self.close()

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        begun = self._at + len(self.get_starttag_text() or "")
        element = _Element(tag, dict(attrs), begun, begun if tag in _VOID else None) if attrs else None
        if element is not None:
            self.elements.append(element)
        if tag not in _VOID:
            self._open.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self.head_end = self._at
        if not any(name == tag for name, _ in self._open):
            return
        end = self._html.find(">", self._at) + 1
        while self._open:
            name, element = self._open.pop()
            if name == tag:
                if element is not None:
                    element.end = end
                return
