"""Links of HTML that moves to another address."""

from __future__ import annotations

import html
import re
from unittest.mock import patch
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup
from primer.outputs import links
from primer.outputs.links import moved_to

BASE, OLD = "embed/pages/why/", "trust/why/"
ROOT = "https://site.test/base/"


def moved(text: str) -> str:
    return moved_to(text, BASE, OLD)


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("../../glossary/#helm", "../../../glossary/#helm"),
        ("../other/", "../../../trust/other/"),
        ("./", "../../../trust/why/"),
        (".", "../../../trust/why/"),
        ("", "../../../trust/why/"),
        ("../..", "../../../"),
        ("../../", "../../../"),
        ("?a=1&amp;b=2#c", "../../../trust/why/?a=1&amp;b=2#c"),
        ("picture.png", "../../../trust/why/picture.png"),
        ("../../a%20b/", "../../../a%20b/"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("/outside/", "/outside/"),
        ("tel:116123", "tel:116123"),
        ("&#109;&#97;&#105;&#108;&#116;&#111;:a@b", "&#109;&#97;&#105;&#108;&#116;&#111;:a@b"),
    ],
)
def test_a_link_leads_where_it_led_and_out_of_the_frame(written: str, now: str):
    assert moved(f'<a class="x" href="{written}">a</a>') == f'<a target="_top" class="x" href="{now}">a</a>'


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#earned">a</a>',
        '<a id="earned">a</a>',
        '<code>&lt;a href="../x/"&gt;</code>',
        '<!-- <a href="../x/"> -->',
        """<course-quiz data-words='{"a": "<a href=\\"../x/\\">"}'></course-quiz>""",
        "<p title='<a href=\"../x/\">'>a</p>",
        "a < b and <3 > c",
        "<script>'<a href=\"../x/\">'</script>",
        "<textarea><a href='../x/'></textarea>",
        "<textarea><a href='../x/'>",
        '<a href="../x/',
        '<svg><use href="#a"/></svg>',
        '<div src="../x/" data="../x/" action="../x/">',
        '<form class="x"></form>',
    ],
)
def test_what_is_no_link_to_elsewhere_stays_as_it_is(text: str):
    assert moved(text) == text


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("<A HREF='../x/'>", '<A target="_top" HREF="../../../trust/x/">'),
        ("<a href=../x/>", '<a target="_top" href="../../../trust/x/">'),
        ('<a title="a > b" href="../x/">', '<a target="_top" title="a > b" href="../../../trust/x/">'),
        ('<a\n  href = "../x/"\n>', '<a target="_top"\n  href="../../../trust/x/"\n>'),
        ('<a data-href="../y/" href="../x/">', '<a target="_top" data-href="../y/" href="../../../trust/x/">'),
        ('<a href="../x/" target="_blank">', '<a href="../../../trust/x/" target="_blank">'),
        ('<img alt="" src="../x.png">', '<img alt="" src="../../../trust/x.png">'),
        ('<img alt="" src="../x.png" />', '<img alt="" src="../../../trust/x.png" />'),
        ("<a href='../\"x'>", '<a target="_top" href="../../../trust/&quot;x">'),
    ],
)
def test_html_of_any_style_is_read(written: str, now: str):
    assert moved(written) == now


@pytest.mark.parametrize(
    "element",
    [
        '<area target="_top" href="{}">',
        '<audio src="{}">',
        '<base href="{}">',
        '<blockquote cite="{}">',
        '<button formaction="{}">',
        '<del cite="{}">',
        '<embed src="{}">',
        '<form target="_top" action="{}">',
        '<iframe src="{}"></iframe>',
        '<iframe srcdoc="&lt;img src=&quot;{}&quot;&gt;"></iframe>',
        '<img src="a:b" srcset="{}">',
        '<img src="a:b" srcset="{} 2x">',
        '<img srcset="{} 1x, https://e.org/a 2x, {} 3x">',
        '<input type="image" src="{}">',
        '<ins cite="{}">',
        '<link href="{}">',
        '<link imagesrcset="{} 100w,\n {} 200w">',
        '<object data="{}">',
        '<q cite="{}">',
        '<a target="_top" href="{}" ping="{} {}">',
        '<script src="{}"></script>',
        '<source srcset="{}">',
        '<svg><image href="{}"/><use xlink:href="{}#a"/></svg>',
        '<track src="{}">',
        '<video src="{}" poster="{}">',
    ],
)
def test_every_attribute_that_holds_an_address_leads_where_it_led(element: str):
    written = element.replace(' target="_top"', "").replace("{}", "../x/a.png")
    assert moved(written) == element.replace("{}", "../../../trust/x/a.png")


@pytest.mark.parametrize(
    ("srcset", "now"),
    [
        ("a.png,", "../../../trust/why/a.png,"),
        ("a.png,b.png", "../../../trust/why/a.png,b.png"),  # one address, to a browser as well
        ("a.png, b.png 2x ", "../../../trust/why/a.png, ../../../trust/why/b.png 2x "),
        (" , a.png 1x , b.png", " , ../../../trust/why/a.png 1x , ../../../trust/why/b.png"),
        ("data:image/png;base64,AA= 1x", "data:image/png;base64,AA= 1x"),
        ("", ""),
        (",", ","),
    ],
)
def test_a_list_of_pictures_is_read_as_browsers_read_it(srcset: str, now: str):
    assert moved(f'<img srcset="{srcset}">') == f'<img srcset="{now}">'


def test_markup_is_read_as_text():
    assert moved(Markup('<p><a href="../x/">&amp;</a>')) == '<p><a target="_top" href="../../../trust/x/">&amp;</a>'


names = st.from_regex(r"[a-z][a-z0-9-]{0,4}", fullmatch=True)
folders = st.lists(names, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(old=folders, base=folders, up=st.integers(0, 3), down=folders, file=st.sampled_from(["", "a.png", "?b", "?c#d"]))
def test_every_relative_link_inside_the_site_leads_to_the_same_address(
    old: str, base: str, up: int, down: str, file: str
):
    link = "../" * min(up, old.count("/")) + down + file
    [now] = lxml_html.fragment_fromstring(moved_to(f'<a href="{html.escape(link)}">a</a>', base, old)).xpath("@href")

    assert urljoin(ROOT + base, now) == urljoin(ROOT + old, link)


@given(st.text(alphabet="<>a'\"= /!-href#.&;\n", max_size=60))
def test_no_text_stops_it_and_text_without_elements_stays(text: str):
    assert isinstance(moved(text), str)
    escaped = html.escape(text, quote=False)
    assert moved(escaped) == escaped


PIECES = [
    *(
        "<a",
        "<A",
        "<p",
        "<img",
        "<script",
        "<b",
        "</a",
        "</script",
        "<!--",
        "-->",
        "<",
        ">",
        "/>",
        " ",
        "\n",
        "text",
        "&",
    ),
    *(' href="../x/"', ' HREF="x"', " href='../y/'", ' href="#a"', ' href="&amp;"', ' href="https://a.test/"', " href"),
    *(' target="_self"', ' ping="../z/"', ' data-href="../x/"', ' src="a.png"', " title=\"<a href='x'>\"", " href=\"'"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_link_written_as_most_are_moves_as_any_other_does(text: str):
    quickly = moved(text)
    never = re.compile(r"(?!)")

    with patch.multiple(links, _LINK=never, _PLAIN=never):
        assert quickly == moved(text)


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ('<a href="../../help/">a</a>', '<a href="../help/">a</a>'),
        ('<a href="../../help/#line">a</a>', '<a href="../help/#line">a</a>'),
        ('<a href="../../help/more/">a</a>', '<a target="_top" href="../../../help/more/">a</a>'),
        ('<a href="https://help/">a</a>', '<a target="_top" href="https://help/">a</a>'),
        ('<a target="x" href="../../help/">a</a>', '<a target="x" href="../help/">a</a>'),
    ],
)
def test_a_link_to_what_is_framed_stays_in_the_frame(written: str, now: str):
    assert moved_to(written, BASE, OLD, {"help/": "embed/pages/help/"}) == now
