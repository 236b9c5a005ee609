"""The strings of the planner."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class PlannerStrings(Strings):
    """Strings of the conversation planner."""

    section: ClassVar[str] = "planner"

    how: Annotated[Text, holds("problem")]
    script: Annotated[Text, holds("way", "problem")]
    label: Text
    hint: Text
    copy_words: Text
    copied: Text
    not_copied: Text
    missing: Text
