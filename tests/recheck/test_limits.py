"""Limits of time, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.recheck.limits import Limit, limits_in
from tools.recheck.wording import spelled


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Normally within 180 days of when you knew.", ["180 days"]),
        ("Confirmed within three working days.", ["3 working days"]),
        ("within one month, and two further months", ["1 month", "2 months"]),
        ("They may take up to 30 days more, once; 30 days.", ["30 days"]),
        ("five years (5 years) after", ["5 years"]),
        ("twenty-one days, a hundred and eighty days", ["21 days", "180 days"]),
        ("12 calendar months, a 6-week wait", ["12 months", "6 weeks"]),
        ("Day and night, every day; a day off; in 2024; the last months; 5 to 25", []),
    ],
)
def test_limits_are_found_once_each(text: str, limits: list[str]):
    assert [limit.shown for limit in limits_in(text)] == limits


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (Limit(30, "day"), "within 30 days"),
        (Limit(30, "day"), "within thirty (30) calendar days"),
        (Limit(30, "day"), "a 30-day limit"),
        (Limit(1, "month"), "within a month"),
        (Limit(1, "month"), "one calendar month"),
        (Limit(1, "month"), "1 month"),
        (Limit(2, "month"), "by two further months"),
        (Limit(2, "month"), "two additional months"),
        (Limit(12, "month"), "within a year"),
        (Limit(12, "month"), "within twelve\u00a0months"),
        (Limit(2, "year"), "two (2) years"),
        (Limit(2, "year"), "24 months"),
        (Limit(180, "day"), "one hundred and eighty days"),
        (Limit(180, "day"), "one hundred eighty (180) days"),
        (Limit(3, "day", working=True), "3 working days"),
        (Limit(3, "day", working=True), "three business days"),
    ],
)
def test_a_limit_stands_however_it_is_written(limit: Limit, text: str):
    assert limit.stands_in(text)


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (Limit(30, "day"), "within 60 days"),
        (Limit(30, "day"), "within 130 days"),
        (Limit(30, "day"), "30 working days"),
        (Limit(30, "day"), "day 30"),
        (Limit(1, "day"), "twenty-one days"),
        (Limit(80, "day"), "one hundred and eighty days"),
        (Limit(3, "day", working=True), "three days"),
        (Limit(2, "year"), "1.2 years"),
        (Limit(12, "month"), "12 weeks"),
        (Limit(2, "month"), "twelve months"),
    ],
)
def test_another_limit_is_not_taken_for_it(limit: Limit, text: str):
    assert not limit.stands_in(text)


@given(st.integers(1, 999), st.sampled_from(["hour", "day", "week", "month", "year"]), st.booleans())
def test_each_limit_is_found_in_words_and_stands_there(count: int, unit: str, working):
    text = f"within {spelled(count)} {'working ' if working else ''}{unit}{'' if count == 1 else 's'} of it"
    limit = Limit(count, unit, working)

    assert list(limits_in(text)) == [limit]
    assert limit.stands_in(text)
    assert limit.stands_in(f"within {limit.shown} of it")
