"""What came of going to an address."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """How an address answered, as far as claims are concerned."""

    TEXT = "text"  # with a text that was read
    OTHER = "other"  # well, but with nothing to read
    GONE = "gone"  # 404 or 410
    REFUSED = "refused"  # its robots.txt does not want this program there
    FAILED = "failed"  # any other status, no connection, no end of redirects


@dataclass(frozen=True)
class Hop:
    """A redirect: its status and where it leads."""

    status: int
    to: str

    @property
    def permanent(self) -> bool:
        """Whether the old address is given up for good."""
        return self.status in (301, 308)


@dataclass(frozen=True)
class Visit:
    """One look at an address, as it is kept on disk.

    ``reason`` says in words why there is no text. ``whole`` is False where the body was longer than what is read.
    """

    address: str
    at: datetime.datetime
    answer: Answer
    reason: str = ""
    status: int | None = None
    hops: tuple[Hop, ...] = ()
    text: str = ""
    whole: bool = True
    etag: str | None = None
    modified: str | None = None

    @property
    def final(self) -> str:
        """The address that answered."""
        return self.hops[-1].to if self.hops else self.address

    @property
    def keeps(self) -> bool:
        """Whether it is worth keeping: a failure may be over in a minute."""
        return self.answer is not Answer.FAILED
