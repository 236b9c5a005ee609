"""List what is past its review date, or will be within 30 days.

Run it with ``hooks`` on the path, or run ``make due``.
"""

from __future__ import annotations

from pathlib import Path

from primer.core.clock import today
from primer.core.diagnostics import Report
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.site.due import due
from primer.site.place import with_basics

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print a line for each; a date is no mistake, so this always ends well."""
    day, report = today(), Report()
    found = due(ROOT / "docs", "docs", with_basics(load_features(FEATURES)), day, report)
    for title, group in (
        ("Past", [one for one in found if one.by < day]),
        ("Due within 30 days", [one for one in found if one.by >= day]),
    ):
        print(f"{title}: {len(group)}", *group, sep="\n  ")
    if any(report):
        print("Some files cannot be read, and what they hold is not in this list; `make build` says why.")


if __name__ == "__main__":
    main()
