"""Dates as machines and as readers write them."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import format_date


@dataclass(frozen=True)
class Day:
    """A date as machines and as readers write it."""

    iso: str
    text: str


@cache  # many pages were checked on one day
def day(date: datetime.date, locale: str) -> Day:
    """Return ``date`` written out in ``locale``: '22 November 2026' in ``en_GB``."""
    return Day(date.isoformat(), format_date(date, format="long", locale=locale))


def partial_day(written: str, locale: str) -> Day:
    """Return a year, a month or a day, such as '2026-05', written out in ``locale``: 'May 2026' in ``en_GB``."""
    year, *rest = (int(number) for number in written.split("-"))
    date = datetime.date(year, *[*rest, 1, 1][:2])
    if len(rest) == 2:
        return day(date, locale)
    pattern = Locale.parse(locale).datetime_skeletons["yMMMM" if rest else "y"]
    return Day(written, format_date(date, format=pattern, locale=locale))


def is_day(written: str) -> bool:
    """Tell whether a year, a month or a day, such as '2026-05', is one of the calendar."""
    year, *rest = (int(number) for number in written.split("-"))
    try:
        datetime.date(year, *[*rest, 1, 1][:2])
    except ValueError:
        return False
    return True


def days_after(date: datetime.date, days: int) -> datetime.date:
    """Return the day so many days later, or earlier, as far as the calendar goes."""
    ordinal = date.toordinal() + days
    return datetime.date.fromordinal(min(max(ordinal, 1), datetime.date.max.toordinal()))


def months_after(date: datetime.date, months: int) -> datetime.date:
    """Return the same day of a later month, or the last one of that month where it is shorter."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))
