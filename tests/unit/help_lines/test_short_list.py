"""A fence of help lines that names a kind or a place shows a short list, and takes no id from the whole one."""

from __future__ import annotations

import datetime

from primer.features.directory.help_lines import Place, Service

from tests.rendering import Rendered, content_of, render


def service(id: str, kind: str = "poison", **fields: object) -> Service:
    usual = {
        "id": id,
        "name": id.title(),
        "for": "Anyone.",
        "kind": kind,
        "call": "116 123",
        "evidence": "official",
        "seen_by": "A publisher",
        "seen_on": datetime.date(2026, 11, 22),
    }
    return Service.model_validate({**usual, **fields})


PLACES = [
    Place(id="north", name="North", services=(service("n-crisis", "crisis"), service("n-poison"))),
    Place(
        id="south",
        name="South",
        services=(service("s-one", "crisis"), service("s-two", "crisis"), service("s-island", part="The Island")),
    ),
]


def shown(markdown: str, pages: tuple[str, ...] = ("help-now.md",), src_uri: str = "help-now.md") -> Rendered:
    page = render(markdown, content_of(places=PLACES, pages=pages), src_uri=src_uri)
    assert page.problems == []
    return page


def labels(page: Rendered) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath("//ul//span")]


def test_lines_of_a_kind_are_called_by_their_country_or_the_part_that_they_are_for():
    assert labels(shown("``` help-lines\nkind: poison\n```\n")) == ["North", "The Island"]


def test_several_in_one_country_have_their_names_as_well():
    assert labels(shown("``` help-lines\nkind: crisis\n```\n")) == ["North", "South: S-One", "South: S-Two"]


def test_lines_of_a_place_are_called_by_their_names():
    assert labels(shown("``` help-lines\nplace: north\n```\n")) == ["N-Crisis", "N-Poison"]
    assert labels(shown("``` help-lines\nplace: north\nkind: poison\n```\n")) == ["N-Poison"]


def test_each_leads_to_its_whole_entry_whose_id_stands_on_the_page_once():
    page = shown("``` help-lines\nkind: poison\n```\n\n``` help-lines\n```\n\n``` help-lines\nkind: poison\n```\n")
    ids = page.tree.xpath("//@id")

    assert sorted(ids) == sorted({*ids})
    assert {"north", "south", "n-poison", "s-island"} <= {*ids}
    assert page.tree.xpath("//ul[1]/li//span/a/@href")[:2] == ["./#n-poison", "./#s-island"]


def test_on_another_page_it_leads_to_the_page_of_help_lines_if_there_is_one():
    fence = "``` help-lines\nkind: poison\n```\n"

    there = shown(fence, ("page.md", "help-now.md"), "page.md")
    assert there.tree.xpath("//span/a/@href") == ["../help-now/#n-poison", "../help-now/#s-island"]
    assert shown(fence, ("page.md",), "page.md").tree.xpath("//span/a") == []
