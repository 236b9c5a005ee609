"""What a site says of itself: whatever belongs to its subject, and not to the engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.model import (
    PAGE,
    PAGE_OR_FOLDER,
    SCHEMA_TYPE,
    SECURE_ADDRESS,
    BrokenRule,
    Model,
    Readable,
    Slug,
    Text,
    WebAddress,
)
from primer.kit.sources import Key, Single

SecureAddress = Annotated[str, Field(pattern=SECURE_ADDRESS), Readable]
PagePath = Annotated[str, Field(pattern=PAGE, description="a page by its path below the docs folder: /folder/page.md")]
SchemaType = Annotated[str, Field(pattern=SCHEMA_TYPE, description="a type of schema.org")]

UNREVIEWED, REVIEWED = "unreviewed", "reviewed"


class Audience(Model):
    """Whom the subject is for, as schema.org says it."""

    noun: ClassVar[str] = "the audience"

    hover: ClassVar = {"audience_type": "for whom the subject is, in words"}

    type: SchemaType = "Audience"
    audience_type: Text


class Subject(Model):
    """What the pages are to schema.org. Those in ``not_on``, files and folders, are on something else."""

    noun: ClassVar[str] = "the subject"

    hover: ClassVar = {
        "audience": "for whom the subject is",
        "not_on": "files and folders whose pages are on something else",
    }

    type: SchemaType = "WebPage"
    audience: Audience | None = None
    not_on: tuple[Annotated[str, Field(pattern=PAGE_OR_FOLDER)], ...] = ()


class Review(Model):
    """The reviews that a site has its pages go through. ``status`` is what front matter says after one."""

    noun: ClassVar[str] = "the review"

    hover: ClassVar = {"status": "what front matter says of a page that was reviewed"}

    status: Slug = REVIEWED

    def broken_rules(self) -> Iterator[BrokenRule]:
        if self.status == UNREVIEWED:
            message = f"'{UNREVIEWED}' is what pages say before a review"
            yield BrokenRule("review-status", message, f"write another word, such as '{REVIEWED}'", ("status",))


class Licence(Model):
    """A licence: what it is called, and where it stands."""

    noun: ClassVar[str] = "a licence"

    hover: ClassVar = {"name": "what the licence is called", "url": "where the licence stands"}

    name: Text
    url: WebAddress


class Licences(Model):
    """Under which licences others may use the text and the code of the site."""

    noun: ClassVar[str] = "the licences"

    hover: ClassVar = {"text": "the licence of the text", "code": "the licence of the code"}

    text: Licence | None = None
    code: Licence | None = None


class PageLink(Model):
    """A link to a page, called like the page unless ``text`` says otherwise."""

    noun: ClassVar[str] = "a link"

    hover: ClassVar = {"text": "what the link says; the page's title where it is left out"}

    page: PagePath
    text: Text | None = None


class Footer(Model):
    """What stands below every page. ``notice`` stands in frames on other sites as well."""

    noun: ClassVar[str] = "the footer"

    hover: ClassVar = {"notice": "what stands below every page", "links": "links below every page"}

    notice: Text | None = None
    links: tuple[PageLink, ...] = ()


class NotFound(Model):
    """What the page for addresses that lead nowhere offers beside the home page."""

    noun: ClassVar[str] = "the page for what is not found"

    hover: ClassVar = {"links": "links on the page for addresses that lead nowhere"}

    links: tuple[PageLink, ...] = ()


class Settings(Model):
    """What is this site's alone. All of it may be left out."""

    noun: ClassVar[str] = "the settings of the site"

    hover: ClassVar = {
        "subject": "what the pages are to search engines, in the words of schema.org",
        "review": "the reviews that pages go through",
        "licences": "under which licences others may use the site",
        "footer": "what stands below every page",
        "not_found": "what the page for addresses that lead nowhere offers",
    }

    features: tuple[Slug, ...] | None = Field(None, description="the features that are on; all, where it is left out")
    subject: Subject = Subject()
    review: Review | None = None
    licences: Licences = Licences()
    help: PagePath | None = Field(None, description="the page to which 'Get help' leads from every page")
    leave_to: SecureAddress | None = Field(None, description="the neutral page that 'Leave this site' opens")
    pages: dict[Slug, PagePath] = Field({}, description="where this site has pages that features link to")
    folded: tuple[Slug, ...] = Field((), description="ids of headings whose sections are folded on every page")
    tiles: tuple[Slug, ...] = Field((), description="ids of headings below which a list of links is shown as tiles")
    footer: Footer = Footer()
    not_found: NotFound = NotFound()

    @property
    def reviewed(self) -> str:
        """What front matter says of a page that was reviewed."""
        return self.review.status if self.review else REVIEWED

    def page(self, name: str, usual: str) -> str:
        """Return where below the docs folder a page is that a feature links to: ``usual``, or where the site has it."""
        return self.pages.get(name, usual).removeprefix("/")


SETTINGS: Key[Single[Settings]] = Key("settings")
