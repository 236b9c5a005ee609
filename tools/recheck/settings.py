"""What the command line asks for."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.recheck.claims import KINDS

DESCRIPTION = """Visit every page that help lines, routes, references and links of the site rest on, and report
whether each number, limit and name still stands there. Nothing is changed: the report is for a person who looks."""
EPILOG = """exit status:
  0    whatever could be read still stands, here or at a new address
  1    something no longer stands
  2    the command or the data is wrong, or nothing could be read
  130  stopped by Ctrl+C; the same command goes on from there
make turns each of these but 0 into its own 2.

A site is asked for one page at a time, with a pause, and only where its robots.txt allows it. Pages are kept in
.cache/recheck and asked for again only once they are older than --max-age. SITE_URL, and the contact in
docs/_data/publisher.yml, are named to the sites where they are set."""


@dataclass(frozen=True)
class Settings:
    """One run."""

    docs: Path
    cache: Path
    report: Path
    only: tuple[str, ...]
    host: str | None
    limit: int | None
    max_age: datetime.timedelta
    pause: float
    timeout: float


def read_settings(arguments: Sequence[str], root: Path) -> Settings:
    """The settings in a command line. Exits with status 2 and a message where they are wrong."""
    parser = argparse.ArgumentParser(
        prog="recheck",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--only", action="append", choices=KINDS, help="visit only what this kind rests on; may be repeated"
    )
    parser.add_argument("--host", help="visit only this host, as in www.nhs.uk")
    parser.add_argument("--limit", type=_positive, help="visit at most so many addresses")
    parser.add_argument(
        "--max-age", type=_seconds, default=1, metavar="DAYS", help="use kept pages up to so many days old (1)"
    )
    parser.add_argument("--pause", type=_seconds, default=2, metavar="SECONDS", help="between two visits to a host (2)")
    parser.add_argument("--timeout", type=_seconds, default=30, metavar="SECONDS", help="for a page to come (30)")
    parser.add_argument("--report", type=Path, default=root / "build/recheck", metavar="DIR", help="(build/recheck)")
    parser.add_argument(
        "--docs", type=Path, default=root / "docs", metavar="DIR", help="pages and data to check (docs)"
    )
    parser.add_argument("--cache", type=Path, default=root / ".cache/recheck", metavar="DIR", help="(.cache/recheck)")
    found = parser.parse_args(arguments)
    if not found.docs.is_dir():
        parser.error(f"there is no folder {found.docs}")
    return Settings(
        docs=found.docs,
        cache=found.cache,
        report=found.report,
        only=tuple(found.only or KINDS),
        host=found.host.lower() if found.host else None,
        limit=found.limit,
        max_age=datetime.timedelta(days=found.max_age),
        pause=found.pause,
        timeout=found.timeout,
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("it has to be 1 or more")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e6:
        raise argparse.ArgumentTypeError("it has to be 0 or more")
    return number
