"""No id stands twice on a page."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from primer.features.assignment.feature import BUILDER_IDS
from primer.features.guide.model import Guide
from primer.features.planner.model import Planner
from primer.kit.page import ON_EVERY_PAGE
from primer.kit.templates import ENGINE
from primer.site.assets import THEME
from primer.site.reading import OTHER_WAYS

from tests.building import ROOT
from tests.property.strategies import REFERENCES, TERMS
from tests.property.test_guide_text import guide_of, planner_of, read
from tests.property.test_quiz_text import quiz_with
from tests.rendering import Rendered, content_of, features, render

GUIDE, PLANNER, QUIZ = "``` guide\nid: tides\n```", "``` planner\n```", "``` quiz\nid: tides\n```"
GLOSSARY, REFERENCE_LIST = "``` glossary\n```", "``` references\n```"


def page(markdown: str) -> Rendered:

    quiz = quiz_with("Tides", "text", "feedback")
    assert quiz
    content = content_of(
        terms=TERMS,
        references=REFERENCES,
        quizzes={"tides": quiz, "page-words": quiz},
        guides={"tides": read(Guide, guide_of("a", "b"))},
        planner=read(Planner, planner_of("a", "b")),
    )
    return render(markdown, content)


@pytest.mark.parametrize(
    ("heading", "part", "id"),
    [
        ("Quiz tides", QUIZ, "quiz-tides_1"),
        ("Guide tides", GUIDE, "guide-tides_1"),
        ("Guide tides one", GUIDE, "guide-tides-one_1"),
        ("Planner", PLANNER, "planner_1"),
        ("Page about", "", "page-about_1"),
        ("Page sources", "", "page-sources_1"),
        ("Main content", "", "main-content_1"),
        ("Helm", GLOSSARY, "helm_1"),
        ("Letter H", GLOSSARY, "letter-h_1"),
        ("Glossary filter", GLOSSARY, "glossary-filter_1"),
        ("Nobody 2001", REFERENCE_LIST, "nobody-2001_1"),
        ("Source nobody 2001", "Text. [@nobody-2001]", "source-nobody-2001_1"),
        ("Cite nobody 2001 1", "Text. [@nobody-2001]", "cite-nobody-2001-1_1"),
        ("Source of trust", "Text. [@nobody-2001]", "source-of-trust"),
        ("Quiz tides", "", "quiz-tides"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_heading_gets_an_id_that_nothing_of_ours_has(heading: str, part: str, id: str, turned: bool):
    blocks = [f"## {heading}", part]
    shown = page("\n\n".join(reversed(blocks) if turned else blocks))

    assert shown.problems == []
    assert id in shown.tree.xpath("//h2/@id")
    repeated = {id: n for id, n in Counter(shown.tree.xpath("//@id")).items() if n > 1}
    assert repeated == {}


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        (f"{QUIZ}\n\n## A {{ #quiz-tides }}", "5:9: the id 'quiz-tides'"),
        (f"{QUIZ}\n\n## A {{ #quiz-tides--one }}", "5:9: the id 'quiz-tides--one'"),
        (f'{QUIZ}\n\n<p id="quiz-tides--remember">A</p>', "5:8: the id 'quiz-tides--remember'"),
        ('Text.\n\nA <a id="page-words"></a> b.', "3:10: the id 'page-words'"),
        ("A [@nobody-2001]\n\n## B { #source-nobody-2001 }", "3:9: the id 'source-nobody-2001'"),
        ("## A { #b }\n\n## B { #b }", "3:9: the id 'b'"),
        ("A [@nobody-2001]\n\n## B { #cite-nobody-2001-1 }", "3:9: the id 'cite-nobody-2001-1'"),
        ("## A\n\n<div id='a'>B</div>", "3:10: the id 'a'"),
        ('## A\n\n<div/id="a">B</div>', "3:10: the id 'a'"),
        ('## A\n\n<div title="B"id="a">B</div>', "3:19: the id 'a'"),
        ("``` quizzes\n```\n\n``` guides\n```", "4:1: the id 'tides'"),
        ("``` quizzes\n```", "1:1: the id 'page-words'"),
    ],
)
def test_an_id_that_the_page_has_already_is_reported_where_it_is_written(markdown: str, place: str):
    found = [problem for problem in page(markdown).problems if problem.startswith(f"docs/page.md:{place}")]

    assert len(found) == 1
    assert "is on this page already [page-repeated-anchor]" in found[0]


def test_an_id_in_code_or_in_a_comment_is_none():
    assert page('## A { #b }\n\n<!-- <p id="b"> -->\n\n`<p id="b">` and\n\n    <p id="b">').problems == []


def test_the_ids_that_templates_have_are_known():
    written = re.compile(r'\bid="([^"{]+)"')
    theme = [path for folder in (ROOT / "overrides", THEME) for path in folder.rglob("*.html")]
    in_templates = {
        id for path in [*theme, ENGINE / "site/page-end.html"] for id in written.findall(path.read_text("utf-8"))
    }
    in_builder = set(written.findall((ENGINE / "features/assignment/builder.html").read_text("utf-8")))
    at_ends = {
        id for path in ENGINE.glob("features/*/page-end.html") for id in written.findall(path.read_text("utf-8"))
    }

    assert in_templates - {OTHER_WAYS} <= ON_EVERY_PAGE
    assert in_builder == BUILDER_IDS
    assert {id for id in at_ends if not any(feature.may_bring(id, content_of()) for feature in features())} == set()
