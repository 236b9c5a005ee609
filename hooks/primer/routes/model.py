"""What the routes file holds, with the rule for printing what the law says."""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from primer.model import AtLeast, MarkdownText, Model, Slug, Text, WebAddress, broken_rule

RouteKind = Literal["title", "register", "complaint", "records", "other"]


class Route(Model):
    """A fact about titles, registers, complaints or records, or the name of one that nobody could confirm."""

    noun: ClassVar[str] = "a route"

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

    @model_validator(mode="after")
    def _prints_only_what_was_seen(self) -> Route:
        if self.evidence == "recalled":
            if self.text or self.deadline:
                raise broken_rule(
                    "unseen-claim",
                    f"'{self.name}' says something that nobody has seen in a source",
                    "remove 'text' and 'deadline', or say where it was seen",
                )
            return self
        if not self.text:
            raise broken_rule("no-claim", f"'{self.name}' says nothing", "add 'text: …', or write 'evidence: recalled'")
        cites = "[@" in self.text
        if not self.seen_on or not (cites or (self.seen_by and self.seen_at)):
            raise broken_rule(
                "no-source",
                f"'{self.name}' does not say where it was seen",
                "add 'seen_on: …' and either 'seen_by: …' and 'seen_at: …' or a citation",
            )
        return self


class PlaceRoutes(Model):
    """A place of the help lines, with its routes."""

    noun: ClassVar[str] = "a place"

    id: Slug = Field(description="a place of help-lines.yml")
    note: Text | None = None
    routes: Annotated[tuple[Route, ...], AtLeast(1, "routes")]


class RoutesPlacement(Model):
    """The settings of a fence ``routes``: all routes, or those of a place or a kind."""

    noun: ClassVar[str] = "the settings of routes"

    place: Slug | None = None
    kind: RouteKind | None = None
