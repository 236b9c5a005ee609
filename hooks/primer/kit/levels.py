"""How serious something is: ask about it, get advice, get safe."""

from __future__ import annotations

from typing import ClassVar, Literal, NamedTuple

from primer.core.model import Text
from primer.kit.strings import Strings

Level = Literal["ask", "advice", "safe"]


class LevelView(NamedTuple):
    """A level, and what readers do there."""

    id: Level
    name: str


class LevelStrings(Strings):
    """What readers do at each level. ``kit/levels.html`` has the shape that goes with it."""

    section: ClassVar[str] = "levels"

    ask: Text
    advice: Text
    safe: Text

    def named(self, level: Level | None) -> LevelView | None:
        """Return what templates show of a level; None for none."""
        names: dict[Level, str] = {"ask": self.ask, "advice": self.advice, "safe": self.safe}
        return LevelView(level, names[level]) if level else None
