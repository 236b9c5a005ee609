"""What the references file holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from primer.core.model import AtLeast, BrokenRule, Model, Slug, Text, WebAddress
from primer.kit.sources import Key, Loaded

ReferenceId = str

# https://docs.citationstyles.org/en/stable/specification.html, appendix III: the types in use here
CslType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "hearing",
    "legal_case",
    "legislation",
    "pamphlet",
    "paper-conference",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "standard",
    "thesis",
    "webpage",
]


class Name(Model):
    """A person (``family``, ``given``) or an organisation (``literal``)."""

    noun: ClassVar[str] = "a name"

    hover: ClassVar = {
        "family": "the family name of a person",
        "given": "the given names, or their initials",
        "literal": "the name of an organisation",
    }

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if (self.family is None) == (self.literal is None):
            yield BrokenRule(
                "name",
                "a name has 'family' and 'given', or else 'literal'",
                "write {family: …, given: …} or {literal: …}",
            )


def _csl_name(name: str) -> str:
    return name if name.isupper() else name.replace("_", "-")


class Record(Model):
    """A bibliographic record in the field names of CSL-JSON."""

    noun: ClassVar[str] = "a bibliographic record (csl)"
    model_config = ConfigDict(alias_generator=_csl_name)

    hover: ClassVar = {
        "type": "what kind of publication it is",
        "author": "all authors, none left out",
        "editor": "the editors of the book or collection",
        "issued": "the year in which it appeared",
        "title": "the title, with capitals as in a sentence",
        "container-title": "the journal, book or website in which it stands",
        "collection-title": "the series",
        "event-title": "the conference",
        "publisher": "who published it",
        "publisher-place": "where the publisher is",
        "authority": "the court or body that issued it",
        "genre": "what it calls itself, such as Doctoral dissertation",
        "edition": "which edition it is",
        "volume": "the volume",
        "issue": "the issue of the volume",
        "page": "the pages, first and last",
        "number": "the number of a report or a law",
        "section": "the section that is meant",
        "DOI": "the DOI, without https://doi.org/",
        "URL": "where it can be read",
    }

    type: CslType
    author: Annotated[tuple[Name, ...], AtLeast(1, "authors")]
    editor: tuple[Name, ...] = ()
    issued: int
    title: Text
    container_title: Text | None = None
    collection_title: Text | None = None
    event_title: Text | None = None
    publisher: Text | None = None
    publisher_place: Text | None = None
    authority: Text | None = None
    genre: Text | None = None
    edition: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    number: Text | None = None
    section: Text | None = None
    DOI: Text | None = None
    URL: WebAddress | None = None

    def csl(self, id: ReferenceId) -> dict[str, Any]:
        """Return the record as one item of CSL-JSON."""
        fields = self.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
        names = {
            part: [name.model_dump(exclude_none=True) for name in getattr(self, part)]
            for part in ("author", "editor")
            if getattr(self, part)
        }
        return fields | names | {"id": id, "issued": {"date-parts": [[self.issued]]}}


class Finding(Model):
    """One thing a reference says, in our words, with its figures as a page may print them."""

    noun: ClassVar[str] = "a finding"

    hover: ClassVar = {
        "id": "named in a citation: [@reference:finding]",
        "text": "what the source says, in our words, with its figures",
        "status": "'seen' where somebody has read it there; a 'recalled' one backs no figure",
    }

    id: Slug
    text: Text
    status: Literal["seen", "recalled"]


class Reference(Model):
    """A source. ``recalled`` names fields of its record that were written from memory."""

    noun: ClassVar[str] = "a reference"

    hover: ClassVar = {
        "kind": "what it is in a word or two, such as survey",
        "csl": "the bibliographic record",
        "recalled": "fields of the record that nobody could confirm",
        "findings": "what the source says, one thing each",
        "seen_at": "where it was read; not published",
    }

    id: Slug
    kind: Text
    csl: Record
    recalled: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    seen_at: tuple[Text, ...] = ()
    note: Text | None = Field(None, description="for authors; not published")

    @property
    def year(self) -> int:
        """The year in which it appeared."""
        return self.csl.issued

    @property
    def address(self) -> str | None:
        """Where it can be read on the web, as far as that is known."""
        return f"https://doi.org/{self.csl.DOI}" if self.csl.DOI else self.csl.URL


REFERENCES: Key[Loaded[Reference]] = Key("references")
