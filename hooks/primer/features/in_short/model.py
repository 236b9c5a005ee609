"""What the field ``short`` of a page's front matter holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, PlainText, Text
from primer.kit.levels import Level

MOST = 4
"""How many points fit on the first screen of a phone."""


class Point(Model):
    """One thing that the page answers, and the level that it is, if it is one."""

    noun: ClassVar[str] = "a point of 'short'"

    hover: ClassVar = {
        "text": "one thing that the page answers, in at most 16 words",
        "level": "gives the point the shape and colour of 'Ask about it', 'Get advice' or 'Get safe'",
    }

    text: MarkdownText
    level: Level | None = None


class Button(Model):
    """The one thing that most readers of the page came to do."""

    noun: ClassVar[str] = "the button of 'short'"

    hover: ClassVar = {"text": "where the button leads, in a few words"}

    text: PlainText
    to: Annotated[Text, Field(description="'#anchor' of this page, /folder/page.md, or /folder/page.md#anchor")]


class InShort(Model):
    """The answer of a page in two to four points, and one button."""

    noun: ClassVar[str] = "'short'"

    hover: ClassVar = {
        "points": "what the page answers, in two to four points",
        "button": "the one thing that most readers do next",
    }

    points: Annotated[tuple[Point, ...], AtLeast(2, "points")]
    button: Button | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if len(self.points) > MOST:
            message = f"the number of points is {len(self.points)}, it should be at most {MOST}"
            yield BrokenRule("too-many", message, "keep those that most readers came for", ("points", MOST))
