"""Pages are divided at their headings, and of what stands there only text is left."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from primer.core.cache import Cache
from primer.publish import sections as sections_module
from primer.publish.sections import kept_sections, sections


def divided(html: str) -> list[tuple[str, str, list[str]]]:
    """The anchor, the title and the blocks of each section."""
    return [(one.anchor, one.title, one.blocks) for one in sections(html)]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("", []),
        ("<p>A b.</p>\n<p>C</p>", ["A b.", "C"]),
        ('<p class="lead" id="x">A <b>b</b> <em>c</em></p>', ["A b c"]),
        ("<ul><li>A</li><li><p>B</p></li></ul>", ["A", "B"]),
        ("<p>A<br>b<img alt='c'>d</p>", ["A bd"]),
        ("<table><tr><th>A</th><td>b</td></tr><tr><td>C</td></tr></table>", ["A b", "C"]),
        ("<dl><dt>A</dt><dd>b</dd></dl><div>C</div>D", ["A", "b", "C", "D"]),
        ("<p>A <code>&lt;b&gt; &amp; c</code></p>", ["A <b> & c"]),
        ('<p>A<sup class="cited"><a href="#r">1</a></sup>.</p>', ["A."]),
        ("<pre>a\n  b</pre>", ["a b"]),
        ("<p>A</p><p> </p><ul>\n<li></li>\n</ul><p>B</p>", ["A", "B"]),
        ("<script>a()</script><style>b{}</style><object>c</object><p>D</p>", ["D"]),
        ("<div data-search-exclude><p>A</p><div>B</div></div><p>C</p>", ["C"]),
        ("<svg data-search-exclude><path d='M0'/><title>A</title></svg><p>B</p>", ["B"]),
        ("<svg><path d='M0'/></svg><p>B</p>", ["B"]),
        ("<!-- A --><p>B</p>", ["B"]),
        ("<p>A</b></p></div><p>B</p>", ["A", "B"]),
        ("<div><p>A<li>B</div><p>C</p>", ["A", "B", "C"]),
        ("<p onclick=f()>a < b <img src=x onerror=f()> &lt;img&gt;", ["a < b <img>"]),
        ("<h2>A</h2><p>B</p>", ["A", "B"]),
    ],
)
def test_of_a_text_words_in_blocks_are_left(html: str, blocks: list[str]):
    assert divided(html) == [("", "", blocks)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<h1 id="a">A</h1><p>B</p>', [("", "A", ["B"])]),
        ('<p>A</p><h1 id="b">B</h1>C', [("", "", ["A"]), ("b", "B", ["C"])]),
        ('<h2 id="a">A</h2>B<h2 id="c">C</h2>D', [("", "", []), ("a", "A", ["B"]), ("c", "C", ["D"])]),
        ('<h2 id="a">A <code>&lt;b&gt;</code> &amp; c</h2>', [("", "", []), ("a", "A <b> & c", [])]),
        ('<h2 id="a">A<a class="headerlink" href="#a">Link</a></h2>', [("", "", []), ("a", "A", [])]),
        ('<h2 id="a" data-search-exclude>A</h2>B<h2 id="c">C</h2>', [("", "", []), ("c", "C", [])]),
        ('A<div><h3 id="b">B</h3>C</div>D', [("", "", ["A", "D"]), ("b", "B", ["C"])]),
        ('<ul><li><h3 id="a">A</h3>B</li></ul>', [("", "", []), ("a", "A", ["B"])]),
    ],
)
def test_a_heading_with_an_id_begins_a_section_that_ends_with_what_is_around_it(
    html: str, found: list[tuple[str, str, list[str]]]
):
    assert divided(html) == found


def test_elements_as_deep_as_they_are_long_are_read():
    deep = "<div>" * 50_000 + "A" + "</div></b>" * 50_000 + "<p>B</p>"

    assert divided(deep) == [("", "", ["A", "B"])]


def test_what_was_kept_of_a_page_is_what_was_read(tmp_path: Path):
    html = '<h1 id="tides">Tides &amp; moons</h1><p>High “water”.</p><h2 id="neap">Neap</h2><ul><li>Low</li></ul>'
    path = tmp_path / "builds.sqlite"
    first = Cache(path)

    assert [*kept_sections(html, first)] == sections(html)
    first.save()
    assert [*kept_sections(html, Cache(path))] == sections(html)
    assert [*kept_sections(html.replace("Low", "High"), Cache(path))] == sections(html.replace("Low", "High"))


PIECES = [
    *("<h1", "<h2", "<p", "<li", "<br", "<svg", "<a", "<P", "<script", "<textarea", "<summary", "<sup", "<!--", "-->"),
    *(
        "</h1>",
        "</h2>",
        "</p>",
        "</li>",
        "</a>",
        "</script>",
        "</summary>",
        "</sup>",
        "</div >",
        ">",
        "/>",
        " />",
        "<",
        "&",
    ),
    *(
        ' id="a"',
        ' id=""',
        " ID='b'",
        ' class="headerlink"',
        " class=headerlink",
        " data-search-exclude",
        ' viewBox="0"',
    ),
    *("text", " ", "\n", "&amp;", "&am", "p;", "é", ' title="<p>"', "\x0b", ' iD="c"'),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_what_is_written_as_most_is_reads_as_a_parser_of_html_reads_it(html: str):
    quickly = divided(html)

    with patch.object(sections_module, "_TOKEN", re.compile(r"(?!)")):
        assert quickly == divided(html)
