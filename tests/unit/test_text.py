"""The short Markdown texts of data files."""

from __future__ import annotations

import pytest
from primer.features.references.model import Finding, Name, Record, Reference
from primer.features.references.naming import citables
from primer.features.references.strings import ReferencesStrings
from primer.kit.sources import Loaded
from primer.text.inline import DataText

from tests.rendering import strings


def reference(id: str, *names: str) -> Reference:
    record = Record(type="book", author=tuple(Name(family=name) for name in names), issued=2001, title="A book")
    return Reference(id=id, kind="book", csl=record, findings=(Finding(id="one", text="40 of 50", status="seen"),))


REFERENCES = {"ann-2001": reference("ann-2001", "Ann"), "bea-2001": reference("bea-2001", "Bea", "Cid", "Dan")}
TEXT = DataText(
    citables(Loaded(REFERENCES, broken=frozenset({"broken-2001"})), strings()[ReferencesStrings], "en_GB"),
    frozenset({"trust/why.md", "index.md", "references.md"}),
)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("plain", "plain"),
        ("A & B < C", "A &amp; B &lt; C"),
        ("\"quoted\" and 'so'", "&#34;quoted&#34; and &#39;so&#39;"),
        ("*a* **b** `c <d>` \\*e\\*", "<em>a</em> <strong>b</strong> <code>c &lt;d&gt;</code> *e*"),
        ("<b>x</b> <script>", "&lt;b&gt;x&lt;/b&gt; &lt;script&gt;"),
        ("<!-- x -->", "&lt;!-- x --&gt;"),
        ("a&nbsp;b", "a&nbsp;b"),
        ("# no heading\n- no list", "# no heading\n- no list"),
        ("![no](image.png)", "<span>no</span>"),  # no file of the site: its words are left
        ("[x](/trust/why.md)", '<a href="../../trust/why/">x</a>'),
        ("[x](/trust/why.md#b)", '<a href="../../trust/why/#b">x</a>'),
        ("[x](/index.md)", '<a href="../../">x</a>'),
        ("[x](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        ("[x](tel:116123)", '<a href="tel:116123">x</a>'),
        ("<https://example.org/>", '<a href="https://example.org/">https://example.org/</a>'),
        ("[x](javascript:alert(1))", "<a>x</a>"),
        ("[x][y] ^[z]", "[x][y] ^[z]"),
        ("[@ann-2001]", '<span class="citation-inline">(<a href="#source-ann-2001">Ann, 2001</a>)</span>'),
        (
            "[@ann-2001:one; @bea-2001]",
            (
                '<span class="citation-inline">(<a href="#source-ann-2001">Ann, 2001</a>; '
                '<a href="#source-bea-2001">Bea and others, 2001</a>)</span>'
            ),
        ),
        ("[@ghost]", '<span class="citation-inline">[@ghost]</span>'),
        ("`[@ann-2001]`", "<code>[@ann-2001]</code>"),
        ("{{ x }} {% y %}", "{{ x }} {% y %}"),
    ],
)
def test_a_text_becomes(written: str, html: str):
    assert TEXT.inline(written, "quizzes/moon/") == html


def test_citations_lead_to_the_list_of_all_references_where_a_page_lists_none():
    assert 'href="../references/#ann-2001"' in TEXT.inline("[@ann-2001]", "glossary/", listed=False)


def test_empty_lines_part_paragraphs():
    assert TEXT.paragraphs("\none\n\n \ntwo\nlines\n", "") == "<p>one</p>\n<p>two\nlines</p>"


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("plain", []),
        ("[@ann-2001:one] [@broken-2001:any]", []),
        ("[@anne-2001]", ["reference-unknown: did you mean 'ann-2001'?"]),
        ("[@ann-2001:two]", ["reference-unknown-finding: one of: one"]),
        ("[x](/trust/why.md#anything) [y](mailto:a@example.org)", []),
        ("[x](/trust/whi.md)", ["link-unknown: did you mean '/trust/why.md'?"]),
        ("[x](/moon.md)", ["link-unknown: None"]),
        ("[x](trust/why.md)", ["link-form: write /folder/page.md"]),
        ("[x](#here)", ["link-form: write /folder/page.md"]),
        ("[x](//example.org/)", ["link-unknown: None"]),
        ("<ftp://example.org/>", ["link-form: write /folder/page.md"]),
        ("Of 50 people [@ann-2001].", []),
        ("Of 51 people [@ann-2001].", ["citation-figure: cite the finding that holds it: [@reference:finding]"]),
        ("[see [@ann-2001]](/index.md)", ["citation-in-link: move it behind the link"]),
    ],
)
def test_what_is_wrong_with_a_text(written: str, problems: list[str]):
    assert [f"{problem.code}: {problem.hint}" for problem in TEXT.problems(written)] == problems


def test_what_a_text_cites_and_links():
    text = "[@bea-2001; @ghost] `[@ann-2001]` [@ann-2001:one] [x](/trust/why.md#b) [y](/index.md) [z](https://e.org/#c)"

    assert [citation.reference for citation in TEXT.citations(text)] == ["bea-2001", "ann-2001"]
    assert TEXT.page_anchors(text) == (("trust/why.md", "b"),)
