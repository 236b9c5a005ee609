"""What the fragments of sources and references show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from primer.core.sorting import SortKey, sort_key
from primer.core.urls import Link, page_url, relative_url
from primer.features.references.apa import apa
from primer.features.references.model import REFERENCES, Reference, ReferenceId
from primer.features.references.numbering import CITED
from primer.features.references.strings import ReferencesStrings
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.page import CITED_IN_DATA, CurrentPage

PAGE = "references.md"
"""The page that lists all references."""


@dataclass(frozen=True)
class ReferenceView:
    """A reference in the list of all."""

    id: str
    html: Markup
    kind: Markup
    recalled: tuple[str, ...]
    used_on: tuple[Link, ...]


@dataclass(frozen=True)
class SourceView:
    """A reference at the end of a page that cites it. ``back`` holds the ids of the citations."""

    number: int
    id: str
    html: Markup
    kind: Markup
    url: str
    back: tuple[str, ...]


def all_references(context: Context, used_on: Mapping[ReferenceId, Iterable[Link]]) -> tuple[ReferenceView, ...]:
    """Return every reference, in alphabetical order of its entry."""
    content = context.content
    names = content.strings[ReferencesStrings]
    references = content[REFERENCES].items
    entries = {id: apa(reference, context.cache, content.locale) for id, reference in references.items()}

    def place(entry: tuple[ReferenceId, Markup]) -> tuple[SortKey, ReferenceId]:
        id, html = entry
        return sort_key(html.striptags(), content.language), id

    return tuple(
        ReferenceView(
            id=id,
            html=html,
            kind=_kind(references[id], content),
            recalled=tuple(dict.fromkeys(names.field(field) for field in references[id].recalled)),
            used_on=tuple(used_on.get(id, ())),
        )
        for id, html in sorted(entries.items(), key=place)
    )


def sources_of(page: CurrentPage, context: Context) -> tuple[SourceView, ...]:
    """Return what a page cites, numbered; what is cited only in data placed on it comes last."""
    references = context.content[REFERENCES].items
    in_text = page.used(CITED)
    cited = {**in_text, **{id: [] for id in page.used(CITED_IN_DATA) if id not in in_text}}
    return tuple(
        SourceView(
            number=number,
            id=id,
            html=apa(references[id], context.cache, context.content.locale),
            kind=_kind(references[id], context.content),
            url=relative_url(f"{page_url(context.content.page(PAGE))}#{id}", page.url),
            back=tuple(marks),
        )
        for number, (id, marks) in enumerate(cited.items(), start=1)
    )


def _kind(reference: Reference, content: Content) -> Markup:
    """Return what a reference is, in a sentence; all languages share the words of the first."""
    kind = Markup.escape(reference.kind)
    if not content.is_default:
        kind = Markup('<span lang="{}">{}</span>').format(content.languages[0].code, kind)
    return Markup.escape(content.strings[ReferencesStrings].kind).format(kind=kind)
