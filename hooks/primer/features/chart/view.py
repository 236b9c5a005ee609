"""What the fragments of figures show; here the numbers of a chart become its geometry."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import cycle

from markupsafe import Markup

from primer.core.numbers import percent, written
from primer.features.chart.model import FIGURE_DRAWINGS, FIGURES, Bars, FigureId, FindingName, Ranges
from primer.kit.content import Content
from primer.kit.drawing import Drawing

WIDEST = 288  # what a phone of 320 pixels leaves beside the margins: text of 13 units is 13 pixels there
EDGE = 8  # room for half a label at both ends of the scale
RANGE_ROW, BAR_ROW = 46, 74
CHARACTER = 6  # about as wide as one of a label on the scale
MOST_STEPS = 12
ZERO = Decimal(0)


@dataclass(frozen=True)
class RangeView:
    """A row of ranges; lengths are in the units of the drawing."""

    label: str
    value: str
    low: str | None
    high: str | None
    y: float
    x: float
    start: float
    length: float
    source_html: Markup


@dataclass(frozen=True)
class TickView:
    """A mark on the scale."""

    label: str
    x: float


@dataclass(frozen=True)
class RangesView:
    """A chart of ranges."""

    measure: str
    height: float
    foot: float
    rows: tuple[RangeView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True)
class BarView:
    """A share of a whole."""

    label: str
    value: str
    y: float
    length: float
    source_html: Markup


@dataclass(frozen=True)
class BarsView:
    """A chart of shares."""

    whole: str
    rest: str
    height: float
    rows: tuple[BarView, ...]


@dataclass(frozen=True)
class FigureView:
    """A figure. One of ``drawing``, ``ranges`` and ``bars`` is there."""

    id: str
    title: str
    caption_html: Markup
    words_html: Markup
    drawing: Drawing | None
    ranges: RangesView | None
    bars: BarsView | None


def figure_dom(id: FigureId) -> str:
    """Return the id of a figure's element."""
    return f"figure-{id}"


def figure_view(id: FigureId, content: Content, base: str) -> FigureView:
    """Return a figure for the page at ``base``."""
    figure, file = content[FIGURES].items[id], content[FIGURE_DRAWINGS].get(id)
    return FigureView(
        id=figure_dom(id),
        title=figure.title,
        caption_html=content.text.inline(figure.caption, base),
        words_html=content.text.paragraphs(figure.words, base),
        drawing=file.drawing if file else None,
        ranges=_ranges(figure.ranges, content, base) if figure.ranges else None,
        bars=_bars(figure.bars, content, base) if figure.bars else None,
    )


def _ranges(ranges: Ranges, content: Content, base: str) -> RangesView:
    """Return the rows on a scale from 0, or the first mark below what is negative, to the first mark above all."""
    numbers = [Decimal(number) for row in ranges.rows for number in (row.value, row.low, row.high) if number]
    step, first, last = _scale(min(ZERO, *numbers), max(ZERO, *numbers))

    def x(number: str | Decimal) -> float:
        return _rounded(EDGE + float((Decimal(number) / step - first) / (last - first)) * (WIDEST - 2 * EDGE))

    rows = tuple(
        RangeView(
            label=row.label,
            value=written(row.value, content.locale),
            low=row.low and written(row.low, content.locale),
            high=row.high and written(row.high, content.locale),
            y=index * RANGE_ROW,
            x=x(row.value),
            start=x(row.low or row.value),
            length=_rounded(x(row.high) - x(row.low)) if row.low and row.high else 0,
            source_html=content.text.inline(_citation(row.finding), base),
        )
        for index, row in enumerate(ranges.rows)
    )
    ticks = tuple(
        TickView(written(_written(tick * step), content.locale), x(tick * step)) for tick in range(first, last + 1)
    )
    foot = len(rows) * RANGE_ROW
    return RangesView(ranges.measure, foot + 46, foot, rows, ticks)


def _bars(bars: Bars, content: Content, base: str) -> BarsView:
    rows = tuple(
        BarView(
            label=row.label,
            value=percent(row.value, content.locale),
            y=index * BAR_ROW,
            length=_rounded(float(row.value) / 100 * WIDEST),
            source_html=content.text.inline(_citation(row.finding), base),
        )
        for index, row in enumerate(bars.rows)
    )
    return BarsView(bars.whole, bars.rest, len(rows) * BAR_ROW + 26, rows)


def _citation(finding: FindingName) -> str:
    return f"[@{finding}]"


def _scale(low: Decimal, high: Decimal) -> tuple[Decimal, int, int]:
    """Return what lies between two marks of a scale that holds both numbers, and its first and last mark in steps.

    A step is 1, 2 or 5 times a power of 10: the smallest, from a tenth on, for which there is room. Where all numbers
    are less than a tenth, it is smaller.
    """
    size = (high - low).adjusted() if high > low else -1
    power, digits = (-1 if size >= -1 else size - 1), cycle((1, 2, 5))
    while True:
        digit = next(digits)
        step = Decimal(digit).scaleb(power)
        power += digit == 5
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = max(first + 1, int((high / step).to_integral_value(ROUND_CEILING)))
        longest = max(len(_written(first * step)), len(_written(last * step)))
        if last - first <= MOST_STEPS and (last - first) * (CHARACTER * longest + 4) <= WIDEST:
            return step, first, last


def _written(number: Decimal) -> str:
    """Return a number as the findings write them: '.3', and '0' for none."""
    return "0" if number == 0 else f"{number:f}".replace("0.", ".", 1) if abs(number) < 1 else f"{number:f}"


def _rounded(length: float) -> float:
    return round(length, 1)
