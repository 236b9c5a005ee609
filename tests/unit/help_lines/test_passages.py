"""Passages of a page about one country."""

from __future__ import annotations

from primer.features.directory.help_lines import Place, Service
from primer.kit.content import Content

from tests.rendering import content_of, render


def place(id: str) -> Place:
    service = Service.model_validate(
        {"id": f"{id}-1", "name": "A", "for": "All.", "kind": "other", "call": "1", "evidence": "universal"}
    )
    return Place(id=id, name=id.title(), services=(service,))


def site() -> Content:
    return content_of(places=[place("east"), place("west")])


PAGE = """\
## By country { #all }

Rules differ.

### East { #in-the-east country=east }

Read **this**.

#### More { #more }

And this.

### West { #west country=west }

- A list.

### Elsewhere { #elsewhere }

Ask.
"""


def test_passages_that_follow_each_other_share_a_list_and_end_at_the_next_heading_of_their_level():
    rendered = render(PAGE, site())
    [places] = rendered.tree.xpath("//site-places")
    assert places.xpath("details/@data-place") == ["east", "west"]
    assert places.xpath("details/summary/h3/@id") == ["in-the-east", "west"]
    assert places.xpath("details[1]/h4/@id") == ["more"]
    assert places.xpath("string(details[2]/ul)").strip() == "A list."
    assert rendered.tree.xpath("//h3[@id='elsewhere']/ancestor::details") == []
    assert rendered.tree.xpath("//@country") == []
    assert rendered.problems == []
    assert {"places.css", "places.js"} <= rendered.page.assets


def test_the_heading_on_a_lid_has_no_link_that_would_open_something_else():
    assert render(PAGE, site()).tree.xpath("//summary//a") == []


def test_a_page_that_names_no_country_is_left_alone():
    page = PAGE.replace(" country=east", "").replace(" country=west", "")
    assert render(page, site()).html == render(page, content_of()).html


def test_an_unknown_country_is_reported_where_it_stands_and_its_passage_stays_open():
    rendered = render(PAGE.replace("country=west", "country=wset"), site())
    [problem] = rendered.problems
    assert problem.splitlines() == [
        "docs/page.md:13:18: there are no help lines for a place 'wset' [help-lines-unknown-place]",
        "    hint: did you mean 'west'?",
    ]
    assert rendered.tree.xpath("//site-places/details/@data-place") == ["east"]
    assert rendered.tree.xpath("//@country") == []
