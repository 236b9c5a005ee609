"""Our assets are published under names that change with their content, and pages ask for them by those names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from primer.caching import fingerprints, is_named_by_content

from tests.building import ROOT, Site
from tests.pages.links import links


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/regular.woff2").write_bytes(b"font")
    (tmp_path / "site.css").write_text("p {}")
    (tmp_path / "quiz.js").write_text("let a;")
    return tmp_path


def test_a_name_holds_a_digest_of_the_content_before_its_ending(assets: Path):
    found = fingerprints(assets)

    assert list(found) == ["assets/quiz.js", "assets/site.css"]
    assert re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", found["assets/site.css"])
    assert all(is_named_by_content(f"/{path}") for path in found.values())


def test_the_same_content_has_the_same_name_and_another_content_another(assets: Path):
    before = fingerprints(assets)
    assert fingerprints(assets) == before

    (assets / "site.css").write_text("p { }")
    after = fingerprints(assets)
    assert after["assets/site.css"] != before["assets/site.css"]
    assert after["assets/quiz.js"] == before["assets/quiz.js"]


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/assets/site.3f2a1b9c.css", True),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("/assets/site.css", False),
        ("/assets/images/favicon.png", False),
        ("/assets/fonts/regular.woff2", False),
        ("/about/site.3f2a1b9c.css", False),
    ],
)
def test_a_name_shows_whether_it_changes_with_the_content(address: str, named: bool):
    assert is_named_by_content(address) == named


def test_each_asset_is_published_once_and_as_it_is(built_site: Site):
    folder = ROOT / "overrides/assets"
    published = fingerprints(folder)

    assert len(published) > 5
    for path, name in published.items():
        assert built_site.file(f"/{name}").read_bytes() == (ROOT / "overrides" / path).read_bytes()
        assert path not in built_site.files


def test_pages_fetch_only_what_may_be_kept(built_site: Site):
    fetched = {
        address
        for page in built_site.addresses
        for link in links(built_site, page)
        if link.fetched and (address := link.address(built_site))
    }

    assert any(address.startswith("/assets/quiz.") for address in fetched)
    fonts = {"/assets/fonts/bold.woff2", "/assets/fonts/regular.woff2"}
    assert {address for address in fetched if not is_named_by_content(address)} == fonts
