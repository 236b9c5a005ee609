"""Make frozen items of terms, for files that leave the site."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.sorting import sort_key
from primer.core.urls import absolute_url, page_url
from primer.features.glossary.definitions import PAGE
from primer.features.glossary.model import TERMS
from primer.kit.content import Content
from primer.kit.exported import ExportedTerm, Origin
from primer.text.carried import CarriedText


def exported_terms(content: Content, origin: Origin) -> Iterator[ExportedTerm]:
    """Yield every term of a site, from A to Z."""
    text, terms = CarriedText(content.text, origin.url), content[TERMS].items
    for id, term in sorted(terms.items(), key=lambda item: (sort_key(item[1].term, content.language), item[0])):
        yield ExportedTerm(
            id=id,
            term=term.term,
            also_called=term.also_called,
            definition=text.line(term.definition),
            see_also=tuple(terms[other].term for other in term.see_also if other in terms),
            sources=text.line(f"[{'; '.join(f'@{ref}' for ref in term.refs)}]" if term.refs else ""),
            address=absolute_url(origin.url, f"{page_url(PAGE)}#{id}") if PAGE in content.pages else None,
        )
