"""The strings of the chart."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class FiguresStrings(Strings):
    """Strings around figures."""

    section: ClassVar[str] = "figures"

    in_words: Text
    what: Text
    value: Text
    share: Text
    range: Text
    from_to: Annotated[Text, holds("high", "low")]
    no_range: Text
    missing: Annotated[Text, holds("id")]
    twice: Annotated[Text, holds("id")]
