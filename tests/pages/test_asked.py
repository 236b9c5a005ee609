"""Each question under "Other ways people ask this" has its answer on the page, and the search leads there."""

from __future__ import annotations

import re

import pytest
from lxml.html import HtmlElement
from mkdocs.utils.meta import get_data

from tests.building import Site
from tests.site_pages import DOCS, address_of
from tools.content.corpus import FOR_AUTHORS
from tools.search_report import FIRST, look_up

ENOUGH = 40  # words below the heading that a question names

#: The questions of each page, with the id of the heading above the answer.
ASKED: dict[str, list[tuple[str, str]]] = {
    address_of(path): [(one["words"], one["answered_at"].removeprefix("#")) for one in front.get("asked", [])]
    for path in sorted(DOCS.rglob("*.md"))
    if DOCS / "_data" not in path.parents and path.relative_to(DOCS).as_posix() not in FOR_AUTHORS
    for front in [get_data(path.read_text("utf-8"))[1]]
}
PAGES = [address for address, asked in ASKED.items() if asked]


def words_below(heading: HtmlElement) -> int:
    """How many words stand below a heading, before the next one of its level or above."""
    level, count = int(heading.tag[1]), 0
    begins = parent if (parent := heading.getparent()) is not None and parent.tag == "summary" else heading
    for element in begins.itersiblings():
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag) and int(element.tag[1]) <= level:
            break
        count += len(element.text_content().split())
    return count


def test_the_pages_that_answer_questions_say_which():
    assert len(PAGES) >= 40


@pytest.mark.parametrize("address", PAGES)
def test_a_question_is_answered_below_the_heading_that_it_names(built_site: Site, address: str):
    tree = built_site.tree(address)
    short = [
        f"{address}#{anchor}: {words_below(heading)} words answer '{words}'"
        for words, anchor in ASKED[address]
        for heading in [tree.get_element_by_id(anchor)]
        if words_below(heading) < ENOUGH
    ]
    assert not short, "\n".join(short)


def test_the_search_leads_from_each_question_to_its_answer(built_site: Site):
    wanted = {words: (f"{address}#{anchor}",) for address, asked in ASKED.items() for words, anchor in asked}
    found = look_up(built_site.folder, wanted)
    late = [
        f"'{one.query}': {one.wanted[0]} is not among {', '.join(one.found[:FIRST]) or 'nothing'}"
        for one in found
        if not one.passage_among(FIRST)
    ]
    assert not late, "\n".join([f"{len(late)} of {len(wanted)} questions do not find their answer:", *late])
