"""The home page leads to every page, says each thing once, and makes sense without scripts and in a frame."""

from __future__ import annotations

from urllib.parse import urljoin

import yaml

from tests.building import Site
from tests.site_pages import DOCS, address_of

HOME = yaml.safe_load((DOCS / "_data/home.yml").read_text("utf-8"))


def words(site: Site, address: str) -> str:
    return " ".join(str(site.tree(address).find("body").text_content()).split())


def test_there_is_one_search_and_it_comes_before_everything_but_the_title(built_site: Site):
    page = built_site.tree("/")
    [search] = page.xpath("//site-search")
    assert search.xpath("ancestor::main")
    assert [one.tag for one in page.xpath("//main//*[self::h1 or self::h2 or self::site-search]")][:2] == [
        "h1",
        "site-search",
    ]
    assert page.xpath("count(//*[@id='site-search-results'])") == 1


def test_no_frame_of_it_has_a_search(built_site: Site):
    page = built_site.tree("/embed/pages/home/")
    assert not page.xpath("//site-search")
    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//a[contains(@class, 'chip')]")) == len(HOME["tries"])


def test_worries_have_a_drawing_each(built_site: Site):
    cards = built_site.tree("/").xpath("//a[@class='card']")
    assert len(cards) == len(HOME["worries"]["cards"])
    assert all(len(card.xpath("svg[@aria-hidden='true']")) == 1 for card in cards)


def test_examples_lead_to_a_page_without_scripts(built_site: Site):
    found = built_site.tree("/").xpath("//a[@data-try]")
    assert [link.text for link in found] == [one["words"] for one in HOME["tries"]]
    assert all(urljoin("/", link.get("href")) in built_site.addresses for link in found)


def test_what_the_site_is_not_is_said_once(built_site: Site):
    text = words(built_site, "/")
    assert text.count("emergency service") == 1
    assert text.count("legal advice") == 1


def test_a_drawing_stands_beside_the_titles_that_worries_lead_to_and_never_where_it_is_quiet(built_site: Site):
    drawn = {
        address
        for address in built_site.addresses
        if not address.startswith("/embed/")
        and built_site.tree(address).xpath("//svg[contains(@class, 'draw--title')]")
    }
    loud = [card for card in HOME["worries"]["cards"] if card.get("at_title", True)]
    assert 0 < len(loud) < len(HOME["worries"]["cards"])
    assert drawn == {address_of(DOCS / card["page"].lstrip("/")) for card in loud}


def test_the_search_reads_its_lead_and_none_of_its_links(built_site: Site):
    """What people ask, and the titles of pages, are answered by those pages."""
    found = built_site.tree("/").xpath("//main//*[@data-search-exclude]")
    assert all(
        link.xpath("ancestor::*[@data-search-exclude]") for link in built_site.tree("/").xpath("//*[@class='topic']//a")
    )
    assert any("tries" in one.get("class") for one in found)
