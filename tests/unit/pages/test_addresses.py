"""Addresses of pages, from the root and from each other."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from primer.core.urls import page_id, page_url, relative_url


@pytest.mark.parametrize(
    ("src_uri", "id", "url"),
    [
        ("index.md", "home", ""),
        ("README.md", "home", ""),
        ("glossary.md", "glossary", "glossary/"),
        ("trust/index.md", "trust", "trust/"),
        ("trust/README.md", "trust", "trust/"),
        ("trust/why-trust-matters.md", "why-trust-matters", "trust/why-trust-matters/"),
        ("a/b/c.d.md", "c.d", "a/b/c.d/"),
    ],
)
def test_a_page_has_an_id_and_an_address(src_uri: str, id: str, url: str):
    assert (page_id(src_uri), page_url(src_uri)) == (id, url)


ADDRESSES = ["", "a/", "a/b/", "c/", "a/b/c/"]


@pytest.mark.parametrize("base", [*ADDRESSES, "404.html", "a/404.html"])
@pytest.mark.parametrize("target", [*ADDRESSES, "assets/quiz.js", "a/#x", "#x"])
def test_a_relative_address_leads_where_it_should_at_any_depth(target: str, base: str):
    root = "https://example.org/some/base/"

    assert urljoin(root + base, relative_url(target, base)) == root + target
