"""What every page says of itself: what it is not, who stands behind it, how far it was checked, how to use it again."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from mkdocs.utils.meta import get_data

from tests.building import ROOT, Site
from tests.site_pages import _WRITTEN, ADDRESSES, TEMPLATES, language_root

PAGES = [address for address in ADDRESSES if address not in TEMPLATES]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PUBLISHER = yaml.safe_load((ROOT / "docs/_data/publisher.yml").read_text("utf-8"))


def words(site: Site, address: str, path: str) -> str:
    """The text of what an XPath finds on a page."""
    return " ".join(" ".join(str(one.text_content()) for one in site.tree(address).xpath(path)).split())


@pytest.mark.parametrize("address", sorted(_WRITTEN))
def test_the_heading_of_a_page_is_its_title(built_site: Site, address: str):
    """Criterion C02: the title that was written is what readers and search engines see."""
    title = get_data(_WRITTEN[address].read_text("utf-8"))[1]["title"]
    assert words(built_site, address, "//main//h1").removesuffix("#").strip() == title, _WRITTEN[address]
    assert title in words(built_site, address, "//head/title") or address == "/"


@pytest.mark.parametrize("address", PAGES)
def test_a_word_is_linked_once_to_the_glossary_and_explained_at_the_end(built_site: Site, address: str):
    """Criterion C06: the first mention of a technical word leads to what it means."""
    page = built_site.tree(address)
    linked = page.xpath("//a[contains(@class, 'glossary-term')]/@data-term")
    explained = page.xpath("//footer[@class='extras']//*[@data-definition]/@data-definition")
    assert len(linked) == len(set(linked)), f"{address}: linked twice: {sorted(linked)}"
    assert set(linked) == set(explained)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_what_it_is_not(built_site: Site, address: str):
    """Criterion C29: no emergency service, no therapy, no legal advice, at the end of every page."""
    said = words(built_site, address, "//footer[contains(@class, 'site-footer')]").lower()
    spanish = ("no es un servicio de emergencia", "terapia", "consejo legal")
    wanted = spanish if language_root(address) else ("not an emergency service", "therapy", "legal advice")
    assert all(word in said for word in wanted), f"{address}: {said}"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_shows_when_it_was_compared_and_when_it_is_next(built_site: Site, address: str):
    """Criterion C31: two dates at the end of every page, and whether a clinician has reviewed it."""
    dates = built_site.tree(address).xpath("//footer[@class='extras']//time/@datetime")
    assert len(dates) >= 2, f"{address}: {dates}"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates)
    reviewer = "profesional clínico" if language_root(address) else "linician"
    assert reviewer in words(built_site, address, "//footer[@class='extras']")


def test_who_pays_and_what_could_get_in_the_way_is_stated_or_said_to_be_unknown(built_site: Site):
    """Criterion C33: the page about the site has a line for each, and nobody pays for a place on a page."""
    lines = built_site.tree("/about/").xpath("//dl[@class='publisher']/dd")
    assert len(lines) == 4
    assert all(line.text_content().strip() for line in lines)
    paid = [
        f"{address}: {link.get('href')}"
        for address in ADDRESSES
        for link in built_site.tree(address).xpath("//a[contains(@rel, 'sponsored') or contains(@href, 'utm_')]")
    ]
    assert not paid, "\n".join(paid)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_contact_is_shown_when_there_is_one_and_none_is_made_up(built_site: Site, address: str):
    """Criterion C34: the address of publisher.yml is at the end of every page; until it is known, no page has any."""
    shown = {
        str(link).removeprefix("mailto:").partition("?")[0]
        for link in built_site.tree(address).xpath("//a/@href[contains(., 'mailto:')]")
    }
    assert shown == ({PUBLISHER["contact_email"]} if PUBLISHER["contact_email"] else set()), address


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_how_it_may_be_used_again(built_site: Site, address: str):
    """Criterion C41: an address that stays, an open licence, and both for machines as well."""
    page = built_site.tree(address)
    short = page.xpath("string(//section[@class='tools']//*[@class='tools__text'][contains(., '/go/')])")
    about = json.loads(page.xpath("string((//script[@type='application/ld+json'])[1])"))
    assert short, f"{address}: no permanent address"
    assert LICENCE in page.xpath("//a[@rel='license']/@href"), f"{address}: no licence"
    assert about["license"] == LICENCE
    assert about["@type"]


def test_the_change_log_begins_with_the_version_of_the_project():
    """Criterion C32: one version everywhere, and what changed in it."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "([^"]+)"$', project, re.MULTILINE)
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## ([\d.]+)", log, re.MULTILINE)
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"]
    assert version
    assert newest
    assert newest[1] == version[1] == cited
