"""Link the first mention of each term on a page to its entry in the glossary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.text.term_runs import Run, Slot, running_text
from primer.text.terms import TermId, TermIndex


@dataclass(frozen=True)
class LinkingPage:
    """What the linker needs of a page."""

    skip: Collection[TermId]
    link: Callable[[TermId], Element]
    """Returns an empty link and notes that the page uses the term."""
    texts_in: Callable[[str], Iterable[Element]] = lambda _: ()
    """Returns the texts of data files in a piece of HTML that is not the author's, in their order there."""


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
            raw = self.md.htmlStash.rawHtmlBlocks
            _link(running_text(root, raw, self.md.is_block_level, page.texts_in), self._index, page)


def link_text(root: Element, index: TermIndex, page: LinkingPage) -> None:
    """Link the first mention of each term in a text of a data file."""
    _link(running_text(root, [], lambda _: False, page.texts_in), index, page)


def _link(run: Run, index: TermIndex, page: LinkingPage) -> None:
    done = set(page.skip)
    found: dict[int, tuple[Slot, list[tuple[int, int, TermId]]]] = {}
    for mention in index.mentions(run.text, run.cuts):
        if mention.term in done or not (place := run.place(mention.start, mention.end)):
            continue
        done.add(mention.term)
        slot, start, end = place
        found.setdefault(id(slot), (slot, []))[1].append((start, end, mention.term))
    for slot, mentions in found.values():
        _replace(slot, mentions, page)


def _replace(slot: Slot, mentions: list[tuple[int, int, TermId]], page: LinkingPage) -> None:
    links = []
    for number, (start, end, term) in enumerate(mentions):
        link = page.link(term)
        link.text = slot.text[start:end]
        link.tail = slot.text[end : mentions[number + 1][0] if number + 1 < len(mentions) else None]
        links.append(link)
    slot.replace(slot.text[: mentions[0][0]], links)
