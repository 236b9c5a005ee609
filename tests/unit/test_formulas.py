"""Formulas, pictures, tables and code in the texts of data files and on pages."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from primer.core.diagnostics import Report
from primer.kit.extension import PrimerExtension
from primer.kit.page import CurrentPage
from primer.site.assets import THEME
from primer.text.citing import Citables
from primer.text.formulas import CLASSES
from primer.text.inline import DataText
from primer.text.inline_markdown import gaps_in

from tests.building import ROOT
from tests.property.strategies import examples
from tests.rendering import content_of, context_of, features, markdown_with

PAGES, FILES = frozenset({"index.md"}), frozenset({"pictures/curve.svg"})
WITH = DataText(Citables(), PAGES, FILES, formulas=True)
WITHOUT = DataText(Citables(), PAGES, FILES)
X = '<span class="formula"><math><mi>x</mi></math></span>'


def page(markdown: str) -> tuple[str, list[str]]:
    """The HTML of a page of a site with formulas, and what is wrong with it."""
    report = Report()
    extension = PrimerExtension(features(), context_of(content_of()))
    extension.now_on(CurrentPage("page.md", "docs/page.md", markdown, report, "A page"))
    return markdown_with(extension, formulas=True).convert(markdown), [str(problem) for problem in report]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("$x$", X),
        ("Say $x$, **not** `$x$`.", f"Say {X}, <strong>not</strong> <code>$x$</code>."),
        (r"\(x\)", X),
        ("*$x$*", f"<em>{X}</em>"),
        (r"It costs \$5.", "It costs $5."),
        ("It costs $5 or $6.", "It costs $5 or $6."),
        (r"$\nope$", r'<span class="formula formula--broken">\nope</span>'),
        ("$a<b$", '<span class="formula"><math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math></span>'),
    ],
)
def test_a_formula_becomes_mathml(written: str, html: str):
    assert WITH.inline(written, "") == html
    assert f"<p>{html}</p>" in page(written)[0]


@pytest.mark.parametrize("written", ["$x$", r"\$5", "$5-$6", "Say $x$ and `$x$`."])
def test_without_formulas_a_dollar_is_a_dollar_and_what_looks_like_a_formula_is_said(written: str):
    assert WITHOUT.inline(written, "").striptags() == written.replace("`", "")
    codes = [problem.code for problem in WITHOUT.problems(written)]
    assert codes == ["markdown-unread"] * (written.count("$x$") - written.count("`$x$`"))


def test_a_formula_by_itself_is_a_block_on_a_page():
    html, problems = page("Before\n\n$$\n\\frac{a}{b}\n$$\n\nAfter")

    assert '<div class="formula">\n<math display="block"><mfrac>' in html
    assert problems == []


def test_no_script_and_no_style_comes_of_a_formula():
    html, problems = page(
        "$$\n\\begin{align*}a&=b\\\\c&=d\\end{align*}\n$$\n\n$\\begin{array}{l|r}1&2\\\\\\hline 3&4\\end{array}$"
    )

    assert problems == []
    assert " style=" not in html
    assert "<script" not in html
    assert {"formula__right", "formula__left", "formula__line-above", "formula__line-after"} <= set(
        re.findall(r"formula__[\w-]+", html)
    )


def test_the_style_sheet_has_every_class():
    sheet = (THEME / "assets/formulas.css").read_text("utf-8")

    assert [name for name in CLASSES.values() if name and f".formula__{name} {{" not in sheet] == []


def test_the_braces_of_a_formula_are_no_gaps():
    text = r"A half is $\frac{a}{b}$, {gap} is *{other}*."

    assert gaps_in(text) == ["gap", "other"]
    assert [str(piece) for piece in WITHOUT.around_gaps(text, "")[1::2]] == ["gap", "other"]
    assert [str(piece) for piece in WITH.around_gaps(text, "")[1::2]] == ["gap", "other"]
    assert r"$\frac{a}{b}$" in WITHOUT.around_gaps(text, "")[0]
    assert "<mfrac>" in WITH.around_gaps(text, "")[0]


def test_plain_text_has_the_words_of_a_picture_and_the_latex_of_a_formula():
    assert WITH.plain("See ![a curve](/pictures/curve.svg): $h^2$, **so**.") == "See a curve: h^2, so."
    assert WITHOUT.plain("![a curve](/pictures/curve.svg)") == "a curve"


def test_a_picture_is_found_from_every_page():
    assert 'src="../../pictures/curve.svg"' in WITHOUT.inline("![c](/pictures/curve.svg)", "quizzes/moon/")


def test_tables_and_code_stand_between_paragraphs_and_nothing_else_does():
    text = "# One\n- *two*\n\n| a | b |\n|---|--:|\n| $x$ | <b> |\n\n``` python\nif x < 1: pass\n```\n\n    last"
    tree = lxml_html.fragment_fromstring(WITH.paragraphs(text, ""), create_parent="main")

    assert [child.tag for child in tree] == ["p", "table", "pre", "p"]
    assert tree.xpath("string(p[1])") == "# One\n- two"
    assert tree.xpath("string(//td[2])") == "<b>"
    assert tree.xpath("//td[2]/@align") == ["right"]
    assert tree.xpath("//td[1]/span/math")
    assert tree.xpath("string(//pre/code[@class='language-python'])") == "if x < 1: pass\n"


def test_the_first_paragraph_stands_in_a_line_of_text_and_the_rest_below():
    assert WITHOUT.lead_and_rest("One `a`.\n\nTwo.\n\nThree.", "") == (
        "One <code>a</code>.",
        "<p>Two.</p>\n<p>Three.</p>",
    )
    assert WITHOUT.lead_and_rest("One.", "") == ("One.", "")


LATEX = st.lists(
    st.sampled_from(
        [
            *("\\", "{", "}", "^", "_", "&", "\\\\", "\\frac", "\\sqrt ", "\\left(", "\\right)", "\\text{", "$", "$$"),
            *("\\begin{matrix}", "\\end{matrix}", "\\color{red}", "\\label{a}", "\\def\\a{b}", "#", "%", "~", "<", ">"),
            *("a", "1", " ", "\n", "\n\n", "é", "𝔸", "\x0b", "\ufffe", "\\(", "\\)", "\\tag{1}", "\\hline", "{" * 300),
        ]
    ),
    max_size=12,
).map("".join)


@given(LATEX)
@examples(300)
def test_whatever_stands_between_dollar_signs_stops_nothing(latex: str):
    written = f"A ${latex}$ b"
    html, problems = page(written)
    said = [problem.code for problem in WITH.problems(written)]

    assert " style=" not in html + WITH.inline(written, "") + WITH.plain(written)
    assert any("[formula" in problem for problem in problems) == ("formula--broken" in html)
    assert bool(said) == ("formula--broken" in WITH.inline(written, ""))


def test_a_site_without_formulas_does_not_load_the_library():
    code = "import sys; sys.path.insert(0, 'hooks'); import primer.text.inline, primer.kit.extension; "
    text = "from primer.text.citing import Citables; t = primer.text.inline.DataText(Citables(), frozenset()); "
    run = subprocess.run(
        [sys.executable, "-c", f"{code}{text}t.inline('*a* $x$', ''); print('math_core' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "False"
