"""The strings of the directory."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class HelpLinesStrings(Strings):
    """Strings about help lines."""

    section: ClassVar[str] = "help_lines"

    kind_emergency: Text
    kind_crisis: Text
    kind_listening: Text
    kind_text: Text
    kind_young_people: Text
    kind_sexual_violence: Text
    kind_violence_at_home: Text
    kind_poison: Text
    kind_other: Text

    def kind(self, name: str) -> str:
        """Return what a kind of service is called."""
        return str(getattr(self, f"kind_{name.replace('-', '_')}"))

    call: Annotated[Text, holds("number")]
    text: Annotated[Text, holds("number")]
    text_word: Annotated[Text, holds("number", "word")]
    hours: Text
    languages: Text
    not_confirmed: Text
    universal: Text
    recalled: Text
    past: Text
    past_try_site: Text
    past_try_others: Text
    past_short: Text
    more: Annotated[Text, holds("name")]
    emergency: Text
    missing: Annotated[Text, holds("place")]
    none: Text


class PlacesStrings(Strings):
    """Strings of everything that is listed by country."""

    section: ClassVar[str] = "places"

    site: Text
    source: Text
    published_by: Annotated[Text, holds("publisher")]
    page_dated: Text
    seen_on: Text
    help_lines: Annotated[Text, holds("place")]
    routes: Annotated[Text, holds("place")]


class RoutesStrings(Strings):
    """Strings about routes."""

    section: ClassVar[str] = "routes"

    all: Text
    kind_title: Text
    kind_register: Text
    kind_complaint: Text
    kind_records: Text
    kind_other: Text

    def kind(self, name: str) -> str:
        """Return what a kind of route is called."""
        return str(getattr(self, f"kind_{name}"))

    deadline: Text
    deadline_past: Text
    text_past: Text
    recalled: Text
    missing: Annotated[Text, holds("place")]
