"""What every page carries for search engines, browsers and readers in need."""

from __future__ import annotations

import pytest
from lxml import html

from tests.building import SITE_URL, Site
from tests.site_pages import ADDRESSES, SENSITIVE


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_one_main_heading_a_title_and_a_language(built_site: Site, address: str):
    page = built_site.tree(address)
    assert len(page.xpath("//h1")) == 1
    assert page.findtext("head/title", "").strip()
    assert page.get("lang", "").startswith("es" if address.startswith("/es/") else "en")


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != "/404.html"])
def test_a_page_has_a_description_and_an_address_for_search_engines(built_site: Site, address: str):
    page = built_site.tree(address)
    assert page.xpath("string(//meta[@name='description']/@content)").strip()
    assert page.xpath("string(//link[@rel='canonical']/@href)") == SITE_URL.rstrip("/") + address


@pytest.mark.parametrize("address", ADDRESSES)
def test_help_is_among_the_first_four_links_and_buttons(built_site: Site, address: str):
    """Criterion C21: on every page, in the HTML itself."""
    body = built_site.tree(address).find("body")
    stops = body.xpath(".//a[@href] | .//button[not(@disabled)]")[:4]
    leads = [stop.get("href", "") for stop in stops]
    assert any(
        lead.endswith("help-now/") or (address.endswith("/help-now/") and lead in (".", "./")) for lead in leads
    ), leads


def test_pages_that_may_need_hiding_can_be_left_at_once(built_site: Site):
    assert [address for address in ADDRESSES if leaving(built_site.tree(address))] == SENSITIVE


def leaving(page: html.HtmlElement) -> bool:
    return bool(page.xpath("//leave-site//a"))
