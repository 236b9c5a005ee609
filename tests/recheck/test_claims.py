"""What the data says, and where that should stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.recheck.data import write_docs
from tools.recheck.claims import Claim, Need, claims
from tools.recheck.data import Data, DataError, read_data
from tools.recheck.links import links_below


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], list[Claim]]:
    docs = write_docs(tmp_path, "https://a.org/")
    every = claims(read_data(docs / "_data"), links_below(docs))
    return lambda entry: [claim for claim in every if claim.entry == entry]


def test_a_number_should_stand_where_it_was_seen_and_may_stand_on_its_own_site(found: Callable[[str], list[Claim]]):
    number, name, seen, site = found("samaritans")

    assert (number.what, number.need) == ("call 116 123", Need.ALL)
    assert (number.addresses, number.also) == (("https://a.org/seen/samaritans",), ("https://a.org/samaritans",))
    assert (name.what, name.need) == ("name: Samaritans", Need.ALL)
    assert (seen.what, seen.need, seen.addresses) == ("page where it was seen", Need.ANSWER, number.addresses)
    assert (site.what, site.need, site.addresses) == ("site", Need.ANSWER, number.also)


def test_a_number_for_texts_and_its_word_are_claims(found: Callable[[str], list[Claim]]):
    assert [claim.what for claim in found("shout")] == [
        "text 85258",
        "word to text: HELLO",
        "name: Shout",
        "page where it was seen",
        "site",
    ]


def test_a_number_that_everyone_knows_has_no_address(found: Callable[[str], list[Claim]]):
    assert [(claim.what, claim.addresses, claim.also) for claim in found("emergency")] == [("call 999", (), ())]


def test_a_service_without_a_number_only_has_a_site(found: Callable[[str], list[Claim]]):
    assert [claim.what for claim in found("childline")] == ["site"]


def test_a_limit_of_a_route_stands_where_its_sentence_was_seen(found: Callable[[str], list[Claim]]):
    assert [(claim.what, claim.addresses) for claim in found("records")][:3] == [
        ("limit: 2 months", ("https://a.org/seen/records",)),
        ("limit: 30 days", ("https://a.org/seen/records",)),
        ("names: ICO", ("https://a.org/seen/records",)),
    ]
    assert [(claim.what, claim.addresses) for claim in found("board")] == [("limit: 180 days", ("https://a.org/law",))]
    assert found("unknown") == []


def test_a_source_has_its_title_its_findings_and_its_addresses(found: Callable[[str], list[Claim]]):
    assert [(claim.what, claim.need) for claim in found("law")] == [
        ("title", Need.ALL),
        ("page where it was seen", Need.ANSWER),
    ]
    assert [(claim.what, claim.need) for claim in found("law:month")] == [("limit: 30 days", Need.ALL)]
    assert found("law:more") == [], "what is recalled is claimed nowhere"
    assert [(claim.what, claim.need) for claim in found("study:r")] == [("figures: 14,587, .28, 5.2%", Need.SOME)]
    doi = found("study")[-1]
    assert (doi.what, doi.need, doi.addresses) == ("DOI", Need.RESOLVE, ("https://doi.org/10.1/x",))


def test_a_link_of_a_page_is_a_claim_with_its_line(found: Callable[[str], list[Claim]]):
    (link,) = found("docs/index.md:3")
    assert (link.kind, link.need, link.addresses) == ("pages", Need.ANSWER, ("https://a.org/linked",))


@pytest.mark.parametrize("text", ["- [", "- 7", "7", "- {services: [{id: x}]}", "- {id: x, services: [7]}", "\x00"])
def test_data_in_no_shape_is_said_with_its_file(tmp_path: Path, text: str):
    (tmp_path / "help-lines.yml").write_text(text, "utf-8")

    with pytest.raises(DataError, match=r"help-lines\.yml: "):
        read_data(tmp_path)


def test_no_data_is_no_claim(tmp_path: Path):
    assert read_data(tmp_path) == Data()
    assert claims(Data()) == []


def test_our_own_data_is_read():
    data = read_data(ROOT / "docs/_data")
    every = claims(data, links_below(ROOT / "docs"))

    assert {claim.kind for claim in every} == {"help-lines", "routes", "references", "pages"}
    for service in data.help_lines:
        printed = {f"call {service.call}", f"text {service.text}"} - {"call None", "text None"}
        assert printed <= {claim.what for claim in every if claim.entry == service.id}
