"""The strings of the guide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class GuideStrings(Strings):
    """Strings in and around guides. What guide.js fills in comes to it in data- attributes."""

    section: ClassVar[str] = "guide"
    plurals: ClassVar = {"questions": ("number",)}

    own_page: Text
    how_links: Text
    how_steps: Text
    raises: Annotated[Text, holds("topic")]
    answer: Text
    back: Text
    problem: Text
    nothing_chosen: Text
    level_ask: Text
    level_advice: Text
    level_safe: Text
    words: Text
    next: Text
    path: Text
    change: Text
    change_label: Annotated[Text, holds("question")]
    print: Text
    restart: Text
    catalogue_empty: Text
    missing: Annotated[Text, holds("id")]
    twice: Annotated[Text, holds("id")]
    content_note: Text
