"""Link the first mention of each term on a page to its entry in the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

TermId = str


class Term(Protocol):
    """A term, as far as texts know one."""

    @property
    def id(self) -> TermId: ...
    @property
    def forms(self) -> Sequence[str]:
        """The spellings that are linked in running text."""


# A hyphenated word is one word: 'harm' is not found in 'self-harm'.
_WORD = re.compile(r"\w+(?:[-\u2010\u2011'\u2019]\w+)*")
_SAME_SIGNS = str.maketrans("\u2010\u2011\u2019", "--'")
_GAP = re.compile(r"\s+")
_BEFORE_A_DOT, _BEHIND_A_DOT = re.compile(r"\.\w"), re.compile(r"\w\.$")
_RAW_HTML = re.compile(STX + r"wzxhzdk:(\d+)\x03")  # markdown.util.HTML_PLACEHOLDER
_RAW_TAG = re.compile(r"<\s*(?:(/)\s*)?([a-zA-Z][a-zA-Z0-9]*)")
_RAW_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_INSIDE_AN_ADDRESS = frozenset("/@#\\=&\x03")  # and after an escaped sign: 'harm' is not found in 'self\\-harm' either

NEVER_LINKED = frozenset(
    [
        *("a", "button", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math", "option", "pre"),
        *("samp", "script", "select", "style", "summary", "svg", "textarea", "th"),
    ]
)
OPT_OUT = "no-glossary"
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})  # elements that are never closed
_NEVER_LINKED_CLASSES = frozenset({OPT_OUT, "admonition-title", "arithmatex", "citation", "headerlink"})


class Mention(NamedTuple):
    """Where a term stands in a text."""

    start: int
    end: int
    term: TermId


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    term: TermId


class TermIndex:
    """Finds forms in text by their first word. Built once for all pages."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[_Form]] = {}
        for term in terms:
            for form in term.forms:
                words = words_of(form)
                if words:
                    exact = tuple(words) if form.isupper() else None
                    lowered = tuple(word.lower() for word in words)
                    self._by_first.setdefault(lowered[0], []).append(_Form(lowered, exact, term.id))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: (-len(form.words), form.exact is None))  # 'CAT' is tried before 'cat'

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield the longest mention at each place of ``text``, from left to right, none inside another."""
        words = list(_WORD.finditer(text.translate(_SAME_SIGNS)))
        at = 0
        while at < len(words):
            for form in self._by_first.get(words[at][0].lower(), ()):
                last = at + len(form.words) - 1
                if last < len(words) and self._stands(form, words, at, text):
                    yield Mention(words[at].start(), words[last].end(), form.term)
                    at = last
                    break
            at += 1

    @staticmethod
    def _stands(form: _Form, words: list[re.Match[str]], at: int, text: str) -> bool:
        found = words[at : at + len(form.words)]
        if any(word[0].lower() != expected for word, expected in zip(found, form.words, strict=True)):
            return False
        if form.exact and any(word[0] != expected for word, expected in zip(found, form.exact, strict=True)):
            return False
        if any(not _GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(found)):
            return False
        start, end = found[0].start(), found[-1].end()
        if _BEFORE_A_DOT.match(text, end) or (start and _BEHIND_A_DOT.search(text[max(0, start - 2) : start])):
            return False  # in the name of a host or a file: 'therapy.org', 'therapy.pdf'
        return not ((start and text[start - 1] in _INSIDE_AN_ADDRESS) or text[end : end + 1] in ("/", "@", "\\", "="))


def words_of(form: str) -> list[str]:
    """Return the words of a form, as they are looked for in text: a curly apostrophe is the same as a straight one."""
    return _WORD.findall(form.translate(_SAME_SIGNS))


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


class _PageLinker:
    """One walk over one page."""

    def __init__(
        self, index: TermIndex, page: LinkingPage, raw: list[str | Element], is_block: Callable[[object], bool]
    ) -> None:
        self._index, self._page, self._raw, self._is_block = index, page, raw, is_block
        self._done: set[TermId] = set(page.skip)
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
        if STX not in text:
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
        if not isinstance(html, str) or not (tag := _RAW_TAG.match(html)):
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
