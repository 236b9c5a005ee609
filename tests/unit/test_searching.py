"""What the search reads is written for the search."""

from __future__ import annotations

import json

import pytest
from primer.publish.search_index import escape_titles, searched_texts


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


@pytest.mark.parametrize("title", ["<img src=x onerror=f()>", "A & B", "<b>", "x &lt; y", " <p> ", "<\u200bi>"])
def test_a_title_is_text_where_the_index_took_it_as_it_is(title: str):
    entries: list[dict[str, object]] = [
        {"location": "other/", "title": title, "text": ""},
        {"location": "a/", "title": title.strip(), "text": ""},
        {"location": "a/#b", "title": "A <code>&lt;b&gt;</code> &amp; so on", "text": ""},
        {"location": "a/#c", "title": title.strip(), "text": ""},
    ]
    escape_titles(entries, "a/", title)
    text = title.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert [entry["title"] for entry in entries] == [title, text, "A <code>&lt;b&gt;</code> &amp; so on", text]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A <code>&lt;b&gt;</code></p>", "<p>A <code>&lt;b&gt;</code></p>"),
        ("<img src=x onerror=f()>", "&lt;img src=x onerror=f()>"),
        ("<p onclick=f()>A</p >", "&lt;p onclick=f()>A&lt;/p >"),
        ("a < b <", "a &lt; b &lt;"),
        ("<svg/onload=f()><!-- --></script>", "&lt;svg/onload=f()>&lt;!-- -->&lt;/script>"),
        ("<P>", "&lt;P>"),
    ],
)
def test_only_the_tags_of_the_index_stay_tags(html: str, text: str):
    entry = {"location": "a/#b<c", "title": html, "text": html, "boost": 2}
    [found] = json.loads("".join(searched_texts([entry], {})))
    assert found == {"location": "a/#b<c", "title": text, "text": text, "boost": 2}
