"""What of a drawing is kept."""

from __future__ import annotations

import pytest
from lxml import etree
from primer.core.diagnostics import Report
from primer.features.chart.drawing import ATTRIBUTES, ELEMENTS, read_drawing

from tests.building import ROOT

DRAWINGS = sorted(ROOT.glob("docs/_data/figures/*.svg"))


def inner(svg: str) -> str | None:
    drawing = read_drawing(svg.encode(), "f.svg", Report())
    return str(drawing.inner_html) if drawing else None


@pytest.mark.parametrize(
    ("svg", "kept"),
    [
        ('<svg viewBox="0 0 9 9"/>', ""),
        (
            '<svg viewBox="0 0 9 9"><text>a &lt;b&gt; &amp; "c"</text></svg>',
            "<text>a &lt;b&gt; &amp; &#34;c&#34;</text>",
        ),
        ('<svg viewBox="0 0 9 9"><text><![CDATA[<script>]]></text></svg>', "<text>&lt;script&gt;</text>"),
        ('<svg viewBox="0 0 9 9"><g class="a&quot; onclick=&quot;b"/></svg>', '<g class="a&#34; onclick=&#34;b"></g>'),
        ('<svg viewBox="0 0 9 9"><!-- <script> --><g/></svg>', "<g></g>"),
    ],
)
def test_what_is_kept_is_written_anew(svg: str, kept: str):
    assert inner(svg) == kept


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<svg/>",
        '<svg viewBox="0 0 nan 9"/>',
        '<svg viewBox="0 0 9 inf"/>',
        '<svg viewBox="1 0 9 9"/>',
        '<svg viewBox="0 0 9 9"><svg viewBox="0 0 9 9"/></svg>',
        '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"/>',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
        '<svg viewBox="0 0 9 9"><image href="x.png"/></svg>',
        '<svg viewBox="0 0 9 9"><animate/></svg>',
        '<?xml-stylesheet href="x.css"?><svg viewBox="0 0 9 9"/>',
    ],
)
def test_what_could_do_more_than_be_seen_is_refused(svg: str):
    report = Report()

    assert read_drawing(svg.encode(), "f.svg", report) is None
    assert list(report)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_another_reader_finds_nothing_else_in_our_drawings(path):
    drawing = read_drawing(path.read_bytes(), path.name, Report())

    assert drawing
    for element in etree.fromstring(f"<svg>{drawing.inner_html}</svg>").iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= set(ATTRIBUTES)
