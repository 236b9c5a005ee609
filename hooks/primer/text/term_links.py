"""Link the first mention of each term on a page to its entry in the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from primer.text.terms import TermId, TermIndex

_RAW_HTML = re.compile(STX + r"wzxhzdk:(\d+)\x03")  # markdown.util.HTML_PLACEHOLDER
_RAW_TAG = re.compile(r"<\s*(?:(/)\s*)?([a-zA-Z][a-zA-Z0-9]*)")
_RAW_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

NEVER_LINKED = frozenset(
    [
        *("a", "button", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math", "option", "pre"),
        *("samp", "script", "select", "style", "summary", "svg", "textarea", "th"),
    ]
)
OPT_OUT = "no-glossary"
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})  # elements that are never closed
_NEVER_LINKED_CLASSES = frozenset({OPT_OUT, "admonition-title", "arithmatex", "citation", "headerlink"})


class GlossaryLinks(Treeprocessor):
    """Link first mentions, outside of headings, links, code and whatever opts out.

    ``current`` returns what to link on the page that is being rendered, or None for nothing:
    the terms that must not be linked, and a function that returns the link to a term.
    """

    def __init__(self, md: Markdown, index: TermIndex, current: Callable[[], LinkingPage | None]) -> None:
        super().__init__(md)
        self._index = index
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is not None:
            _PageLinker(self._index, page, self.md.htmlStash.rawHtmlBlocks, self.md.is_block_level).walk(root)


@dataclass(frozen=True)
class LinkingPage:
    """What the linker needs of a page."""

    skip: Collection[TermId]
    link: Callable[[TermId], Element]
    """Returns an empty link and notes that the page uses the term."""
    texts_in: Callable[[str], Iterable[Element]] = lambda _: ()
    """Returns the texts of data files in a piece of HTML that is not the author's, in their order there."""


class _PageLinker:
    """One walk over one page."""

    def __init__(
        self,
        index: TermIndex,
        page: LinkingPage,
        raw: list[str | Element],
        is_block: Callable[[object], bool],
        done: set[TermId] | None = None,
    ) -> None:
        self._index, self._page, self._raw, self._is_block = index, page, raw, is_block
        self._done = set(page.skip) if done is None else done
        self._raw_name, self._raw_depth = "", 0  # an element typed as HTML where nothing is linked: how many are open

    def walk(self, element: Element) -> None:
        if self._is_block(element.tag):
            self._raw_depth = 0
        place = 0
        links, element.text = self._linked(element.text)
        for link in links:
            element.insert(place, link)
            place += 1
        while place < len(element):
            child = element[place]
            if is_prose(child):
                self.walk(child)
            place += 1
            links, child.tail = self._linked(child.tail)
            for link in links:
                element.insert(place, link)
                place += 1

    def _linked(self, text: str | None) -> tuple[list[Element], str | None]:
        """Return links to put after ``text``, and what is left of it before the first of them."""
        if not text or isinstance(text, AtomicString):
            return [], text
        links: list[Element] = []
        before, done = text, 0
        for start, end in self._prose_spans(text):
            for mention in self._index.mentions(text[start:end]):
                if mention.term in self._done:
                    continue
                self._done.add(mention.term)
                link = self._page.link(mention.term)
                link.text = text[start + mention.start : start + mention.end]
                if links:
                    links[-1].tail = text[done : start + mention.start]
                else:
                    before = text[: start + mention.start]
                links.append(link)
                done = start + mention.end
        if links:
            links[-1].tail = text[done:]
        return links, before

    def _prose_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of ``text`` that are outside of links and code typed as HTML."""
        if STX not in text or not self._raw:
            if not self._raw_depth:
                yield 0, len(text)
            return
        start = 0
        for placeholder in _RAW_HTML.finditer(text):
            if not self._raw_depth:
                yield start, placeholder.start()
            self._enter(self._raw[int(placeholder[1])])
            start = placeholder.end()
        if not self._raw_depth:
            yield start, len(text)

    def _enter(self, html: str | Element) -> None:
        if not isinstance(html, str):
            return
        if not self._raw_depth:
            for text in self._page.texts_in(html):
                _PageLinker(self._index, self._page, [], self._is_block, self._done).walk(text)
        if not (tag := _RAW_TAG.match(html)):
            return
        name, closes = tag[2].lower(), bool(tag[1])
        if self._raw_depth and name == self._raw_name:
            self._raw_depth += -1 if closes else 1
        elif not self._raw_depth and not closes and (name in NEVER_LINKED or _opts_out(name, html)):
            self._raw_name, self._raw_depth = name, 1


def _opts_out(name: str, tag: str) -> bool:
    found = _RAW_CLASS.search(tag)
    return found is not None and name not in _EMPTY and OPT_OUT in (found[1] or found[2] or found[3] or "").split()


def is_prose(element: Element) -> bool:
    """Tell whether terms in ``element`` may be linked."""
    return element.tag not in NEVER_LINKED and _NEVER_LINKED_CLASSES.isdisjoint(element.get("class", "").split())
