"""A text that leaves the site needs nothing of the site, and says the same in plain words."""

from __future__ import annotations

import pytest
from primer.features.references.model import Name, Record, Reference
from primer.features.references.naming import citables
from primer.features.references.strings import ReferencesStrings
from primer.kit.sources import Loaded
from primer.text.carried import CarriedText, picture_name, pieces
from primer.text.inline import DataText
from primer.text.rich import plain_words

from tests.rendering import strings

REFERENCES = {
    reference.id: reference
    for reference in (
        Reference(
            id="nobody-2001",
            kind="made up",
            csl=Record(type="book", author=(Name(family="Nobody"),), issued=2001, title="Tides", DOI="10.1/x"),
        ),
        Reference(
            id="society-2002",
            kind="made up",
            csl=Record(type="book", author=(Name(literal="A society"),), issued=2002, title="Moons"),
        ),
    )
}
TEXT = DataText(
    citables(Loaded(REFERENCES), strings()[ReferencesStrings], "en_GB"),
    frozenset(["trust/tides.md"]),
    frozenset(["sea/moon.svg", "moon.svg"]),
    formulas=True,
)
HERE = "https://example.org/base/"


def carried(site_url: str | None = HERE) -> CarriedText:
    return CarriedText(TEXT, site_url)


@pytest.mark.parametrize(
    ("written", "html", "words"),
    [
        (
            "See [tides](/trust/tides.md#high).",
            'See <a href="https://example.org/base/trust/tides/#high">tides</a>.',
            "See tides (https://example.org/base/trust/tides/#high).",
        ),
        (
            "High [@nobody-2001; @society-2002].",
            (
                'High <span>(Nobody, 2001, <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>; '
                "A society, 2002)</span>."
            ),
            "High (Nobody, 2001, https://doi.org/10.1/x; A society, 2002).",
        ),
        ("<https://example.org/>", '<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ("a **b** & <i>", "a <strong>b</strong> &amp; &lt;i&gt;", "a b & <i>"),
        ("`a  b`", "<code>a  b</code>", "a b"),
    ],
)
def test_a_line(written: str, html: str, words: str):
    found = carried().line(written)

    assert (found.html(), found.text) == (html, words)


def test_without_an_address_links_to_pages_are_words():
    found = carried(None).line("See [tides](/trust/tides.md) and [more](https://example.org/x).")

    assert found.html() == 'See <span>tides</span> and <a href="https://example.org/x">more</a>.'
    assert found.text == "See tides and more (https://example.org/x)."


def test_a_picture_comes_along_under_a_name_of_its_own():
    found = carried().line("![High water](/sea/moon.svg) and ![Low](/moon.svg)")
    names = [picture_name(path) for path in ("sea/moon.svg", "moon.svg")]

    assert found.pictures == ("sea/moon.svg", "moon.svg")
    assert len({*names}) == 2
    assert found.html("media/").count('src="media/') == 2
    assert all(f'src="media/{name}"' in found.html("media/") for name in names)
    assert found.text == "High water and Low"


def test_a_picture_is_not_mistaken_for_words_about_one():
    found = carried().line('src="x.svg" ![High](/moon.svg)')

    assert found.html("@@PLUGINFILE@@/").count("@@PLUGINFILE@@/") == 1


def test_a_formula_is_mathml_and_says_its_latex():
    found = carried().line("So $x^2$ it is")

    assert '<math alttext="x^2">' in found.html()
    assert found.text == "So x^2 it is"


def test_a_broken_formula_leaves_the_others_their_words():
    found = carried().line("So $\\frac{$ and $y$")

    assert found.html().count("alttext") == 1
    assert '<math alttext="y">' in found.html()


def test_paragraphs_tables_and_code_keep_their_lines():
    found = carried().whole("One\n*line*\n\nTwo\n\n```\na  b\n  c\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |")

    assert found.html().startswith("<p>One\n<em>line</em></p><p>Two</p>")
    assert found.text == "One line\n\nTwo\n\na  b\n  c\n\nx | y\n1 | 2"


def test_one_paragraph_stands_in_a_line():
    assert carried().whole("One *two*").html() == "One <em>two</em>"


def test_gaps_are_numbered_in_words_and_can_be_cut_out():
    found = carried().gapped("The **{pull} of** `{pull}` and {moon}.")

    assert found.text == "The [1] of {pull} and [2]."
    assert pieces(found) == ["The <strong>", "pull", " of</strong> <code>{pull}</code> and ", "moon", "."]


def test_code_with_lines_that_look_empty():
    assert plain_words("<pre><code>a\n\n  b\n</code></pre><p>c</p>") == "a\n\n  b\n\nc"
