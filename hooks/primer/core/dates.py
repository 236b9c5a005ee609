"""Dates as machines and as readers write them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from babel.dates import format_date


@dataclass(frozen=True)
class Day:
    """A date as machines and as readers write it."""

    iso: str
    text: str


def day(date: datetime.date, locale: str) -> Day:
    """Return ``date`` written out in ``locale``: '22 November 2026' in ``en_GB``."""
    return Day(date.isoformat(), format_date(date, format="long", locale=locale))
