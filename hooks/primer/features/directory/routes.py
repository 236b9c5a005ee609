"""What the routes file holds, with the rule for printing what the law says."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, SourceDate, Text, WebAddress
from primer.kit.sources import Key, Loaded

RouteKind = Literal["title", "register", "complaint", "records", "other"]


class Route(Model):
    """A fact about titles, registers, complaints or records, or the name of one that nobody could confirm."""

    noun: ClassVar[str] = "a route"

    hover: ClassVar = {
        "name": "what the body or register is called",
        "kind": "what the route is for",
        "text": "what it can do, and how to begin",
        "deadline": "within what time",
        "site": "its own page",
        "evidence": "how sure it is",
        "seen_by": "who looked",
        "seen_on": "when it was seen there",
        "seen_at": "where it was seen",
    }

    id: Slug
    name: Text
    kind: RouteKind
    text: MarkdownText | None = None
    deadline: MarkdownText | None = None
    site: WebAddress | None = None
    evidence: Literal["official", "secondary", "recalled"]
    seen_by: Text | None = None
    seen_on: datetime.date | None = None
    seen_at: Text | None = None
    source_date: SourceDate | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.evidence == "recalled":
            if self.text or self.deadline:
                yield BrokenRule(
                    "unseen-claim",
                    f"'{self.name}' says something that nobody has seen in a source",
                    "remove 'text' and 'deadline', or say where it was seen",
                )
            return
        if not self.text:
            yield BrokenRule("no-claim", f"'{self.name}' says nothing", "add 'text: …', or write 'evidence: recalled'")
        cites = "[@" in (self.text or "")
        if not self.seen_on or not (cites or (self.seen_by and self.seen_at)):
            yield BrokenRule(
                "no-source",
                f"'{self.name}' does not say where it was seen",
                "add 'seen_on: …' and either 'seen_by: …' and 'seen_at: …' or a citation",
            )


class PlaceRoutes(Model):
    """A place of the help lines, with its routes."""

    noun: ClassVar[str] = "a place"

    hover: ClassVar = {"note": "what is so for all routes of the place", "routes": "the routes of the place"}

    id: Slug = Field(description="a place of help-lines.yml")
    note: Text | None = None
    routes: Annotated[tuple[Route, ...], AtLeast(1, "routes")]


class RoutesPlacement(Model):
    """The settings of a fence ``routes``: all routes, or those of a place or a kind."""

    noun: ClassVar[str] = "the settings of routes"

    place: Slug | None = None
    kind: RouteKind | None = None


ROUTES: Key[Loaded[PlaceRoutes]] = Key("routes")
