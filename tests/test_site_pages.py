"""The pages that other tests go through are all the pages there are."""

from __future__ import annotations

from tests.building import Site
from tests.site_pages import ADDRESSES, EMBEDS, NEUTRAL_EMBEDS, in_order, language_root


def in_language(address: str) -> str:
    """An address without the folder of its language."""
    return address.removeprefix(language_root(address))


def test_every_page_that_is_built_is_known_to_the_tests(built_site: Site):
    elsewhere = [
        address for address in built_site.addresses if not in_language(address).startswith(("/embed/", "/go/"))
    ]
    assert sorted(elsewhere, key=in_order) == ADDRESSES


def test_every_page_is_there_for_frames_too_and_a_sensitive_one_by_a_neutral_address(built_site: Site):
    framed = [address for address in built_site.addresses if in_language(address).startswith("/embed/")]
    assert NEUTRAL_EMBEDS
    assert framed == sorted(EMBEDS + NEUTRAL_EMBEDS)
