"""What the search reads is written for the search."""

from __future__ import annotations

import json

import pytest
from primer.publish.search_index import searched_texts


def test_the_texts_are_json_without_spaces():
    entries = [{"location": "", "title": "Home", "text": "Māori"}, {"location": "b/", "title": "B", "text": ""}]
    assert "".join(searched_texts(entries, {})) == (
        '[{"location":"","title":"Home","text":"Māori"},{"location":"b/","title":"B","text":""}]'
    )


def test_a_site_without_texts_has_an_empty_list():
    assert "".join(searched_texts([], {"trust/": "What it is."})) == "[]"


def test_a_page_is_found_by_its_description_too():
    entries = [{"location": "trust/", "title": "Trust", "text": ""}, {"location": "trust/#a", "title": "A", "text": ""}]
    found = searched_texts(entries, {"trust/": "What it is & is not.", "gone/": "Elsewhere."})

    page, passage = json.loads("".join(found))
    assert page["description"] == "What it is &amp; is not."
    assert "description" not in passage
    assert "description" not in entries[0]


@pytest.mark.parametrize("boost", [float("inf"), float("nan"), 10**400, "1"])
def test_a_boost_that_no_browser_reads_is_left_out(boost: object):
    [page] = json.loads("".join(searched_texts([{"location": "", "title": "A", "text": "", "boost": boost}], {})))

    assert page == {"location": "", "title": "A", "text": ""}


def test_a_boost_is_kept():
    [page] = json.loads("".join(searched_texts([{"location": "", "title": "A", "text": "", "boost": 1.5}], {})))

    assert page["boost"] == 1.5
