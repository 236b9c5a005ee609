"""The strings around the text of pages."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator

from primer.core.model import Text
from primer.kit.strings import Strings, holds, known_direction, known_language, known_locale


class SiteStrings(Strings):
    """Strings of the whole site."""

    section: ClassVar[str] = "site"
    plurals: ClassVar = {"search_found": ("number",)}

    language: Annotated[Text, AfterValidator(known_language)]
    name: Text | None = None
    description: Text | None = None
    notice: Text | None = None
    locale: Annotated[Text, AfterValidator(known_locale)]
    direction: Annotated[Text, AfterValidator(known_direction)]
    skip: Text
    menu: Text
    menu_label: Text
    menu_close: Text
    on_this_page: Text
    search: Text
    search_results: Text
    search_searching: Text
    search_nothing: Text
    search_failed: Text
    all_pages: Text
    all_pages_about: Text
    all_pages_more: Text
    footer_label: Text
    source: Text
    colours: Text
    colours_auto: Text
    colours_default: Text
    colours_slate: Text
    published_by: Annotated[Text, holds("name")]
    no_publisher: Text
    licence_text: Annotated[Text, holds("name")]
    licence_code: Annotated[Text, holds("name")]
    printed_from: Annotated[Text, holds("address")]
    moved: Text

    @classmethod
    def of_names(cls) -> Self:
        """Return names for the words, and English for what is no word: dates must still be written somehow."""
        english = {"language": "en", "locale": "en", "direction": "ltr"}
        return super().of_names().model_copy(update=english)


class PageStrings(Strings):
    """Strings around the text of a page."""

    section: ClassVar[str] = "page"

    content_note: Text
    words: Text
    more_words: Text
    help: Text
    edit: Text


class TokenStrings(Strings):
    """Strings of the lists of colours and sizes."""

    section: ClassVar[str] = "tokens"

    colours: Text
    sizes: Text
    both: Annotated[Text, holds("light", "dark")]


class HelpStrings(Strings):
    """Strings of the way to help."""

    section: ClassVar[str] = "help"

    label: Text
    link: Text


class LeaveStrings(Strings):
    """Strings of 'Leave this site'."""

    section: ClassVar[str] = "leave"

    button: Text
    shift: Text
    two_more: Text
    one_more: Text
    expired: Text
    activated: Text
    shift_too: Text
    history: Text


class NotFoundStrings(Strings):
    """Strings of the page for addresses that lead nowhere."""

    section: ClassVar[str] = "not_found"

    title: Text
    heading: Text
    why: Text
    search: Text
    start: Text
    home: Text


class PublisherStrings(Strings):
    """Strings about who publishes the site."""

    section: ClassVar[str] = "publisher"

    name: Text
    contact: Text
    funding: Text
    no_name: Text
    no_contact: Text
    conflicts: Text
    no_conflicts: Text
    no_funding: Text


class ExtrasStrings(Strings):
    """Strings at the end of each page."""

    section: ClassVar[str] = "extras"

    asked: Text
    about: Text
    sources_checked: Text
    review_by: Text
    overdue: Text
    review: Text
    law_review: Text
    unreviewed: Text
    reviewed_by: Annotated[Text, holds("reviewer")]
    changes: Text
    change_new: Text
    change_correction: Text
    change_advice: Text
    change_wording: Text

    def kind(self, kind: str) -> str:
        """Return what readers call a kind of change."""
        words: str = getattr(self, f"change_{kind}")
        return words
