"""What stands at the foot of a page to take it along."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from primer.core.diagnostics import Report
from primer.kit.codes import qr_code
from primer.kit.context import Context
from primer.kit.page import CurrentPage
from primer.site.models import Ledger, Publisher
from primer.site.redirects import redirect_files
from primer.site.sharing.view import SharedPage, link_view, shared_files, shared_page

from tests.rendering import content_of, context_of

URL = "https://example.org/base/"
PAGES = ("index.md", "sea/storms.md", "help-now.md")
LEDGER = Ledger(addresses={"/sea/storms/": "storms", "/go/k7/": "storms", "/go/k8/": "storms", "/go/gales/": "storms"})
DAY = datetime.date(2026, 11, 2)


def site(*, ledger: Ledger | None = LEDGER, url: str | None = URL, email: str | None = None) -> Context:
    publisher = Publisher(name="Some Trust", contact_email=email)
    return context_of(content_of(pages=PAGES, ledger=ledger, publisher=publisher), site_url=url)


def page(src_uri: str = "sea/storms.md", *, sensitive: bool = False) -> CurrentPage:
    return CurrentPage(src_uri, f"docs/{src_uri}", "", Report(), "Storms & gales", sensitive=sensitive)


def letter(shared: SharedPage) -> tuple[str, str, str]:
    """The address, the subject and the text of the letter that a page begins."""
    parts = urlsplit(shared.mail_url or "")
    fields = parse_qs(parts.query, strict_parsing=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_a_page_is_linked_by_its_short_address_and_its_full_one():
    link = link_view(page(), site(ledger=None), "sea/storms/")
    assert (link.short_url, link.short_address) == ("../../go/storms/", f"{URL}go/storms/")
    assert link.full_address == f"{URL}sea/storms/"
    assert link.code_url == "../../go/storms/storms.svg"
    assert link.frame == (
        f'<iframe src="{URL}embed/pages/storms/" title="Storms &amp; gales" width="100%" height="700" '
        'loading="lazy" style="border: 0"></iframe>'
    )


def test_the_first_neutral_address_stands_wherever_others_may_read_it():
    context = site(email="us@example.org")
    storms = page(sensitive=True)
    shared = shared_page(storms, context, DAY)
    assert (shared.link.short_url, shared.link.code_name) == ("../../go/k7/", "k7.svg")
    assert shared.printed_from == f"{URL}go/k7/"
    assert list(shared_files(storms, context, DAY)) == ["go/k7/k7.bib", "go/k7/k7.ris", "go/k7/k7.svg"]
    assert "torms" not in " ".join(letter(shared))
    moved = redirect_files(context, URL, "", "redirect.js")["go/k7/index.html"]
    assert "<title>A site</title>" in moved


def test_a_citation_names_the_page_all_the_same():
    assert "<cite>Storms &amp; gales</cite>" in shared_page(page(sensitive=True), site(), DAY).citation.apa


def test_a_sensitive_page_is_offered_in_no_frame_but_for_help():
    assert link_view(page(sensitive=True), site(), "").frame is None
    assert link_view(page("help-now.md", sensitive=True), site(), "").frame is not None


def test_a_code_holds_the_short_address():
    assert shared_files(page(), site(), DAY)["go/k7/k7.svg"].make() == qr_code(f"{URL}go/k7/")


def test_without_an_address_of_the_site_everything_is_a_draft():
    context = site(url=None)
    shared = shared_page(page(), context, DAY)
    link = shared.link
    assert (link.short_address, link.full_address, link.code_url, link.frame) == ("/go/k7/", None, None, None)
    assert shared.printed_from is None
    assert list(shared_files(page(), context, DAY)) == ["go/k7/k7.bib", "go/k7/k7.ris"]
    assert not any(b"http" in file.make() for file in shared_files(page(), context, DAY).values())


@pytest.mark.parametrize("ledger", [None, LEDGER])
def test_a_letter_about_a_mistake_holds_the_page_and_nothing_of_its_reader(ledger: Ledger | None):
    to, subject, text = letter(shared_page(page(), site(ledger=ledger, email="us+web@example.org"), DAY))
    assert to == "us+web@example.org"
    assert subject == f"A mistake on the site: {'k7' if ledger else 'Storms & gales'}"
    address = f"{URL}go/k7/" if ledger else f"{URL}sea/storms/"
    assert text.split("\r\n\r\n") == [address, "What is wrong:", "How I know:", ""]


def test_without_an_address_of_the_publisher_there_is_no_letter():
    assert shared_page(page(), site(), DAY).mail_url is None


def test_what_stands_for_a_file_is_all_that_it_is_made_of():
    keys = {shared_files(page(), site(), DAY)[f"go/k7/k7.{ending}"].key for ending in ("bib", "ris", "svg")}
    others = [shared_files(page(), site(), None), shared_files(page("sea/other.md"), site(), DAY)]
    others += [shared_files(page(), site(url=None), DAY), shared_files(page(), site(url="https://other.example/"), DAY)]

    assert keys == {file.key for file in shared_files(page(), site(), DAY).values()}
    assert keys.isdisjoint(file.key for files in others for file in files.values())
