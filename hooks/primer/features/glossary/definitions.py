"""Definitions whose first mentions of other terms lead to the entries of those."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.features.glossary.model import TERMS, Term, TermId
from primer.kit.content import Content
from primer.text.term_links import LinkingPage, link_text
from primer.text.terms import TermIndex

PAGE = "glossary.md"
"""The page that lists all terms."""

_TERM = "data-term"


class Definitions:
    """The definitions of a site. Each is read once, whatever the number of pages that show it."""

    def __init__(self, content: Content) -> None:
        self.index = TermIndex(content[TERMS].items.values(), content.language)
        self._text = content.text
        page = content.own(PAGE)
        self._has_entries = page in content.pages
        self._entry = f"/{page}#"
        self._terms = content[TERMS].items
        self._linked: dict[TermId, Element | None] = {}
        self._mentions: dict[TermId, frozenset[TermId]] = {}

    def html(self, term: Term, base: str) -> Markup:
        """Return the HTML of a definition for a page whose address is ``base``."""
        linked = self._linked_text(term)
        if linked is None:
            return self._text.inline(term.definition, base, listed=False)
        return self._text.html(deepcopy(linked), base, listed=False)

    def mention_each_other(self, id: TermId, others: Collection[TermId]) -> bool:
        """Tell whether the definition of a term mentions one of some others, or one of theirs mentions this term."""
        return not self._mentioned(id).isdisjoint(others) or any(id in self._mentioned(other) for other in others)

    def _mentioned(self, id: TermId) -> frozenset[TermId]:
        if id not in self._mentions:
            linked = self._linked_text(self._terms[id])
            found = linked.iter("a") if linked is not None else ()
            self._mentions[id] = frozenset(link.attrib[_TERM] for link in found if _TERM in link.attrib)
        return self._mentions[id]

    def _linked_text(self, term: Term) -> Element | None:
        if term.id not in self._linked:
            self._linked[term.id] = self._link(term) if self._has_entries else None
        return self._linked[term.id]

    def _link(self, term: Term) -> Element | None:
        """Return a definition with its links; None where it mentions no other term."""
        root, found = self._text.parsed(term.definition), False
        by_hand = {link.get("href", "").removeprefix(self._entry) for link in root.iter("a")}

        def link(other: TermId) -> Element:
            nonlocal found
            found = True
            return Element("a", {"href": f"{self._entry}{other}", _TERM: other})

        link_text(root, self.index, LinkingPage({term.id, *by_hand}, link))
        return root if found else None
