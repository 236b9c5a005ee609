"""The strings of a package for a learning platform."""

from __future__ import annotations

from typing import ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings


class ScormStrings(Strings):
    """Strings of a package for a learning platform."""

    section: ClassVar[str] = "scorm"

    told: Text
    told_sensitive: Text
    new_tab: Text
    draft: Text
