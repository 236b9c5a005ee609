"""Which moment it is, for a build."""

from __future__ import annotations

import datetime
import os


def moment() -> datetime.datetime:
    """Return when the build is, to the second: https://reproducible-builds.org/specs/source-date-epoch/, else now."""
    epoch = set_moment()
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def set_moment() -> str | None:
    """Return the time of the build where somebody set one, as it was set."""
    return os.environ.get("SOURCE_DATE_EPOCH")


def today() -> datetime.date:
    """Return the date of the build."""
    return moment().date()
