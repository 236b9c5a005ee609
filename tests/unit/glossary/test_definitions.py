"""Definitions link the terms that they mention: each once, none to itself, one level deep."""

from __future__ import annotations

import pytest
from primer.features.glossary.definitions import Definitions
from primer.features.glossary.model import Term

from tests.rendering import content_of, render


def term(id: str, definition: str, *forms: str) -> Term:
    return Term(id=id, term=id.title(), forms=forms or (id,), definition=definition)


TERMS = (
    term("helm", "The rudder is turned at the helm. A rudder is below.", "helm", "helms"),
    term("rudder", "It turns a *ship* by [helm](/page.md), `helm`."),
    term("ship", "See [the helm](/glossary.md#helm): a helm, a rudder & rudder."),
    term("sea", "Salt < water."),
    term("wheel", "A half&shy;-helm, a he&shy;lm&nbsp;& rudder&eacute;."),
    term("ship-s-boy", "He helps at the ship\u2019s helm.", "ship's boy"),
)


@pytest.mark.parametrize(
    ("id", "base", "html"),
    [
        ("sea", "glossary/", "Salt &lt; water."),
        ("wheel", "", 'A half&shy;-helm, a <a href="glossary/#helm">he&shy;lm</a>&nbsp;&amp; rudder&eacute;.'),
        ("helm", "glossary/", 'The <a href="#rudder">rudder</a> is turned at the helm. A rudder is below.'),
        (
            "helm",
            "a/b/",
            'The <a href="../../glossary/#rudder">rudder</a> is turned at the helm. A rudder is below.',
        ),
        (
            "rudder",
            "glossary/",
            'It turns a <em><a href="#ship">ship</a></em> by <a href="../page/">helm</a>, <code>helm</code>.',
        ),
        ("ship", "glossary/", 'See <a href="#helm">the helm</a>: a helm, a <a href="#rudder">rudder</a> &amp; rudder.'),
        ("ship-s-boy", "glossary/", 'He helps at the <a href="#ship">ship</a>\u2019s <a href="#helm">helm</a>.'),
    ],
)
def test_a_definition_becomes(id: str, base: str, html: str):
    definitions = Definitions(content_of(terms=TERMS))
    made = definitions.html(next(one for one in TERMS if one.id == id), base)

    for other in ("rudder", "ship", "helm"):
        made = made.replace(f' data-term="{other}"', "")
    assert made == html


def test_a_link_that_is_ours_names_its_term_for_the_script():
    made = Definitions(content_of(terms=TERMS)).html(TERMS[2], "glossary/")

    assert made.count("data-term") == 1  # the author's own link opens nothing in place
    assert 'data-term="rudder"' in made


def test_a_definition_is_the_same_wherever_and_however_often_it_is_shown():
    definitions = Definitions(content_of(terms=TERMS))

    assert definitions.html(TERMS[0], "a/") == definitions.html(TERMS[0], "a/")


def test_without_a_page_for_the_glossary_nothing_is_linked():
    definitions = Definitions(content_of(terms=TERMS, pages=("index.md", "page.md")))

    assert "<a" not in definitions.html(TERMS[0], "page/")


@pytest.mark.parametrize(
    ("id", "others", "do"),
    [
        ("helm", ["rudder"], True),
        ("rudder", ["sea", "helm"], True),  # that of the helm mentions it
        ("ship-s-boy", ["sea", "wheel"], False),
        ("helm", [], False),
        ("ship", ["helm"], False),  # by hand
    ],
)
def test_definitions_mention_each_other(id: str, others: list[str], do: bool):
    assert Definitions(content_of(terms=TERMS)).mention_each_other(id, others) is do


def test_only_a_page_whose_definitions_mention_each_other_loads_what_opens_one_in_the_other():
    content = content_of(terms=TERMS)

    assert render("A rudder and a helm.", content).page.assets >= {"glossary.js", "inner-words.js"}
    assert "inner-words.js" not in render("A helm in the sea.", content).page.assets
