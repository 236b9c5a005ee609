"""Definitions whose first mentions of other terms lead to the entries of those."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.features.glossary.model import TERMS, Term, TermId
from primer.kit.content import Content
from primer.text.term_links import LinkingPage, link_text
from primer.text.terms import TermIndex

PAGE = "glossary.md"
"""The page that lists all terms."""


class Definitions:
    """The definitions of a site. Each is read once, whatever the number of pages that show it."""

    def __init__(self, content: Content) -> None:
        self.index = TermIndex(content[TERMS].items.values(), content.language)
        self._text = content.text
        page = content.own(PAGE)
        self._has_entries = page in content.pages
        self._entry = f"/{page}#"
        self._linked: dict[TermId, Element | None] = {}

    def html(self, term: Term, base: str) -> Markup:
        """Return the HTML of a definition for a page whose address is ``base``."""
        if term.id not in self._linked:
            self._linked[term.id] = self._link(term) if self._has_entries else None
        linked = self._linked[term.id]
        if linked is None:
            return self._text.inline(term.definition, base, listed=False)
        return self._text.html(deepcopy(linked), base, listed=False)

    def _link(self, term: Term) -> Element | None:
        """Return a definition with its links; None where it mentions no other term."""
        root, found = self._text.parsed(term.definition), False
        by_hand = {link.get("href", "").removeprefix(self._entry) for link in root.iter("a")}

        def link(other: TermId) -> Element:
            nonlocal found
            found = True
            return Element("a", {"href": f"{self._entry}{other}", "data-term": other})

        link_text(root, self.index, LinkingPage({term.id, *by_hand}, link))
        return root if found else None
