"""The strings of the references."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class ReferencesStrings(Strings):
    """Strings about references, and the names of fields of their records."""

    section: ClassVar[str] = "references"

    abbreviations: Text
    abbreviations_before_numbers: Text
    and_others: Annotated[Text, holds("name")]
    author_year: Annotated[Text, holds("names", "year")]
    citation_label: Annotated[Text, holds("number", "reference")]
    kind: Annotated[Text, holds("kind")]
    recalled: Annotated[Text, holds("details")]
    used_on: Text
    field_author: Text
    field_title: Text
    field_journal: Text
    field_numbers: Text
    field_address: Text
    field_other: Text
    page_title: Text
    in_list: Text
    back: Text
    back_one_of: Annotated[Text, holds("number", "total")]

    def field(self, name: str) -> str:
        """Return what a field of a bibliographic record is called."""
        return {
            "author": self.field_author,
            "title": self.field_title,
            "container-title": self.field_journal,
            "volume": self.field_numbers,
            "issue": self.field_numbers,
            "page": self.field_numbers,
            "DOI": self.field_address,
            "URL": self.field_address,
        }.get(name, self.field_other)
