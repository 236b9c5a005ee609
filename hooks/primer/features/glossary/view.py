"""What the glossary's fragments show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from primer.core.sorting import SortKey, first_letter, sort_key
from primer.core.urls import Link, page_url, relative_url
from primer.features.glossary.definitions import PAGE, Definitions
from primer.features.glossary.model import TERMS, Term, TermId
from primer.kit.content import Content


@dataclass(frozen=True)
class SeeAlso:
    """Another entry of the glossary."""

    id: str
    title: str


@dataclass(frozen=True)
class TermView:
    """An entry of the glossary."""

    id: str
    title: str
    definition_html: Markup
    also_called: tuple[str, ...]
    see_also: tuple[SeeAlso, ...]
    sources_html: tuple[Markup, ...]
    used_on: tuple[Link, ...]


@dataclass(frozen=True)
class WordView:
    """A term that a page uses, as the end of that page explains it."""

    id: str
    title: str
    definition_html: Markup
    url: str


def glossary_letters(
    content: Content, definitions: Definitions, src_uri: str, used_on: Mapping[TermId, Iterable[Link]]
) -> list[tuple[str, list[TermView]]]:
    """Return the entries of the glossary by first letter, both in alphabetical order."""
    terms = sorted(content[TERMS].items.values(), key=_sorting(content))
    base = page_url(src_uri)
    return [
        (letter, [_term_view(term, content, definitions, base, used_on.get(term.id, ())) for term in group])
        for letter, group in groupby(terms, key=lambda term: first_letter(term.term, content.language))
    ]


def words_used(
    content: Content, definitions: Definitions, src_uri: str, terms: Iterable[TermId]
) -> tuple[WordView, ...]:
    """Return the terms that a page uses, in alphabetical order."""
    base = page_url(src_uri)
    entries = relative_url(page_url(content.own(PAGE)), base)
    return tuple(
        WordView(term.id, term.term, definitions.html(term, base), f"{entries}#{term.id}")
        for term in sorted((content[TERMS].items[id] for id in terms), key=_sorting(content))
    )


def _term_view(term: Term, content: Content, definitions: Definitions, base: str, used_on: Iterable[Link]) -> TermView:
    terms, citables = content[TERMS].items, content.text.citables
    return TermView(
        id=term.id,
        title=term.term,
        definition_html=definitions.html(term, base),
        also_called=(*(form for form in term.forms if form.lower() != term.term.lower()), *term.also_called),
        see_also=tuple(SeeAlso(id, terms[id].term) for id in term.see_also if id in terms),
        sources_html=tuple(
            Markup('<a href="{}">{}</a>').format(
                relative_url(f"{page_url(citables.page)}#{id}", base), citables.labels[id]
            )
            for id in term.refs
            if id in citables.known
        ),
        used_on=tuple(used_on),
    )


def _sorting(content: Content) -> Callable[[Term], tuple[SortKey, TermId]]:
    """Return what tells by what a term is sorted in the language of the site."""
    return lambda term: (sort_key(term.term, content.language), term.id)
