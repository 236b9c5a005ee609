"""What authors say about a page, about who publishes it and about where it lives."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from primer.model import ADDRESS, EMAIL, SECURE_ADDRESS, BrokenRule, Model, Readable, Slug, Text, broken_dates

SecureAddress = Annotated[str, Field(pattern=SECURE_ADDRESS), Readable]
Address = Annotated[str, Field(pattern=ADDRESS, description="begins and ends with a slash")]


class GlossaryChoice(Model):
    """Whether terms are linked on a page, and which are not. ``false`` alone means none."""

    noun: ClassVar[str] = "the glossary setting of a page"

    link: bool = True
    skip: tuple[Slug, ...] = ()


class SearchChoice(Model):
    """How the theme's search finds a page."""

    noun: ClassVar[str] = "the search setting of a page"

    exclude: bool = False
    boost: Annotated[float, Field(gt=0, description="how much sooner than others it is found; 1 is usual")] = 1


def _glossary_choice(value: object) -> object:
    return {"link": value} if isinstance(value, bool) else value


class FrontMatter(Model):
    """The block at the top of a page. ``hide``, ``search`` and ``template`` are the theme's own."""

    noun: ClassVar[str] = "the front matter"

    title: Text
    description: Annotated[Text, Field(max_length=160)]
    sources_checked: datetime.date
    review_by: datetime.date
    status: Literal["unreviewed", "clinically-reviewed"] = "unreviewed"
    reviewer: Text | None = None
    reviewed: datetime.date | None = None
    sensitive: bool = False
    content_note: Text | None = None
    glossary: Annotated[GlossaryChoice, BeforeValidator(_glossary_choice)] = GlossaryChoice()
    hide: tuple[Literal["toc", "navigation", "footer", "path"], ...] = ()
    search: SearchChoice | None = None
    template: Text | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.status == "clinically-reviewed" and not (self.reviewer and self.reviewed):
            yield BrokenRule(
                "no-reviewer",
                "a page that was clinically reviewed says by whom and when",
                "add 'reviewer: …' and 'reviewed: …', or set 'status: unreviewed'",
            )
        if self.sensitive and not self.content_note:
            yield BrokenRule(
                "no-content-note", "a sensitive page says what is in it", "add 'content_note: This page describes …'"
            )
        yield from broken_dates(self.sources_checked, self.review_by)


class Publisher(Model):
    """Who answers for the site. What is not known is null, and the site says so."""

    noun: ClassVar[str] = "the publisher"

    name: Text | None = None
    contact_email: Annotated[str, Field(pattern=EMAIL)] | None = None
    funding: Text | None = None
    conflicts: Text | None = None
    leave_to: SecureAddress = Field(description="the neutral page that 'Leave this site' opens")


class Ledger(Model):
    """Every address that was ever published, with the id of the page that lives, or lived, there."""

    noun: ClassVar[str] = "the ledger of addresses"

    addresses: dict[Address, Slug]
    terms: tuple[Slug, ...] = Field((), description="ids that /glossary/#… links use")
    references: tuple[Slug, ...] = Field((), description="ids that /references/#… links use")
    places: tuple[Slug, ...] = Field((), description="ids that /help-now/#… links use")
