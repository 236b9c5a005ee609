"""Items of lists, and rows of tables, about one country."""

from __future__ import annotations

from primer.kit.content import Content

from tests.rendering import Rendered, content_of, render
from tests.unit.help_lines.test_passages import place


def site() -> Content:
    east = place("east").model_copy(update={"called": ("Farland", "North West")})
    return content_of(places=[east, place("west")])


def marked(rendered: Rendered) -> list[tuple[str, str | None]]:
    items = rendered.tree.xpath("//*[contains(@class, 'by-country')]/*")
    return [(item.xpath("string(.)").split()[0].rstrip(":"), item.get("data-place")) for item in items]


def test_items_that_begin_with_a_country_are_marked_and_bring_what_sorts_them():
    rendered = render("- **East:** ask.\n- **In the West** too.\n- Anywhere: look.\n", site())

    assert marked(rendered) == [("East", "east"), ("In", "west"), ("Anywhere", None)]
    assert {"places.css", "places.js"} <= rendered.page.assets
    assert rendered.problems == []


def test_a_country_is_known_by_what_else_it_is_called_and_by_the_longest_name():
    assert marked(render("- **Farland:** a.\n\n- **North West:** b.\n\n- **West:** c.\n", site())) == [
        ("Farland", "east"),
        ("North", "east"),
        ("West", "west"),
    ]


def test_a_row_begins_with_its_first_cell():
    table = "| Where | What |\n|---|---|\n| East | a |\n| West | b |\n"
    assert marked(render(table, site())) == [("East", "east"), ("West", "west")]


def test_what_names_several_or_one_in_passing_is_about_none():
    rendered = render("- **East and West:** a.\n- **East** b.\n- See **West**.\n- Westward.\n", site())

    assert marked(rendered) == []
    assert "places.js" not in rendered.page.assets
