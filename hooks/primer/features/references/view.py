"""What the fragments of sources and references show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import PageUse
from primer.core.urls import REFERENCES_PAGE, page_url, relative_url
from primer.features.references.apa import apa
from primer.features.references.model import ReferenceId
from primer.core.dates import Link


@dataclass(frozen=True)
class ReferenceView:
    """A reference in the list of all."""

    id: str
    html: Markup
    kind: str
    recalled: tuple[str, ...]
    used_on: tuple[Link, ...]


@dataclass(frozen=True)
class SourceView:
    """A reference at the end of a page that cites it. ``back`` holds the ids of the citations."""

    number: int
    id: str
    html: Markup
    kind: str
    url: str
    back: tuple[str, ...]


def all_references(content: Content, used_on: Mapping[ReferenceId, Iterable[Link]]) -> tuple[ReferenceView, ...]:
    """Return every reference, in alphabetical order of its entry."""
    names = content.strings.references
    entries = {id: apa(reference) for id, reference in content.references.items()}
    return tuple(
        ReferenceView(
            id=id,
            html=html,
            kind=content.references[id].kind,
            recalled=tuple(dict.fromkeys(names.field(field) for field in content.references[id].recalled)),
            used_on=tuple(used_on.get(id, ())),
        )
        for id, html in sorted(entries.items(), key=lambda entry: (entry[1].striptags().casefold(), entry[0]))
    )


def sources_of(content: Content, src_uri: str, use: PageUse) -> tuple[SourceView, ...]:
    """Return what a page cites, numbered; what only its quizzes cite comes last."""
    base = page_url(src_uri)
    cited = {**use.sources, **{id: [] for id in use.data_sources if id not in use.sources}}
    return tuple(
        SourceView(
            number=number,
            id=id,
            html=apa(content.references[id]),
            kind=content.references[id].kind,
            url=relative_url(f"{page_url(REFERENCES_PAGE)}#{id}", base),
            back=tuple(marks),
        )
        for number, (id, marks) in enumerate(cited.items(), start=1)
    )
