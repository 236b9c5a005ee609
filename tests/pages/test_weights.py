"""A first visit is light: what a page fetches by itself, compressed, without fonts and pictures."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from primer.site.assets import THEME

from tests.building import Site
from tests.site_pages import ADDRESSES, source_of
from tests.told import tell
from tools.bench import compressed_size, with_imports
from tools.content.measured import KB, heavy
from tools.search_report import LISTS, NAMES, NODE, read_list

LONG = ("/glossary/", "/references/", "/educators/", "/clinics/", "/about/")
"""Lists of everything there is, and pages for those who make or use this site: they may be as heavy as a quiz."""

EVERY_PART = "/about/components/"
"""A page for authors that asks for the scripts and styles of all features, and of every type of question."""


def limit_of(address: str, *, has_quiz: bool) -> int:
    """How much a first visit may be."""
    if address == EVERY_PART:
        return 64 * KB
    return (55 if has_quiz or address.startswith(LONG) else 40) * KB


def weights(site: Site, address: str) -> tuple[int, int]:
    """The bytes of a page, and those of the scripts and styles that it asks for by itself."""
    links = site.tree(address).xpath("//script/@src | //link[@rel='stylesheet']/@href")
    paths = [urljoin(f"{site.base.rstrip('/')}{address}", link).removeprefix(site.base) for link in links]
    assets = set().union(*(with_imports(site.folder / path) for path in paths))
    return compressed_size([site.file(address)]), compressed_size(assets)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_first_visit_is_light(built_site: Site, address: str):
    has_quiz = bool(built_site.tree(address).xpath("//course-quiz"))
    html, assets = weights(built_site, address)

    assert html > 0
    assert assets > 0
    most = limit_of(address, has_quiz=has_quiz)
    tell([heavy(source_of(address), html + assets, most)] if html + assets > most else [])
    assert has_quiz or assets <= 18 * KB


def test_what_a_quiz_weighs_is_counted_with_what_its_scripts_import(built_site: Site):
    lightest = weights(built_site, "/404.html")[1]
    assert weights(built_site, "/quizzes/trust/")[1] > lightest + 10_000


LONGEST = 40
"""So many queries are looked at, of hundreds: the more words, the more files."""


def test_no_query_fetches_much_before_the_first_result(built_site: Site):
    queries = [query for name in NAMES for query in read_list(LISTS / name)]
    longest = sorted(queries, key=len)[-LONGEST:]
    run = subprocess.run(
        [NODE, Path(__file__).with_name("search-files.js"), THEME / "assets", built_site.folder],
        input=json.dumps([*longest, " ".join(longest)]),
        capture_output=True,
        text=True,
        check=True,
    )
    [script] = built_site.folder.glob("assets/site-search.*.js")
    size = cache(lambda name: compressed_size([built_site.folder / f"search/{name}.json"]))
    # only numbers: nobody is to read those of one list
    most = max(compressed_size([script]) + sum(map(size, set(names))) for names in json.loads(run.stdout))

    assert 30 * KB < most <= 60 * KB
