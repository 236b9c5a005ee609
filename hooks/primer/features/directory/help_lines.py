"""What the help lines file holds, with the rule for printing a number."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.model import (
    ANCHOR,
    DIALLED,
    PATTERNS,
    AtLeast,
    BrokenRule,
    Model,
    Slug,
    SourceDate,
    Text,
    WebAddress,
)
from primer.kit.sources import Key, Loaded

Number = Annotated[str, Field(pattern=DIALLED, description="as it is dialled, spaces allowed")]


ServiceKind = Literal[
    "emergency",
    "crisis",
    "listening",
    "text",
    "young-people",
    "sexual-violence",
    "violence-at-home",
    "poison",
    "other",
]


class TextNumber(Model):
    """Where to send a text message, and the word to send if the service asks for one."""

    noun: ClassVar[str] = "a text number"

    hover: ClassVar = {"word": "what to write in the message, where something has to be"}

    number: Number
    word: Text | None = None


class Service(Model):
    """Someone to call, text or write to."""

    noun: ClassVar[str] = "a service"

    hover: ClassVar = {
        "name": "what the service calls itself",
        "for": "whom it is for, in a sentence",
        "kind": "which kind of help it is",
        "call": "the number to call",
        "text": "the number to write to",
        "hours": "when it answers",
        "languages": "in which languages, where it is more than one",
        "site": "its own page",
        "evidence": "how sure the number is",
        "seen_by": "who looked",
        "seen_on": "when it was seen there",
        "seen_at": "where the number was seen",
    }

    id: Slug
    name: Text
    for_whom: Text = Field(alias="for")
    kind: ServiceKind
    part: Text | None = Field(None, description="the part of the place that it is for, where it is not for all")
    call: Number | None = None
    text: TextNumber | None = None
    hours: Text | None = None
    languages: Text | None = None
    site: WebAddress | None = None
    evidence: Literal["official", "secondary", "universal", "recalled"]
    seen_by: Text | None = None
    seen_on: datetime.date | None = None
    seen_at: Text | None = None
    source_date: SourceDate | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.evidence == "recalled" and (self.call or self.text):
            yield BrokenRule(
                "unseen-number",
                f"'{self.name}' has a number that nobody has seen in a source",
                "remove 'call' and 'text', or say where it was seen",
            )
        if self.evidence in ("official", "secondary") and not (self.seen_by and self.seen_on):
            yield BrokenRule(
                "no-source", f"'{self.name}' does not say where it was seen", "add 'seen_by: …' and 'seen_on: …'"
            )
        if self.kind != "emergency":
            yield from self._numbers_in_words()
        if not (self.call or self.text or self.site):
            yield BrokenRule("no-way", f"'{self.name}' has no number and no site", "add 'call', 'text' or 'site'")

    def _numbers_in_words(self) -> Iterator[BrokenRule]:
        """Yield where the service's own number stands in words: it would still stand there once it is too old."""
        numbers = {number for number in (self.call, self.text and self.text.number) if number}
        for field, words in (("for", self.for_whom), ("hours", self.hours), ("languages", self.languages)):
            for number in sorted(numbers):
                if words and re.search(rf"(?<!\w){re.escape(number)}(?!\w)", words):
                    message = f"'{field}' says the number '{number}' once more"
                    yield BrokenRule("number-in-words", message, "write it in 'call' or 'text' alone", (field,))


class Place(Model):
    """A country, or part of one, with its services."""

    noun: ClassVar[str] = "a place"

    hover: ClassVar = {
        "name": "the country or region",
        "called": "what else texts call it, or name of it: what is listed under such a name is about this place",
        "note": "what is so for all its services",
        "services": "who can be called, the most urgent first",
    }

    id: Slug
    name: Text
    called: tuple[Text, ...] = ()
    note: Text | None = None
    services: Annotated[tuple[Service, ...], AtLeast(1, "services")]


class HelpLinesPlacement(Model):
    """The settings of a fence ``help-lines``: all lines, or those of a place or a kind."""

    noun: ClassVar[str] = "the settings of help lines"

    place: Slug | None = None
    kind: ServiceKind | None = None


class EmergencyLink(Model):
    """A link to a passage of the page, for those whom an emergency number does not help."""

    noun: ClassVar[str] = "a link"

    text: Text
    to: Annotated[str, Field(pattern=ANCHOR, description=PATTERNS[ANCHOR])]


class EmergencyPlacement(Model):
    """The settings of a fence ``emergency-numbers``."""

    noun: ClassVar[str] = "the settings of emergency numbers"

    link: EmergencyLink | None = None


HELP_LINES: Key[Loaded[Place]] = Key("help lines")
