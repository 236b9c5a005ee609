"""The strings of what stands in a frame on another site."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class EmbedStrings(Strings):
    """Strings of a page in a frame on another site."""

    section: ClassVar[str] = "embed"

    source: Text
    sensitive: Text
    sensitive_help: Text
    blocked: Annotated[Text, holds("address")]
    forbidden: Annotated[Text, holds("address")]
    open: Annotated[Text, holds("title")]
