"""Every link of the site leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.building import Site
from tests.pages.links import HOST, links


@pytest.fixture(params=["at an address", "without an address"])
def site(request) -> Site:
    name = "built_site" if request.param == "at an address" else "built_site_without_address"
    found: Site = request.getfixturevalue(name)
    return found


def test_every_link_leads_to_a_page_or_file_of_the_site(site: Site):
    broken = []
    for page in site.addresses:
        for link in links(site, page):
            address = link.address(site)
            if address is None:
                if link.resolved.startswith(HOST):
                    broken.append(f"{link}: leaves the folder that the site is published in")
            elif not site.file(address).is_file():
                broken.append(f"{link}: there is no {address}")
            elif (
                link.fragment not in ("", "top")
                and address.endswith(("/", ".html"))
                and not has_anchor(site, address, link.fragment)
            ):
                broken.append(f"{link}: there is no #{link.fragment} on {address}")
    assert not broken, "\n".join(broken)


def test_nothing_is_fetched_from_another_site(site: Site):
    """Criterion C35: no advert, no counter of visits, no font from elsewhere."""
    elsewhere = [
        str(link)
        for page in site.addresses
        for link in links(site, page)
        if link.fetched and link.is_web and link.address(site) is None
    ]
    assert not elsewhere, "\n".join(elsewhere)


def test_no_style_sheet_fetches_from_another_site(site: Site):
    elsewhere = [
        f"{path}: {found}"
        for path in site.files
        if path.endswith(".css")
        for found in re.findall(
            r"""(?:url\(\s*["']?|@import\s*["'])(?:https?:)?//[^"')]*""", site.file("/" + path).read_text("utf-8")
        )
    ]
    assert not elsewhere, "\n".join(elsewhere)


def has_anchor(site: Site, address: str, fragment: str) -> bool:
    """Whether a page has an element with this id; what stands in a template comes with a script."""
    return fragment in _anchors(site.file(address), site.tree(address))


@cache
def _anchors(file: Path, tree: HtmlElement) -> frozenset[str]:
    """All ids on the page in a file."""
    return frozenset(tree.xpath("//@id | //a/@name"))
