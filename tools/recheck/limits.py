"""Limits of time in a text, in digits or words: '30 days', 'three working days', 'a year'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.recheck.wording import NUMBER, number_pattern, value_of

UNITS = ("hour", "day", "week", "month", "year")
#: What may stand between the number and the unit and changes nothing: 'two further months', '30 calendar days'.
FILLERS = r"(?:(?:additional|calendar|consecutive|extra|full|further|more|whole)[\s-]+)?"
WORKING = r"(?:working|business)[\s-]+"
_LIMIT = re.compile(
    rf"\b(?P<number>{NUMBER})[\s-]+{FILLERS}(?P<working>{WORKING})?{FILLERS}(?P<unit>{'|'.join(UNITS)})s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limit:
    """A length of time, of days that are worked only or of any."""

    count: int
    unit: str
    working: bool = False

    @property
    def shown(self) -> str:
        """The limit in digits: '3 working days'."""
        return f"{self.count} {'working ' if self.working else ''}{self.unit}{'' if self.count == 1 else 's'}"

    def stands_in(self, text: str) -> bool:
        """Whether a text has this limit, as a number or in words; 12 months is a year."""
        return bool(self._pattern.search(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ways = [(self.count, self.unit)]
        if self.unit == "month" and self.count % 12 == 0:
            ways.append((self.count // 12, "year"))
        if self.unit == "year":
            ways.append((self.count * 12, "month"))
        days = WORKING if self.working else ""
        return re.compile("|".join(f"(?:{_way(count, unit, days)})" for count, unit in ways), re.IGNORECASE)


def _way(count: int, unit: str, days: str) -> str:
    one = "|an?" if count == 1 else ""
    # A number in brackets often follows its words: 'two (2) years'. What comes before must not make it longer.
    number = rf"(?<![\d.,-])(?<!hundred and )(?<!\w-)\b(?:{number_pattern(count)}{one})\)?(?:\s*\(\d+\))?"
    return rf"{number}[\s-]+{FILLERS}{days}{FILLERS}{unit}s?\b"


def limits_in(text: str) -> Iterator[Limit]:
    """Each limit once, in the order of the text; 'a day' is an idiom more often than a limit, and is left out."""
    seen = set()
    for found in _LIMIT.finditer(text):
        count = value_of(found["number"])
        if count is None:
            continue
        limit = Limit(count, found["unit"].lower(), working=bool(found["working"]))
        if limit not in seen:
            seen.add(limit)
            yield limit
