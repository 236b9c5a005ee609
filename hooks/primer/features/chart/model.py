"""What the figures file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.model import FINDING, NUMBER, AtLeast, BrokenRule, MarkdownText, Model, Slug, Text
from primer.kit.drawing import DrawingFile, DrawingRules
from primer.kit.sources import Key, Loaded

FigureId = str

Number = Annotated[str, Field(pattern=NUMBER, max_length=12, description="as it is printed, in quotes")]
FindingName = Annotated[str, Field(pattern=FINDING, description="a reference and one of its findings")]
Label = Annotated[Text, Field(max_length=30, description="one line of a figure on a phone")]


class RangeRow(Model):
    """A measured value, with the range it probably lies in where the source gives one."""

    noun: ClassVar[str] = "a row of ranges"

    hover: ClassVar = {"low": "the lower end of the range", "high": "the upper end of the range"}

    label: Label
    value: Number
    low: Number | None = None
    high: Number | None = None
    finding: FindingName

    def broken_rules(self) -> Iterator[BrokenRule]:
        if (self.low is None) != (self.high is None):
            yield BrokenRule("range", f"'{self.label}' has one end of a range", "give 'low' and 'high', or neither")
        if self.low and self.high and not float(self.low) <= float(self.value) <= float(self.high):
            yield BrokenRule("range", f"'{self.label}' lies outside of its range", "swap or correct the numbers")


class Ranges(Model):
    """A chart of values with their ranges, on one scale that holds 0."""

    noun: ClassVar[str] = "ranges"

    hover: ClassVar = {"measure": "what the numbers are", "rows": "one estimate each"}

    measure: Text
    rows: Annotated[tuple[RangeRow, ...], AtLeast(1, "rows")]


class BarRow(Model):
    """A share of a whole, in per cent."""

    noun: ClassVar[str] = "a row of bars"

    label: Label
    value: Number
    finding: FindingName

    def broken_rules(self) -> Iterator[BrokenRule]:
        if not 0 <= float(self.value) <= 100:
            yield BrokenRule("range", f"'{self.label}' is no share of a whole", "give a number from 0 to 100")


class Bars(Model):
    """A chart of shares of a whole."""

    noun: ClassVar[str] = "bars"

    hover: ClassVar = {"whole": "what all bars are a part of", "rows": "one part each"}

    whole: Text
    rest: Label
    rows: Annotated[tuple[BarRow, ...], AtLeast(1, "rows")]


class Figure(Model):
    """A figure, with the same in words. Without ``ranges`` and ``bars`` it is the drawing in ``figures/<id>.svg``."""

    noun: ClassVar[str] = "a figure"

    hover: ClassVar = {
        "title": "what the figure shows",
        "caption": "what stands below it",
        "words": "all that it shows, for whoever does not see it",
        "ranges": "estimates with their ranges, drawn by the site",
        "bars": "parts of a whole, drawn by the site",
    }

    id: Slug
    title: Text
    caption: MarkdownText
    words: MarkdownText
    ranges: Ranges | None = None
    bars: Bars | None = None

    @property
    def rows(self) -> dict[str, tuple[RangeRow | BarRow, ...]]:
        """The rows of each kind of chart, none where it has no such chart."""
        return {
            "ranges": self.ranges.rows if self.ranges else (),
            "bars": self.bars.rows if self.bars else (),
        }


FIGURES: Key[Loaded[Figure]] = Key("figures")
FIGURE_DRAWINGS: Key[Mapping[FigureId, DrawingFile]] = Key("figure drawings")
DRAWN = DrawingRules(328, None, "use a class of figure.css, or remove it")
"""What a phone of 360 pixels leaves beside the margins: words of 15 units are 15 pixels there."""
