"""Let what worried people type find the pages that they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from primer.core.diagnostics import Diagnostic, Location, Report
from primer.core.urls import page_url
from primer.core.yaml import load

from tools.content.built import Built
from tools.content.corpus import Corpus
from tools.search_report import FIRST, NAMES, look_up

FOLDER = "tests/browser"
SHARES = {"searches.yml": 0.9, "searches-tuned.yml": 0.85}
"""How many of the queries of a list find their page, at least: a list is no reason to bend a page to each query."""


@dataclass(frozen=True)
class Search:
    """A query, an address that answers it, and where that is written."""

    query: str
    address: str
    location: Location


def unreadable_lists(corpus: Corpus) -> Iterator[Diagnostic]:
    """Each list is YAML that can be read."""
    report = Report()
    for name in NAMES:
        _searches(corpus, name, report)
    yield from report


def unsearched_sections(corpus: Corpus) -> Iterator[Diagnostic]:
    """There are queries for pages of every section."""
    searched = {one.address.split("/")[1] for name in NAMES for one in _searches(corpus, name) if "/" in one.address}
    sections = {page_url(page.name).partition("/")[0]: page.location for page in reversed(corpus.pages)}
    for section, location in sections.items() if searched else ():
        if section not in searched:
            message = f"no query looks for a page below '/{section}/'"
            hint = f"add what people type to {FOLDER}/{NAMES[0]}, with the page that answers it"
            yield Diagnostic(location, message, "content-unsearched", hint)


def dead_searches(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """What a query should find is there."""
    for one in (one for name in NAMES for one in _searches(corpus, name)):
        address, _, anchor = one.address.partition("#")
        page = site.page(address)
        if page is None:
            message, hint = f"there is no page '{address}'", "name the page that answers it now"
            yield Diagnostic(one.location, message, "content-dead-search", hint)
        elif anchor and page.get_element_by_id(anchor, None) is None:
            message = f"there is no '#{anchor}' on {address}"
            hint = "name the passage that answers it now, or the page alone"
            yield Diagnostic(one.location, message, "content-dead-search", hint)


def missed_searches(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """Nearly every query finds its page."""
    for name, least in SHARES.items():
        wanted: dict[str, tuple[str, ...]] = {}
        locations: dict[str, Location] = {}
        for one in _searches(corpus, name):
            wanted[one.query] = (*wanted.get(one.query, ()), one.address)
            locations.setdefault(one.query, one.location)
        found = look_up(site.folder, wanted) if wanted and site.is_searched else []
        missed = [one for one in found if not one.page_among(FIRST)]
        share = 1 - len(missed) / max(len(found), 1)
        for miss in missed if share < least else ():
            first = ", ".join(miss.found[:FIRST]) or "nothing"
            message = f"'{miss.query}' does not find {' or '.join(miss.wanted)}, but {first}"
            hint = f"say it in these words there; {share:.0%} of this list find their page, and {least:.0%} have to"
            yield Diagnostic(locations[miss.query], message, "content-missed-search", hint)


def _searches(corpus: Corpus, name: str, report: Report | None = None) -> list[Search]:
    """The queries of a list, if it is there."""
    path = corpus.root / FOLDER / name
    document = load(path.read_bytes(), f"{FOLDER}/{name}", report or Report()) if path.is_file() else None
    if document is None or not isinstance(document.data, Mapping):
        return []
    return [
        Search(query, address, document.location_of(query, *place))
        for query, wanted in document.data.items()
        for place, address in ([((), wanted)] if not isinstance(wanted, tuple) else _numbered(wanted))
        if isinstance(address, str)
    ]


def _numbered(wanted: tuple[object, ...]) -> list[tuple[tuple[int, ...], object]]:
    return [((index,), one) for index, one in enumerate(wanted)]


RULES = (unreadable_lists, unsearched_sections)
SITE_RULES = (dead_searches, missed_searches)
