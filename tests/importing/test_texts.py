"""HTML and plain words become Markdown that shows the same."""

from __future__ import annotations

import html as html_of

import pytest
from hypothesis import given
from primer.text.citing import Citables
from primer.text.inline import DataText
from primer.text.rich import one_line

from tests.property.strategies import ANY_TEXT, HOSTILE, examples
from tools.importing.html_text import blocks_of, joined
from tools.importing.plain_text import escaped, line_of, paragraphs, seen

TEXT = DataText(Citables(), frozenset({"index.md"}))
WORDS = HOSTILE | ANY_TEXT


def markdown(html: str) -> str:
    return joined(blocks_of(html)[0])


def shown(markdown: str) -> str:
    """What a page shows of Markdown, in words; every element in it is one too many."""
    html = str(TEXT.inline(markdown, ""))
    assert "<" not in html.replace("<br>", ""), html
    return html_of.unescape(html.replace("<br>", "\n"))


@given(WORDS)
@examples(300)
def test_plain_words_are_nothing_but_themselves(text: str):
    said = one_line(seen(text))
    assert shown(line_of(escaped(said))) == said


@given(WORDS)
@examples(150)
def test_nothing_in_plain_words_is_markdown_that_a_build_warns_of(text: str):
    assert list(TEXT.problems(paragraphs(text))) == []
    assert not TEXT.has_links(paragraphs(text))


@given(WORDS)
@examples(150)
def test_any_html_is_read(text: str):
    for block in blocks_of(text)[0]:
        assert list(TEXT.problems(block.text)) == [], block.text


@given(WORDS)
@examples(150)
def test_escaped_html_shows_the_words_that_it_holds(text: str):
    said = one_line(seen(text))
    assert shown(markdown(f"<p>{html_of.escape(said)}</p>")) == said


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("plain", "plain"),
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        (
            "<p>a <strong>bold</strong>, <em>slanted</em> and <code>a_b*c</code></p>",
            "a **bold**, *slanted* and `a_b*c`",
        ),
        ("<b> spaces </b>outside", "**spaces** outside"),
        ("<b><b>twice</b></b>", "**twice**"),
        ("<b>one</b><b>two</b>", "**onetwo**"),
        ("<b></b>none", "none"),
        ("<b><p>One</p><p>two</p></b>", "**One**\n\n**two**"),
        ("<a href='https://example.org/a_(b)'>there</a>", "[there](https://example.org/a_%28b%29)"),
        ("<a href='javascript:alert(1)'>there</a>", "there"),
        ("one<br>two<br />", "one  \ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "• one\n\n• two"),
        ("<pre>a\n\n  b</pre>", "```\na\n\n  b\n```"),
        ("<pre><code>a <b>c</b></code></pre><p>d</p>", "```\na c\n```\n\nd"),
        ("<b><i>x</b>y</i>", "***x***y"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a · b\n\nc"),
        ("<img src='@@PLUGINFILE@@/moon.png' alt='The moon'>", "The moon"),
        ("<script>alert(1)</script>said", "said"),
        ("2 * 3 &lt; 7 &amp; snake_case [x]", "2 \\* 3 < 7 & snake_case \\[x\\]"),
        ("&amp;lt;b&amp;gt;", "&amp;lt;b&amp;gt;"),
        ("<code>`</code> and <code>a`b</code>", "`` ` `` and ``a`b``"),
        ("unclosed <b>bold", "unclosed **bold**"),
        ("</p></b>closed", "closed"),
    ],
)
def test_html_becomes_markdown(html: str, expected: str):
    assert markdown(html) == expected


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        ("<p>nothing</p>", []),
        ("<img src='@@PLUGINFILE@@/moon.png'>", ["the picture 'moon.png', of which the words are left"]),
        ("<a href='#there'>x</a>", ["the link to '#there', of which the words are left"]),
        ("H<sub>2</sub>O<sub>3</sub>", ["raised or lowered letters, which stand in the line now"]),
        ("<ul><li>x</li></ul>", ["a list, of which each item is a paragraph now"]),
        ("<video src='x'></video>", ["a film, a sound or a frame"]),
    ],
)
def test_what_is_not_kept_is_said_once(html: str, lost: list[str]):
    assert blocks_of(html)[1] == lost


def test_a_gap_stands_where_it_stood_and_no_brace_of_a_text_is_one():
    [block], _ = blocks_of('<p>a {b} <span data-gap="one"></span> <b>c</b></p>', gaps=True)

    assert block.text == r"a \{b} {one} **c**"


def test_bold_words_at_the_beginning_of_an_item_are_known():
    [first, second], _ = blocks_of("<ul><li><strong>Item</strong> said</li><li>said <b>so</b></li></ul>")

    assert (first.text[: first.lead], second.lead) == ("**Item**", 0)
