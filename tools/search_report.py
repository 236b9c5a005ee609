"""Say how often the search of a built site finds what people look for: ``make search-report``.

Of the lists in ``tests/browser`` two were looked at while the search was made. The third, ``searches-unseen.yml``, was
not: of it this prints numbers alone, and no query.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import playwright
import yaml
from primer.site.assets import THEME

ROOT = Path(__file__).resolve().parents[1]
NODE = Path(playwright.__file__).parent / "driver" / "node"
LISTS = ROOT / "tests/browser"
NAMES = ("searches.yml", "searches-tuned.yml", "searches-unseen.yml")
UNSEEN = NAMES[-1]
FIRST = 3
"""Among how many results the wanted one has to be."""


@dataclass(frozen=True)
class Found:
    """A query, what it should find and what it found: addresses below the site's root."""

    query: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    def page_among(self, count: int) -> bool:
        """Tell whether a wanted page is among the first ``count``."""
        return not {_page(one) for one in self.wanted}.isdisjoint(map(_page, self.found[:count]))

    def passage_among(self, count: int) -> bool:
        """Tell whether the very passage, or the page where one as a whole is wanted, is among the first ``count``."""
        return any(
            one == address or ("#" not in one and one == _page(address))
            for one in self.wanted
            for address in self.found[:count]
        )


def read_list(path: Path) -> dict[str, tuple[str, ...]]:
    """Return what each query of a list should find."""
    said: Mapping[str, str | Sequence[str]] = yaml.safe_load(path.read_text("utf-8"))
    return {query: (wanted,) if isinstance(wanted, str) else tuple(wanted) for query, wanted in said.items()}


def answers(site: Path, queries: Sequence[str]) -> list[list[str]]:
    """Return where the results of each query lead, the best first. Raises CalledProcessError where it cannot ask."""
    run = subprocess.run(
        [NODE, ROOT / "tools/search-answers.js", THEME / "assets", site],
        input=json.dumps(list(queries)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[str]] = json.loads(run.stdout)
    return found


def look_up(site: Path, wanted: Mapping[str, tuple[str, ...]]) -> list[Found]:
    """Return what the queries of a list find on a built site."""
    found = answers(site, list(wanted))
    return [Found(query, wanted[query], tuple(one)) for query, one in zip(wanted, found, strict=True)]


def summary(found: Sequence[Found]) -> str:
    """Return how many queries find what they should."""
    third = sum(one.page_among(FIRST) for one in found)
    return (
        f"{len(found)} queries: {sum(one.page_among(1) for one in found)} find their page first, {third} "
        f"({third / len(found):.0%}) among {FIRST}, {sum(one.passage_among(FIRST) for one in found)} the very passage"
    )


def _page(address: str) -> str:
    return address.partition("#")[0]


def late(found: Sequence[Found]) -> list[str]:
    """Return a line for each query whose page is not among the first."""
    return [
        f"{one.query!r}: {' or '.join(one.wanted)}; first come {', '.join(one.found[:FIRST]) or 'none'}"
        for one in found
        if not one.page_among(FIRST)
    ]


def main() -> int:
    """Print the report; return 1 where no site was built."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    if not (site / "search/index.json").is_file():
        print(f"There is no search in {site}: run `make build` first.")
        return 1
    for name in NAMES:
        found = look_up(site, read_list(LISTS / name))
        print(f"{name}: {summary(found)}")
        if name != UNSEEN:
            print("".join(f"    {line}\n" for line in late(found)), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
