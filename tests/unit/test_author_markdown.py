"""Lists, tables and tasks are read as their authors write them."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown import Markdown
from markdown.extensions import Extension
from primer.text.author_markdown import AuthorMarkdown


def read(markdown: str) -> HtmlElement:
    extensions: list[str | Extension] = ["admonition", "tables", "attr_list", "pymdownx.tasklist", AuthorMarkdown()]
    return lxml_html.fragment_fromstring(Markdown(extensions=extensions).convert(markdown), create_parent="main")


def shape(markdown: str) -> list[str]:
    """What stands in a text, in its order."""
    return [str(element.tag) for element in read(markdown).iter() if element.tag in ("p", "ul", "ol", "li", "table")]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Words\n- a\n- b", ["p", "ul", "li", "li"]),
        ("Words\nmore words\n* a", ["p", "ul", "li"]),
        ("Words\n1. a\n2. b", ["p", "ol", "li", "li"]),
        ("> Words\n> - a", ["p", "ul", "li"]),
        ("Words\n| a | b |\n|---|---|\n| 1 | 2 |", ["p", "table"]),
        ("Words\na | b\n--|--\n1 | 2", ["p", "table"]),
        ("It was in\n2020. Then", ["p"]),
        ("Words -\n-not a list", ["p"]),
        ("Words\n    - a", ["p"]),
        ("Words\na | b | c\n--|--\n1 | 2", ["p"]),
        ("Title\n---\nWords", ["p"]),
    ],
)
def test_a_list_or_table_may_begin_right_under_a_paragraph(markdown: str, expected: list[str]):
    assert shape(markdown) == expected


def test_it_may_in_an_admonition_and_in_an_item_too():
    assert shape("!!! note\n    Words\n    - a\n    - b")[-3:] == ["ul", "li", "li"]
    assert shape("- Words\n\n    More\n    - a")[-2:] == ["ul", "li"]


def test_the_box_of_a_task_is_called_like_the_task():
    tree = read('- [ ] ask *about* the `fee` & "so on"\n    - [x] inner\n\n- [x] done\n\n    More.\n')

    assert tree.xpath("//input/@aria-label") == ['ask about the fee & "so on"', "inner", "done"]
    assert tree.xpath("count(//input[@disabled])") == 3
