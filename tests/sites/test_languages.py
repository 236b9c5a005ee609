"""A second language lives below its own folder, with every address that is promised."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urljoin

import pytest

from tests.building import Site
from tests.rendering import FRONT_MATTER


@pytest.fixture
def site(build_site: Callable[..., Site]) -> Site:
    return build_site(
        {
            "docs/sea/reef.md": FRONT_MATTER.replace("A page", "Reef") + "Words.\n",
            "docs/mi/index.md": FRONT_MATTER.replace("A page", "Kāinga") + "Kupu.\n",
            "docs/mi/sea/reef.md": FRONT_MATTER.replace("A page", "Toka") + "Kupu.\n",
            "docs/_data/strings/mi.yml": "site: {language: mi}\n",
            "docs/_data/permalinks.yml": "addresses: {/: home, /sea/reef/: reef, /old/: reef}\n",
            "docs/_data/mi/permalinks.yml": "addresses: {/mi/: home, /mi/sea/reef/: reef, /mi/old/: reef}\n",
        }
    )


def test_one_id_is_a_page_of_each_language_and_nothing_is_wrong(site: Site):
    assert site.warnings == []


def test_whatever_is_promised_of_a_page_is_below_the_folder_of_its_language(site: Site):
    own = {address.removeprefix("/mi") for address in site.addresses if address.startswith("/mi/")}
    pages = {"/", "/sea/reef/", "/old/", "/go/home/", "/go/reef/", "/go/old/"}
    embeds = {"pages/home/", "pages/reef/", "pages/old/", "quizzes/old/"}

    assert own == pages | {f"/embed/{embed}" for embed in embeds}
    assert own <= set(site.addresses)


def test_each_language_has_a_search_of_its_own_and_the_first_finds_all_pages(site: Site):
    def searched(root: str) -> list[str]:
        return json.loads(site.file(f"{root}search/index.json").read_text("utf-8"))["pages"]

    def search_of(address: str) -> str:
        [search] = site.tree(address).xpath("//site-search/@data-search")
        return urljoin(address, search)

    assert searched("/mi/") == ["", "sea/reef/"]
    assert set(searched("/")) == {"", "sea/reef/", "mi/", "mi/sea/reef/"}
    assert [search_of(address) for address in ("/", "/sea/reef/", "/mi/", "/mi/sea/reef/")] == [
        *("/search/", "/search/"),
        *("/mi/search/", "/mi/search/"),
    ]


@pytest.mark.parametrize("address", ["/mi/go/reef/", "/mi/old/", "/mi/go/old/"])
def test_an_address_leads_to_the_page_in_its_own_language(site: Site, address: str):
    assert site.tree(address).xpath("//h1/text()") == ["Toka"]


def test_other_sites_may_frame_the_embeds_of_each_language(site: Site):
    rules = site.file("/_headers").read_text("utf-8")

    for path in ("/embed/*", "/mi/embed/*"):
        assert f"{path}\n  Content-Security-Policy: frame-ancestors *;" in rules


OF_MI = {"docs/_data/strings/mi.yml": "site: {language: mi}\n"}
MI_LEDGER = "addresses: {/mi/: home, /mi/sea/reef/: reef}\n"


@pytest.mark.parametrize(
    ("strings", "said"),
    [
        ("quiz: 5\n", ["docs/_data/strings/mi.yml:1:7: 'quiz' is a number, it should be a mapping"]),
        ("quiz: {missing: no braces}\n", ["docs/_data/strings/mi.yml:1:17: the text should hold {id} and holds none"]),
        ("sites: {}\n", ["docs/_data/strings/mi.yml:1:1: 'sites' is not a field of the file of strings"]),
        ("", ["docs/_data/strings/mi.yml:1:1: the file has no content"]),
    ],
)
def test_what_is_wrong_with_the_strings_of_a_second_language_is_said(
    strings: str, said: list[str], build_site: Callable[..., Site]
):
    files = {
        "docs/mi/index.md": FRONT_MATTER + "Kupu.\n",
        "docs/_data/strings/mi.yml": strings,
        "docs/_data/mi/permalinks.yml": "addresses: {/mi/: home}\n",
    }

    warnings = build_site(files).warnings

    assert len(warnings) == len(said)
    assert all(warning.startswith(start) for warning, start in zip(warnings, said, strict=True))


@pytest.mark.parametrize("left", [OF_MI, {}], ids=["strings", "nothing"])
def test_addresses_of_a_language_whose_pages_are_gone_are_still_promised(
    left: dict[str, str], build_site: Callable[..., Site]
):
    promised = {"docs/_data/mi/permalinks.yml": MI_LEDGER}

    warnings = build_site(left | promised).warnings

    assert ("there is no such page [ledger-unknown-page]" in " ".join(warnings)) is True
    assert ("[strings-missing]" in " ".join(warnings)) is (left == {})


def test_an_old_address_may_lead_to_a_page_that_only_the_first_language_has(build_site: Callable[..., Site]):
    files = OF_MI | {
        "docs/sea/reef.md": FRONT_MATTER.replace("A page", "Reef"),
        "docs/_data/mi/permalinks.yml": MI_LEDGER,
    }
    site = build_site(files)

    assert site.warnings == []
    for address in ("/mi/sea/reef/", "/mi/go/reef/", "/mi/embed/pages/reef/"):
        assert site.tree(address).xpath("//h1/text()") == ["Reef"]
