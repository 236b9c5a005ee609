"""What authors say about a page, about who publishes it and about where it lives."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, create_model

from primer.core.model import ADDRESS, ANCHOR, EMAIL, PATTERNS, BrokenRule, Model, PlainText, Slug, Text, broken_dates
from primer.kit.feature import Feature, PageField, PublishedIds
from primer.kit.settings import UNREVIEWED, Review, SecureAddress

REVIEW = Review()

Address = Annotated[str, Field(pattern=ADDRESS, description="begins and ends with a slash")]


class SearchChoice(Model):
    """How the search finds a page."""

    noun: ClassVar[str] = "the search setting of a page"

    hover: ClassVar = {"exclude": "true keeps the page out of the search"}

    exclude: bool = False
    headings_only: bool = Field(
        default=False, description="found only by its title, headings and description, typed as they are written"
    )
    boost: Annotated[float, Field(gt=0, description="how much sooner than others it is found; 1 is usual")] = 1


class Asked(Model):
    """Another way in which people ask what a page answers, and the passage that answers it."""

    noun: ClassVar[str] = "a question that people ask"

    hover: ClassVar = {"words": "the question, as people type it"}

    words: Text
    answered_at: Annotated[str, Field(pattern=ANCHOR, description=PATTERNS[ANCHOR])]

    @property
    def anchor(self) -> str:
        """The id of the heading above the answer."""
        return self.answered_at.removeprefix("#")


class FrontMatter(Model):
    """The block at the top of a page. ``hide``, ``search`` and ``template`` are called as Material calls them."""

    noun: ClassVar[str] = "the front matter"

    hover: ClassVar = {
        "title": "the question that the page answers, or what it is about; unique on the site",
        "description": "one sentence that a search engine can show, of 160 characters at most",
        "sources_checked": "when the text was last compared with its references",
        "review_by": "when it has to be compared again",
        "translates": "the day of the original that a page in another language follows",
        "status": "whether somebody qualified has reviewed this very text",
        "reviewer": "who reviewed the page, with their agreement",
        "reviewed": "when it was reviewed",
        "law_reviewer": "who reviewed what it says of the law",
        "law_reviewed": "when the law was reviewed",
        "sensitive": "true adds 'Leave this site' and a content note, and keeps quizzes from remembering anything",
        "content_note": "what is in a sensitive page, in plain words: This page describes …",
        "asked": "other ways in which people ask what the page answers",
        "hide": "parts of the theme that the page does without",
        "search": "how the search finds the page",
        "template": "a template of the theme for this page",
    }

    title: Text
    description: Annotated[Text, Field(max_length=160)]
    sources_checked: datetime.date | None = None
    review_by: datetime.date | None = None
    translates: datetime.date | None = None
    status: Slug = UNREVIEWED
    reviewer: Text | None = None
    reviewed: datetime.date | None = None
    law_reviewer: Text | None = None
    law_reviewed: datetime.date | None = None
    sensitive: bool = False
    content_note: PlainText | None = None
    asked: tuple[Asked, ...] = ()
    hide: tuple[Literal["toc", "navigation", "footer", "path"], ...] = ()
    search: SearchChoice | None = None
    template: Text | None = None

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody has reviewed the page."""
        return self.status != UNREVIEWED

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.is_reviewed and not (self.reviewer and self.reviewed):
            yield BrokenRule(
                "no-reviewer",
                f"a page with 'status: {self.status}' says who reviewed it and when",
                f"add 'reviewer: …' and 'reviewed: …', or set 'status: {UNREVIEWED}'",
            )
        if bool(self.law_reviewer) != bool(self.law_reviewed):
            yield BrokenRule(
                "no-reviewer",
                "a page whose law was reviewed says who did that and when",
                "add 'law_reviewer: …' and 'law_reviewed: …', or remove both",
            )
        if self.sensitive and not self.content_note:
            yield BrokenRule(
                "no-content-note", "a sensitive page says what is in it", "add 'content_note: This page describes …'"
            )
        yield from broken_dates(self.sources_checked, self.review_by)
        if self.translates and self.sources_checked and self.translates > self.sources_checked:
            hint = "write the day of the original that the page was compared with"
            yield BrokenRule("dates", "'translates' is after 'sources_checked'", hint, ("translates",))


class Publisher(Model):
    """Who answers for the site. What is not known is null, and the site says so."""

    noun: ClassVar[str] = "the publisher"

    hover: ClassVar = {
        "name": "who publishes the site; null as long as nobody does",
        "contact_email": "where readers can write to",
        "funding": "who pays",
        "conflicts": "what could get in the way of being fair",
    }

    name: Text | None = None
    contact_email: Annotated[str, Field(pattern=EMAIL)] | None = None
    funding: Text | None = None
    conflicts: Text | None = None
    leave_to: SecureAddress | None = Field(None, description="may stand here where site.yml does not say it")


class Ledger(Model):
    """Every address that was ever published, with the id of the page that lives, or lived, there.

    Features add a list each of ids to which others link.
    """

    noun: ClassVar[str] = "the ledger of addresses"

    hover: ClassVar = {"addresses": "each address that was ever published, with the id of the page that answers there"}

    addresses: dict[Address, Slug]


def front_matter_model(features: tuple[Feature, ...], review: Review | None = REVIEW) -> type[FrontMatter]:
    """Return the front matter of pages with the fields that these features add.

    ``review`` is what a site says of the reviews of its pages; where there is one, each page has its two dates.
    """
    return _front_matter_model(tuple(feature.page_field for feature in features if feature.page_field), review)


def ledger_model(features: tuple[Feature, ...]) -> type[Ledger]:
    """Return the ledger with a list for each of these features to whose ids others link."""
    return _ledger_model(tuple(feature.published_ids for feature in features if feature.published_ids))


# Both are kept by what they are made of: a feature may know a whole build, which would stay as long as it does.


@cache
def _front_matter_model(added: tuple[PageField, ...], review: Review | None) -> type[FrontMatter]:
    fields: dict[str, Any] = {field.name: (field.annotation, field.default) for field in added}
    fields["status"] = (Literal[UNREVIEWED, (review or REVIEW).status], UNREVIEWED)  # known only now
    if review:
        fields |= dict.fromkeys(("sources_checked", "review_by"), (datetime.date, ...))
    return create_model("FrontMatter", __base__=FrontMatter, __doc__=FrontMatter.__doc__, **fields)


@cache
def _ledger_model(ids: tuple[PublishedIds, ...]) -> type[Ledger]:
    fields: dict[str, Any] = {one.field: (tuple[Slug, ...], Field((), description=one.description)) for one in ids}
    return create_model("Ledger", __base__=Ledger, __doc__=Ledger.__doc__, **fields)
