"""What our extension may do to a page, and what it may not."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import normalize

from hypothesis import given
from lxml import html as lxml_html
from lxml.html import HtmlElement

from tests.property.strategies import PAGES, REFERENCES, TERMS, examples
from tests.rendering import Rendered, content_of, markdown_with, render

CONTENT = content_of(terms=TERMS, references=REFERENCES)
PLAIN = markdown_with(None)
WHERE_NO_TERM_IS_LINKED = ["a", "code", "pre", "kbd", "h1", "h2", "h3", "h4", "h5", "h6", "th"]


def rendered(markdown: str) -> Rendered:
    return render(markdown, CONTENT)


def tree_of(html: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="main")


@given(PAGES)
@examples(150)
def test_a_page_differs_only_by_its_links_and_citations(markdown: str):
    with_us, without_us = rendered(markdown).tree, tree_of(PLAIN.reset().convert(markdown))

    for link in with_us.xpath("//a[@class='glossary-term']"):
        link.drop_tag()
    for citation in with_us.xpath("//*[contains(@class, 'citation')]"):
        for child in list(citation):
            citation.remove(child)
        citation.text = "[@]"
        citation.drop_tag()
    for link in with_us.xpath("//a[@class='headerlink']"):  # it is no part of the heading's name, and no stop for Tab
        del link.attrib["aria-hidden"], link.attrib["tabindex"]
        link.text = "¶"  # what it says is in the language of the site
    for element in [*with_us.iter(), *without_us.iter()]:  # HTML of its own shows them as they are typed, in both
        if not element.xpath("ancestor-or-self::code"):
            _hide_citations(element)

    assert _shape(with_us) == _shape(without_us)


def _hide_citations(element: HtmlElement) -> None:
    """Replace each citation by what stands for it above, in the text of the element and between its children."""
    cited = re.compile(r"\[@[^\[\]]+\]")
    element.text = cited.sub("[@]", element.text or "")
    for child in element:
        child.tail = cited.sub("[@]", child.tail or "")


def _shape(element: HtmlElement) -> object:
    """An element as plain data: its name, its attributes and what is in it, pieces of text joined."""
    inside: list[object] = [element.text or ""]
    for child in element:
        inside += [_shape(child), child.tail or ""]
    return (str(element.tag), sorted(element.attrib.items()), inside)


@given(PAGES)
@examples(150)
def test_each_term_is_linked_once_and_never_where_it_must_not_be(markdown: str):
    page = rendered(markdown)
    links = page.tree.xpath("//a[@class='glossary-term']")

    assert max(Counter(link.get("data-term") for link in links).values(), default=1) == 1
    assert [link.get("data-term") for link in links] == list(page.page.used("term"))
    for link in links:
        above = list(link.iterancestors())
        assert not {element.tag for element in above} & set(WHERE_NO_TERM_IS_LINKED)
        assert not any("no-glossary" in element.get("class", "").split() for element in above)
        assert link.get("href") == f"/glossary.md#{link.get('data-term')}"


@given(PAGES)
@examples(100)
def test_a_page_typed_in_whole_letters_and_in_pieces_has_the_same_links(markdown: str):
    found = []
    for form in ("NFC", "NFD"):
        links = rendered(normalize(form, markdown)).tree.xpath("//a[@class='glossary-term']")
        found.append([(link.get("data-term"), normalize("NFC", link.text or "")) for link in links])

    assert found[0] == found[1]


@given(PAGES)
@examples(100)
def test_citations_are_numbered_from_one_in_the_order_of_the_page(markdown: str):
    page = rendered(markdown)
    links = page.tree.xpath("//sup/a")
    numbers = [int(link.text.strip("[]")) for link in links]

    assert list(dict.fromkeys(numbers)) == list(range(1, len(page.page.used("reference")) + 1))
    sources = list(page.page.used("reference"))
    assert [link.get("href") for link in links] == [f"#source-{sources[number - 1]}" for number in numbers]
    assert sorted(page.tree.xpath("//sup/a/@id")) == sorted(
        id for ids in page.page.used("reference").values() for id in ids
    )


@given(PAGES)
@examples(100)
def test_every_message_points_at_the_citation_that_it_is_about(markdown: str):
    lines = markdown.split("\n")
    for problem in rendered(markdown).problems:
        place = re.match(r"docs/page\.md:(\d+):(\d+): (.*)", problem)
        assert place, problem
        if not re.search(r"\[(reference-|citation-(?!unread))", problem):
            continue
        assert lines[int(place[1]) - 1][int(place[2]) - 1 :].startswith("[@"), problem
