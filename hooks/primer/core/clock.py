"""Which day it is, for a build."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Return the date of the build: https://reproducible-builds.org/specs/source-date-epoch/, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return moment.date()
