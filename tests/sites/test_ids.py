"""No id stands twice on any page of any site that the tests build."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.building import ROOT, Site, build_in_place, write_project

SITES = ROOT / "tests/sites"


def repeated(site: Site) -> dict[str, list[str]]:
    """The ids that stand twice on a page, by its address."""
    ids = {address: Counter(site.tree(address).xpath("//@id")) for address in site.addresses}
    return {
        address: found
        for address, count in ids.items()
        if (found := [id for id, number in count.items() if number > 1])
    }


@pytest.mark.parametrize("name", ["minimal", "kitchen-sink", "questions"])
def test_no_id_stands_twice_on_a_page(name: str, tmp_path: Path):
    folder = SITES / name
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    write_project(tmp_path, {path: file.read_text("utf-8") for path, file in files.items()})

    assert repeated(build_in_place(tmp_path)) == {}


def test_no_id_stands_twice_on_a_page_of_our_own(built_site: Site):
    assert len(built_site.addresses) > 100
    assert repeated(built_site) == {}
