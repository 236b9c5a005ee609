"""What the help lines file holds, with the rule for printing a number."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.model import DIALLED, AtLeast, BrokenRule, Model, Slug, SourceDate, Text, WebAddress
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

    number: Number
    word: Text | None = None


class Service(Model):
    """Someone to call, text or write to."""

    noun: ClassVar[str] = "a service"

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
        if not (self.call or self.text or self.site):
            yield BrokenRule("no-way", f"'{self.name}' has no number and no site", "add 'call', 'text' or 'site'")


class Place(Model):
    """A country, or part of one, with its services."""

    noun: ClassVar[str] = "a place"

    id: Slug
    name: Text
    note: Text | None = None
    services: Annotated[tuple[Service, ...], AtLeast(1, "services")]


HELP_LINES: Key[Loaded[Place]] = Key("help lines")
