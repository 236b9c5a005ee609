"""The numbers of a chart become its geometry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from primer.features.chart.model import BarRow, Bars, Figure, RangeRow, Ranges
from primer.features.chart.view import EDGE, WIDEST, FigureView, figure_view
from pydantic import ValidationError

from tests.rendering import content_of

SCALE = WIDEST - 2 * EDGE


def view(**chart: object) -> FigureView:
    figure = Figure.model_validate({"id": "f", "title": "F", "caption": "C.", "words": "W.", **chart})
    return figure_view("f", content_of(figures={"f": figure}), "page/")


def ranges(*rows: tuple[str, str | None, str | None]) -> FigureView:
    made = tuple(RangeRow(label="A", value=v, low=low, high=high, finding="a:b") for v, low, high in rows)
    return view(ranges=Ranges(measure="r", rows=made))


def test_a_scale_goes_from_0_to_the_first_mark_that_holds_everything():
    chart = ranges((".278", ".256", ".299"), (".38", ".30", ".44")).ranges

    assert chart
    assert [tick.label for tick in chart.ticks] == ["0", ".1", ".2", ".3", ".4", ".5"]
    assert (chart.ticks[0].x, chart.ticks[-1].x) == (EDGE, WIDEST - EDGE)


@pytest.mark.parametrize(("value", "share"), [("0", 0), (".25", 0.5), (".5", 1), ("0.10", 0.2)])
def test_a_value_stands_where_it_belongs_on_the_scale(value: str, share: float):
    chart = ranges((value, None, None), (".5", None, None)).ranges

    assert chart
    assert chart.rows[0].x == pytest.approx(EDGE + share * SCALE, abs=0.06)
    assert (chart.rows[0].length, chart.rows[0].low) == (0, None)


def test_a_range_is_as_long_as_it_is_wide():
    chart = ranges((".3", ".1", ".5")).ranges

    assert chart
    assert chart.rows[0].start == pytest.approx(EDGE + 0.2 * SCALE, abs=0.06)
    assert chart.rows[0].length == pytest.approx(0.8 * SCALE, abs=0.11)


def test_what_is_negative_moves_the_beginning_of_the_scale():
    chart = ranges(("-.15", None, None), ("1.0", None, None)).ranges

    assert chart
    assert [tick.label for tick in chart.ticks][:3] == ["-.2", "-.1", "0"]
    assert chart.ticks[-1].label == "1.0"


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (["0"], "0 .1"),
        ([".34"], "0 .1 .2 .3 .4"),
        (["1.0"], "0 .1 .2 .3 .4 .5 .6 .7 .8 .9 1.0"),
        (["1.3"], "0 .2 .4 .6 .8 1.0 1.2 1.4"),
        (["10.0"], "0 1 2 3 4 5 6 7 8 9 10"),
        (["47"], "0 5 10 15 20 25 30 35 40 45 50"),
        (["30000"], "0 5000 10000 15000 20000 25000 30000"),
        (["-30", "250"], "-50 0 50 100 150 200 250"),
        ([".02"], "0 .002 .004 .006 .008 .010 .012 .014 .016 .018 .020"),
        (["-.004"], "-.004 -.003 -.002 -.001 0"),
    ],
)
def test_marks_stand_at_round_numbers(values: list[str], labels: str):
    chart = ranges(*((value, None, None) for value in values)).ranges

    assert chart
    assert " ".join(tick.label for tick in chart.ticks) == labels


@given(st.lists(st.from_regex(r"\A-?([0-9]{1,11}|[0-9]{0,5}\.[0-9]{1,5})\Z"), min_size=1, max_size=4))
def test_whatever_is_measured_there_are_a_few_marks_and_all_of_it_is_on_the_scale(values: list[str]):
    chart = ranges(*((value, None, None) for value in values)).ranges

    assert chart
    assert 2 <= len(chart.ticks) <= 13
    assert "0" in [tick.label for tick in chart.ticks]
    assert chart.ticks[0].x == EDGE
    assert chart.ticks[-1].x == WIDEST - EDGE
    assert all(EDGE <= row.x <= WIDEST - EDGE for row in chart.rows)


def test_a_number_of_many_digits_is_refused():
    with pytest.raises(ValidationError, match="at most 12 characters"):
        RangeRow(label="A", value="9" * 308, finding="a:b")


@pytest.mark.parametrize(
    ("value", "length"), [("8", 0.08 * WIDEST), ("100", WIDEST), ("0", 0), ("5.2", 0.052 * WIDEST)]
)
def test_a_share_is_that_part_of_the_whole(value: str, length: float):
    chart = view(bars=Bars(whole="All", rest="rest", rows=(BarRow(label="A", value=value, finding="a:b"),))).bars

    assert chart
    assert chart.rows[0].length == pytest.approx(length, abs=0.06)
