"""The strings of what a page says in short."""

from __future__ import annotations

from typing import ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings


class InShortStrings(Strings):
    """Strings of the panel above the text of a page."""

    section: ClassVar[str] = "in_short"

    title: Text
