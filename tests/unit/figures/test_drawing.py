"""What of a drawing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from primer.core.diagnostics import Report
from primer.features.chart.model import DRAWN
from primer.kit.drawing import ATTRIBUTES, ELEMENTS, SPOTS, DrawingRules, read_drawing

from tests.building import ROOT

RULES = {"figures": DRAWN, "drawings": SPOTS}
DRAWINGS = [(path, rules) for name, rules in RULES.items() for path in sorted(ROOT.glob(f"docs/_data/{name}/*.svg"))]


def inner(svg: str) -> str | None:
    drawing = read_drawing(svg.encode(), "f.svg", Report(), SPOTS)
    return str(drawing.inner_html) if drawing else None


@pytest.mark.parametrize(
    ("svg", "kept"),
    [
        (
            '<svg viewBox="0 0 9 9"><text>a &lt;b&gt; &amp; "c"</text></svg>',
            "<text>a &lt;b&gt; &amp; &#34;c&#34;</text>",
        ),
        ('<svg viewBox="0 0 9 9"><text><![CDATA[<script>]]></text></svg>', "<text>&lt;script&gt;</text>"),
        (
            '<svg viewBox="0 0 9 9"><path d="M0 0&quot; onclick=&quot;b"/></svg>',
            '<path d="M0 0&#34; onclick=&#34;b"></path>',
        ),
        ('<svg viewBox="0 0 9 9"><!-- <script> --><path/></svg>', "<path></path>"),
    ],
)
def test_what_is_kept_is_written_anew(svg: str, kept: str):
    assert inner(svg) == kept


@pytest.mark.parametrize("svg", ['<svg viewBox="0 0 9 9"/>', '<svg viewBox="0 0 9 9"><g><g/></g> </svg>'])
def test_a_file_that_draws_nothing_is_reported(svg: str):
    report = Report()
    assert read_drawing(svg.encode(), "f.svg", report, SPOTS) is None
    assert [str(one).splitlines()[0] for one in report] == ["f.svg:1:1: nothing is drawn here [figure-svg-element]"]


@pytest.mark.parametrize("encoding", ["foo", "utf-7", "big5", "rot13"])
def test_an_encoding_that_xml_cannot_be_read_in_is_reported(encoding: str):
    report = Report()
    svg = f'<?xml version="1.0" encoding="{encoding}"?>\n<svg viewBox="0 0 9 9"><path/></svg>'
    assert read_drawing(svg.encode(), "f.svg", report, SPOTS) is None
    [said] = map(str, report)
    assert said.startswith("f.svg:1:")
    assert said.endswith("an encoding that XML can't be read in [figure-svg-syntax]\n    hint: save it as UTF-8")


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
        '<svg viewBox="0 0 9 9"><g id="one"/></svg>',
        '<svg viewBox="0 0 9 9"><g fill="#fff"/></svg>',
        '<svg viewBox="0 0 9 9"><g stroke="url(#a)"/></svg>',
        '<svg viewBox="0 0 9 9"><path stroke-width="URL(https://example.org)"/></svg>',
        '<svg viewBox="0 0 9 9"><g class="w blue"/></svg>',
        '<?xml-stylesheet href="x.css"?><svg viewBox="0 0 9 9"/>',
    ],
)
def test_what_could_do_more_than_be_seen_is_refused(svg: str):
    report = Report()

    assert read_drawing(svg.encode(), "f.svg", report, SPOTS) is None
    assert list(report)


def test_a_colour_may_be_that_of_the_text_or_a_class():
    drawn = '<path stroke="currentColor" fill="none"/><path class="w v"/>'

    assert inner(f'<svg viewBox="0 0 9 9">{drawn}</svg>') == drawn.replace("/>", "></path>")


def test_decoration_has_its_size_and_is_passed_over():
    drawing = read_drawing(b'<svg viewBox="0 0 64 32"><path class="w"/></svg>', "f.svg", Report(), SPOTS)

    assert drawing
    svg = etree.fromstring(drawing.decoration("draw--icon"))
    assert (svg.get("class"), svg.get("aria-hidden")) == ("draw draw--icon", "true")
    assert (svg.get("width"), svg.get("height")) == ("64", "32")


@pytest.mark.parametrize(("path", "rules"), DRAWINGS, ids=[path.stem for path, _ in DRAWINGS])
def test_another_reader_finds_nothing_else_in_our_drawings(path: Path, rules: DrawingRules):
    drawing = read_drawing(path.read_bytes(), path.name, Report(), rules)

    assert drawing
    for element in etree.fromstring(f"<svg>{drawing.inner_html}</svg>").iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= set(ATTRIBUTES)
