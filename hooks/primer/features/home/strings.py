"""The strings of the home page."""

from __future__ import annotations

from typing import ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings


class HomeStrings(Strings):
    """Words around the home page."""

    section: ClassVar[str] = "home"

    tries: Text
    missing: Text
