"""Say in another language what help lines are, of which their numbers and sources are shared."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from primer.core.dates import days_after
from primer.core.diagnostics import Report, did_you_mean
from primer.core.model import AtLeast, BrokenRule, Model, Slug, SourceDate, Text, WebAddress
from primer.core.yaml import Document
from primer.features.directory.help_lines import Place, Service
from primer.kit.due import Due
from primer.kit.sources import Key, ListFile, Loaded


class ServiceWords(Model):
    """What a language says of a service that answers in it. What is left out is as in the default language.

    ``seen_by``, ``seen_on`` and ``seen_at`` tell where it was seen that it does; its number stood there as well.
    """

    noun: ClassVar[str] = "the words of a service"

    hover: ClassVar = {
        "id": "the service, as help-lines.yml calls it",
        "name": "what the service calls itself in this language",
        "part": "what the part of the place is called that it is for",
        "for": "whom it is for, in a sentence",
        "languages": "how to speak with somebody in this language",
        "hours": "when it answers",
        "word": "what to write in a message to get an answer in this language",
        "site": "its own page in this language",
        "seen_by": "who says that it answers in this language",
        "seen_on": "when that was seen there",
        "seen_at": "where that was seen",
    }

    id: Slug
    name: Text | None = None
    for_whom: Text = Field(alias="for")
    part: Text | None = None
    languages: Text | None = None
    hours: Text | None = None
    word: Text | None = None
    site: WebAddress | None = None
    seen_by: Text | None = None
    seen_on: datetime.date | None = None
    seen_at: Text | None = None
    source_date: SourceDate | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if bool(self.seen_by) != bool(self.seen_on):
            here, other = ("seen_by", "seen_on") if self.seen_by else ("seen_on", "seen_by")
            yield BrokenRule("no-source", f"'{here}' is there without '{other}'", f"add '{other}: …'", (here,))


class PlaceWords(Model):
    """What a language calls a place, and those of its services that answer in it."""

    noun: ClassVar[str] = "the words of a place"

    hover: ClassVar = {
        "id": "the place, as help-lines.yml calls it",
        "name": "what the place is called in this language",
        "called": "what else texts call it, or name of it",
        "note": "what is so for all its services",
        "services": "those that answer in this language",
    }

    id: Slug
    name: Text
    called: tuple[Text, ...] = ()
    note: Text | None = None
    services: Annotated[tuple[ServiceWords, ...], AtLeast(1, "services")]


WORDS: Key[Loaded[PlaceWords]] = Key("help lines in another language")
WORDS_FILE = ListFile(WORDS, "help-lines.yml", PlaceWords, "help-lines")


def in_other_words(places: Loaded[Place], words: Loaded[PlaceWords], report: Report) -> Loaded[Place]:
    """Return the places and services of which a language says something, in its words and in the order of ``places``.

    Words for what is not there are reported.
    """
    for id, document in words.documents.items():
        if id not in places.ids and places.items:
            hint = did_you_mean(id, places.items)
            message = f"there are no help lines for a place '{id}'"
            report.add(document.location_of("id"), message, "help-lines-unknown-place", hint)
    found = {
        id: _place(place, words.items[id], words.documents[id], report)
        for id, place in places.items.items()
        if id in words.items
    }
    return Loaded(
        {id: place for id, place in found.items() if place.services},
        words.documents,
        words.broken | places.broken,
    )


def words_due(words: Loaded[PlaceWords], places: Loaded[Place], days: int) -> Iterator[Due]:
    """Yield each line of which it was seen that it answers in a language, so many ``days`` after that day."""
    for id, place in words.items.items():
        printed = {service.id: service for service in places.items[id].services} if id in places.items else {}
        for index, service in enumerate(place.services):
            if service.seen_on and service.id in printed:
                by = days_after(service.seen_on, days)
                where = words.documents[id].location_of("services", index, "seen_on")
                what = f"{printed[service.id].name}, {place.name} (that it answers in this language)"
                yield Due(by, where, what, listed_from=days_after(by, 1))


def _place(place: Place, words: PlaceWords, document: Document, report: Report) -> Place:
    known = {service.id: service for service in place.services}
    report.add_repeated(document.part("services").ids(), "help-lines-repeated-id")
    said: dict[str, Service] = {}
    for index, one in enumerate(words.services):
        if one.id not in known:
            message, hint = f"'{place.id}' has no service '{one.id}'", did_you_mean(one.id, known)
            report.add(document.location_of("services", index, "id"), message, "help-lines-unknown-service", hint)
            continue
        said[one.id] = service = _service(known[one.id], one)
        if one.seen_on is None and service.kind != "emergency":
            message = f"'{service.name}' does not say where it was seen that it answers in this language"
            hint = "add 'seen_by: …' and 'seen_on: …'"
            report.add(document.location_of("services", index), message, "help-lines-no-source", hint)
        for rule in service.broken_rules():
            at = document.location_of("services", index, *rule.at)
            report.add(at, rule.message, f"help-lines-{rule.code}", rule.hint)
    return place.model_copy(
        update={
            "name": words.name,
            "called": words.called,
            "note": words.note,
            "services": tuple(said[id] for id in known if id in said),
        }
    )


def _service(service: Service, words: ServiceWords) -> Service:
    """Return a service in other words, with the source in which both its number and its language were seen."""
    said: dict[str, Any] = {
        "name": words.name or service.name,
        "for_whom": words.for_whom,
        "part": words.part or service.part,
        "languages": words.languages,
        "hours": words.hours,
        "site": words.site or service.site,
        # a word alone tells who answers a message in which language
        "text": service.text.model_copy(update={"word": words.word}) if words.word and service.text else None,
    }
    if words.seen_on:
        said |= {"seen_by": words.seen_by, "seen_on": words.seen_on, "source_date": words.source_date}
    return service.model_copy(update=said)
