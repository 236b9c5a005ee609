"""The strings of the glossary."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class GlossaryStrings(Strings):
    """Strings of the glossary."""

    section: ClassVar[str] = "glossary"
    plurals: ClassVar = {"found": ("number",)}

    letters: Text
    also_called: Annotated[Text, holds("names")]
    see_also: Text
    sources: Text
    used_on: Text
    more: Text
    filter: Text
    filter_hint: Text
    found_none: Text
    page_title: Text
