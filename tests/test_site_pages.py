"""The pages that other tests go through are all the pages there are."""

from __future__ import annotations

import re

from tests.building import ROOT, Site
from tests.site_pages import ADDRESSES, EMBEDS


def test_every_page_that_is_built_is_known_to_the_tests(built_site: Site):
    elsewhere = [address for address in built_site.addresses if not address.startswith(("/embed/", "/go/"))]
    assert elsewhere == ADDRESSES


def test_every_page_is_there_for_frames_too_and_a_sensitive_one_by_a_neutral_address(built_site: Site):
    ledger = (ROOT / "docs/_data/permalinks.yml").read_text("utf-8")
    names = re.findall(r"^  /go/(k\d+)/: ", ledger, re.MULTILINE)
    neutral = [f"/embed/{kind}/{name}/" for kind in ("pages", "quizzes") for name in names]

    assert neutral
    assert [address for address in built_site.addresses if address.startswith("/embed/")] == sorted(EMBEDS + neutral)
