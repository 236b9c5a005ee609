"""Old and short addresses."""

from __future__ import annotations

from primer.kit.content import Content
from primer.site.models import Ledger
from primer.site.redirects import redirects

from tests.rendering import content_of


def site(*pages: str, **addresses: str) -> Content:
    ledger = Ledger(addresses={address: id for id, address in addresses.items()})
    return content_of(pages=pages, ledger=ledger)


def test_each_page_has_a_short_address():
    assert redirects(content_of(pages=["index.md", "trust/why.md"])) == {
        "go/home/": "index.md",
        "go/why/": "trust/why.md",
    }


def test_an_address_where_a_page_lived_leads_to_where_it_lives_now():
    found = redirects(site("index.md", "new/why.md", why="/old/why/"))

    assert found["old/why/"] == "new/why.md"


def test_an_embed_of_an_id_that_was_another_leads_to_the_embed_of_the_page():
    found = redirects(site("new/why.md", why="/go/because/"))

    assert found == {
        "go/why/": "new/why.md",
        "go/because/": "new/why.md",
        "embed/pages/because/": "new/why.md",
        "embed/quizzes/because/": "new/why.md",
    }


def test_an_address_where_a_page_lives_leads_nowhere_else():
    assert "trust/" not in redirects(site("index.md", "trust/index.md", home="/trust/"))


def test_an_address_of_an_unknown_page_leads_nowhere():
    assert "old/" not in redirects(site("index.md", ghost="/old/"))


def test_a_page_whose_address_looks_short_is_not_replaced():
    assert "go/why/" not in redirects(content_of(pages=["go/why.md"]))
