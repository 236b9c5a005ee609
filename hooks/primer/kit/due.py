"""When something has to be checked again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from primer.core.dates import days_after
from primer.core.diagnostics import Location
from primer.core.yaml import Document

NOTICE = 30
"""How many days before its review something is listed."""


NEVER_SEEN = datetime.date.min
"""The last day of what nobody has seen in a source yet; it is always listed."""


@dataclass(frozen=True, order=True)
class Due:
    """Something to check again. ``location`` is that of the date in its file; ``by`` is the last day it holds."""

    by: datetime.date
    location: Location
    what: str
    listed_from: datetime.date
    """The first day on which it is listed."""

    def __str__(self) -> str:
        day = "never seen" if self.by == NEVER_SEEN else self.by
        return f"{day} {self.location}: {self.what}"


class HasReview(Protocol):
    """What an item has that is reviewed."""

    @property
    def title(self) -> str: ...
    @property
    def review_by(self) -> datetime.date | None: ...


def review_due(by: datetime.date, location: Location, what: str) -> Due:
    """Return a review that is due; it is listed some time before."""
    return Due(by, location, what, listed_from=days_after(by, -NOTICE))


def due_for_review(items: Mapping[str, HasReview], documents: Mapping[str, Document]) -> Iterator[Due]:
    """Yield each item that names a day by which it has to be reviewed."""
    for id, item in items.items():
        if item.review_by:
            yield review_due(item.review_by, documents[id].location_of("review_by"), item.title)
