"""What the search reads is written for the search."""

from __future__ import annotations

import json

import pytest
from primer.publish.search_index import searched_texts, texts_file
from primer.publish.sections import sections

PAGE = ("trust/", "Trust", "What it is.")


def divided(html: str) -> list[tuple[str, str, str]]:
    """The anchor, the title and the text of each section."""
    return [("".join(one.anchor), "".join(one.title).strip(), "".join(one.text).strip()) for one in sections(html)]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>A b.</p>\n<p>C</p>", "<p>A b.</p> <p>C</p>"),
        ('<p class="lead" id="x">A <b>b</b> <em>c</em></p>', "<p>A b c</p>"),
        ("<ul><li>A</li><li><p>B</p></li></ul>", "<ul><li>A</li><li><p>B</p></li></ul>"),
        ("<p>A<br>b<img alt='c'>d</p>", "<p>A bd</p>"),
        ("<p>A <code>&lt;b&gt; &amp; c</code></p>", "<p>A &lt;b&gt; &amp; c</p>"),
        ('<p>A<sup class="cited"><a href="#r">1</a></sup>.</p>', "<p>A<sup>1</sup>.</p>"),
        ("<pre>a\n  b</pre>", "<pre>a b</pre>"),
        ("<p>A</p><p> </p><ul>\n<li></li>\n</ul><p>B</p>", "<p>A</p><p>B</p>"),
        ("<script>a()</script><style>b{}</style><object>c</object><p>D</p>", "<p>D</p>"),
        ("<div data-search-exclude><p>A</p><div>B</div></div><p>C</p>", "<p>C</p>"),
        ("<svg data-search-exclude><path d='M0'/><title>A</title></svg><p>B</p>", "<p>B</p>"),
        ("<svg><path d='M0'/></svg><p>B</p>", "<p>B</p>"),
        ("<!-- A --><p>B</p>", "<p>B</p>"),
        ("<p>A</b></p></div><p>B</p>", "<p>A</p><p>B</p>"),
        ("<div><p>A<li>B</div><p>C</p>", "<p>A<li>B</li></p><p>C</p>"),
        ("<p onclick=f()>a < b <img src=x onerror=f()> &lt;img&gt;", "<p>a &lt; b  &lt;img&gt;"),
        ("<h2>A</h2><p>B</p>", "A<p>B</p>"),
    ],
)
def test_of_a_text_blocks_and_words_are_left(html: str, text: str):
    assert divided(html) == [("", "", text)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<h1 id="a">A</h1><p>B</p>', [("", "A", "<p>B</p>")]),
        ('<p>A</p><h1 id="b">B</h1>C', [("", "", "<p>A</p>"), ("b", "B", "C")]),
        ('<h2 id="a">A</h2>B<h2 id="c">C</h2>D', [("", "", ""), ("a", "A", "B"), ("c", "C", "D")]),
        ('<h2 id="a">A <code>&lt;b&gt;</code> &amp; c</h2>', [("", "", ""), ("a", "A &lt;b&gt; &amp; c", "")]),
        ('<h2 id="a">A<a class="headerlink" href="#a">Link</a></h2>', [("", "", ""), ("a", "A", "")]),
        ('<h2 id="a" data-search-exclude>A</h2>B<h2 id="c">C</h2>', [("", "", ""), ("c", "C", "")]),
        ('A<div><h3 id="b">B</h3>C</div>D', [("", "", "AD"), ("b", "B", "C")]),
        ('<ul><li><h3 id="a">A</h3>B</li></ul>', [("", "", ""), ("a", "A", "B")]),
    ],
)
def test_a_heading_with_an_id_begins_a_section_that_ends_with_what_is_around_it(
    html: str, found: list[tuple[str, str, str]]
):
    assert divided(html) == found


def test_elements_as_deep_as_they_are_long_are_read():
    deep = "<div>" * 50_000 + "A" + "</div></b>" * 50_000 + "<p>B</p>"

    assert divided(deep) == [("", "", "A<p>B</p>")]


def test_the_texts_are_json_without_spaces():
    texts = [*searched_texts("<p>Māori</p>", "", "Home", None), *searched_texts("", "b/", "B", None)]

    assert "".join(texts_file(texts)) == (
        '[{"location":"","title":"Home","text":"<p>Māori</p>"},{"location":"b/","title":"B","text":""}]'
    )


def test_a_site_without_texts_has_an_empty_list():
    assert "".join(texts_file([])) == "[]"


def test_a_page_is_found_by_its_description_too():
    page, passage = map(json.loads, searched_texts('<h2 id="a">A</h2>', "trust/", "Trust", "What it is & is not."))

    assert page["description"] == "What it is &amp; is not."
    assert passage == {"location": "trust/#a", "title": "A", "text": ""}


def test_a_passage_is_found_by_the_questions_that_it_answers_too():
    html = '<h2 id="a">A</h2><h2 id="b">B</h2>'
    _, first, second = map(json.loads, searched_texts(html, *PAGE, asked={"b": ["Why & when?", "So what?"]}))

    assert "asked" not in first
    assert second["asked"] == ["Why &amp; when?", "So what?"]


@pytest.mark.parametrize("boost", [float("inf"), float("nan"), 10**400, "1", 1])
def test_a_boost_that_no_browser_reads_or_that_changes_nothing_is_left_out(boost: object):
    [page] = map(json.loads, searched_texts("", *PAGE, boost))

    assert page == {"location": "trust/", "title": "Trust", "text": "", "description": "What it is."}


def test_a_boost_is_kept():
    assert [json.loads(text)["boost"] for text in searched_texts('<h2 id="a">A</h2>', *PAGE, 1.5)] == [1.5, 1.5]


@pytest.mark.parametrize("title", ["<img src=x onerror=f()>", "A & B", "<b>", "x &lt; y", " <p> "])
def test_a_title_that_is_text_stays_text(title: str):
    [page] = map(json.loads, searched_texts("", "a/", title, None))

    assert page["title"] == title.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
