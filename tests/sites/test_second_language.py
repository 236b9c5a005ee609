"""A second language has its own words around its pages, its own data, and ways from one language to the other."""

from __future__ import annotations

from collections.abc import Callable

import lxml.etree
import pytest
import yaml

from tests.building import ROOT, SITE_URL, Site, build_in_place, read_settings, write_project
from tests.rendering import FRONT_MATTER

NAV = [
    {"Home": "index.md"},
    {"Reef": "sea/reef.md"},
    {"Only": "only.md"},
    {"Words": "glossary.md"},
    {"Quizzes": "quizzes/index.md"},
    {"Español": ["es/index.md", "es/sea/reef.md", "es/glossary.md", "es/quizzes/index.md"]},
]
LINES = """\
- id: here
  name: Here
  services:
    - {id: here-emergency, name: Emergency services, for: Anyone., kind: emergency, call: "911", evidence: universal}
    - id: here-line
      name: A line
      for: Anyone at all.
      kind: crisis
      call: "988"
      text: {number: "988"}
      evidence: official
      seen_by: Somebody
      seen_on: 2026-11-20
    - {id: here-english, name: In English, for: Anyone., kind: crisis, site: "https://example.org", evidence: recalled}
"""
WORDS = """\
- id: here
  name: Aquí
  services:
    - {id: here-line, for: Para cualquiera., languages: Pulse 2., word: AYUDA, seen_by: Alguien, seen_on: 2026-11-27}
    - {id: here-emergency, name: Emergencias, for: Si hay peligro.}
"""
QUIZ = """\
title: {title}
summary: {summary}
level: introductory
minutes: 1
questions:
  - id: one
    type: true-false
    prompt: {prompt}
    answer: true
    feedback: {{right: {title}, wrong: {title}}}
    explanation: {summary}
"""
FILES = {
    "docs/sea/reef.md": FRONT_MATTER.replace("A page", "Reef") + "The tide.\n",
    "docs/only.md": FRONT_MATTER.replace("A page", "Only here") + "See [the reef](/es/sea/reef.md).\n",
    "docs/es/index.md": FRONT_MATTER.replace("A page", "Inicio") + "La marea.\n\n``` help-lines\n```\n",
    "docs/es/sea/reef.md": FRONT_MATTER.replace("A page", "Arrecife") + "Vea [esto](/only.md) y [lo otro](reef.md).\n",
    "docs/_data/strings/es.yml": "site: {name: El mar, skip: Ir al texto}\nhelp_lines: {languages: En español}\n",
    "docs/_data/help-lines.yml": LINES,
    "docs/_data/es/help-lines.yml": WORDS,
    "docs/_data/quizzes/waves.yml": QUIZ.format(title="Waves", summary="On waves.", prompt="Waves come from wind."),
    "docs/_data/quizzes/tides.yml": QUIZ.format(title="Tides", summary="On tides.", prompt="The moon pulls."),
    "docs/_data/es/quizzes/waves.yml": QUIZ.format(title="Olas", summary="De olas.", prompt="El viento hace olas."),
    "docs/_data/glossary.yml": "- {id: tide, term: Tide, forms: [tide], definition: Water that rises.}\n",
    "docs/_data/es/glossary.yml": "- {id: tide, term: Marea, forms: [marea], definition: Agua que sube.}\n",
    "docs/glossary.md": FRONT_MATTER.replace("A page", "Words") + "``` glossary\n```\n",
    "docs/es/glossary.md": FRONT_MATTER.replace("A page", "Palabras") + "``` glossary\n```\n",
    "docs/quizzes/index.md": FRONT_MATTER.replace("A page", "Quizzes") + "``` quizzes\n```\n",
    "docs/es/quizzes/index.md": FRONT_MATTER.replace("A page", "Preguntas") + "``` quizzes\n```\n",
}


def settings(**more: object) -> str:
    """Settings of a small site, as ``write_project`` writes them, with more of them."""
    ours = read_settings()
    found = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(ROOT / path) for path in ours["hooks"]],
        "theme": {"custom_dir": str(ROOT / ours["theme"]["custom_dir"])},
        **more,
    }
    return yaml.safe_dump(found)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = tmp_path_factory.mktemp("languages")
    write_project(project, FILES | {"mkdocs.yml": settings(nav=NAV, site_url=SITE_URL)})
    return build_in_place(project)


def test_nothing_is_wrong(site: Site):
    assert site.warnings == []


@pytest.mark.parametrize(("address", "language"), [("/sea/reef/", "en-GB"), ("/es/sea/reef/", "es")])
def test_a_page_says_its_language_and_so_does_what_leads_to_it(site: Site, address: str, language: str):
    assert site.tree(address).get("lang") == language
    for other in ("/go/reef/", "/embed/pages/reef/"):
        root = "/es" if language == "es" else ""
        assert site.tree(root + other).get("lang") == language


def test_the_words_around_a_page_are_those_of_its_language(site: Site):
    assert site.tree("/es/sea/reef/").xpath("//a[@class='skip-link']/text()") == ["Ir al texto"]
    assert site.tree("/sea/reef/").xpath("//a[@class='skip-link']/text()") == ["Skip to main content"]
    assert site.tree("/es/sea/reef/").xpath("//title/text()") == ["Arrecife – El mar"]


def test_search_engines_are_told_of_the_same_page_in_each_language(site: Site):
    expected = [
        ("en-GB", f"{SITE_URL}sea/reef/"),
        ("es", f"{SITE_URL}es/sea/reef/"),
        ("x-default", f"{SITE_URL}sea/reef/"),
    ]

    for address in ("/sea/reef/", "/es/sea/reef/"):
        links = site.tree(address).xpath("//link[@rel='alternate']")
        assert [(link.get("hreflang"), link.get("href")) for link in links] == expected
    assert site.tree("/only/").xpath("//link[@rel='alternate']") == []
    mapped = lxml.etree.fromstring(site.file("/sitemap.xml").read_bytes())
    named = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
    links = mapped.xpath(f"//map:url[map:loc='{SITE_URL}es/sea/reef/']/xhtml:link", namespaces=named)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/sea/reef/", ("../../es/sea/reef/", "es", "Español")),
        ("/es/sea/reef/", ("../../../sea/reef/", "en-GB", "English")),
        ("/only/", ("../es/", "es", "Español")),  # the home page, where there is no such page
    ],
)
def test_a_plain_link_leads_to_the_other_language(site: Site, address: str, expected: tuple[str, str, str]):
    [link] = site.tree(address).xpath("//footer//nav//a[@hreflang]")

    assert (link.get("href"), link.get("hreflang"), link.text) == expected
    assert link.get("lang") == expected[1]


def test_a_link_in_the_text_says_where_it_leaves_the_language_of_its_page(site: Site):
    there, here = site.tree("/es/sea/reef/").xpath("//main//p/a[contains(@href, '/')]")[:2]
    [back] = site.tree("/only/").xpath("//main//p/a[contains(@href, 'reef')]")

    assert (there.get("hreflang"), here.get("hreflang"), back.get("hreflang")) == ("en-GB", None, "es")


def test_each_language_has_the_menu_of_its_own_pages(site: Site):
    menus = {
        address: site.tree(address).xpath("//nav[@id='site-menu']//a/text()") for address in ("/", "/es/", "/only/")
    }

    assert menus["/"] == menus["/only/"] == ["Home", "Reef", "Only", "Words", "Quizzes"]
    assert menus["/es/"] == ["Inicio", "Arrecife", "Palabras", "Preguntas"]


def test_help_lines_are_those_that_answer_in_the_language_with_the_numbers_of_the_first(site: Site):
    page = site.tree("/es/")
    [emergency, line] = page.xpath("//div[@class='help']//div[h3]")

    assert emergency.xpath("h3/text()") == ["Emergencias"]
    assert emergency.xpath(".//a[@class='help__number md-button md-button--primary']/@href") == ["tel:911"]
    assert line.xpath("h3/text()") == ["A line"]
    assert line.xpath(".//li/text()")[:1] == ["En español: Pulse 2."]
    assert line.xpath(".//a[starts-with(@href, 'sms:')]/text()") == ["Text AYUDA to 988"]
    assert "Alguien" in line.text_content()
    assert "In English" not in page.text_content()


def test_quizzes_and_terms_are_those_of_the_language(site: Site):
    page = site.tree("/es/quizzes/waves/")

    assert page.get("lang") == "es"
    assert page.xpath("//h1/text()") == ["Olas"]
    assert site.tree("/quizzes/waves/").xpath("//h1/text()") == ["Waves"]
    assert site.tree("/es/").xpath("//main//a[@class='glossary-term']/@href") == ["glossary/#tide"]
    assert site.tree("/sea/reef/").xpath("//main//a[@class='glossary-term']/@href") == ["../../glossary/#tide"]
    assert site.tree("/es/glossary/").xpath("//dt//dfn/text() | //h3/text()")[:1] != []
    listed = site.tree("/es/quizzes/").xpath("//main//a/@href")
    assert "waves/" in listed


def test_a_language_is_known_by_the_name_of_its_folder(build_site: Callable[..., Site]):
    """As HTML writes it, with the way it reads and what it calls itself, where its strings say nothing of that."""
    known = {"pt-br": ("pt-BR", "ltr"), "zh-hant": ("zh-Hant", "ltr"), "he": ("he", "rtl")}
    site = build_site(
        {f"docs/{code}/index.md": FRONT_MATTER + "Text.\n" for code in known}
        | {f"docs/_data/strings/{code}.yml": "page: {edit: Edit}\n" for code in known}
    )
    names = site.tree("/").xpath("//footer//a[@hreflang]/text()")

    assert site.warnings == []
    assert {code: (site.tree(f"/{code}/").get("lang"), site.tree(f"/{code}/").get("dir")) for code in known} == known
    assert names == ["עברית", "Português (Brasil)", "中文 (繁體)"]


# ---- what authors get wrong


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"docs/_data/es/help-lines.yml": WORDS.replace("id: here-line", "id: here-lime")},
            "docs/_data/es/help-lines.yml:4:12: 'here' has no service 'here-lime' [help-lines-unknown-service]",
        ),
        (
            {"docs/_data/es/help-lines.yml": WORDS.replace("id: here\n", "id: her\n")},
            "docs/_data/es/help-lines.yml:1:7: there are no help lines for a place 'her' [help-lines-unknown-place]",
        ),
        (
            {"docs/_data/es/help-lines.yml": WORDS.replace("Para cualquiera.", "Llame al 988.")},
            "docs/_data/es/help-lines.yml:4:28: 'for' says the number '988' once more [help-lines-number-in-words]",
        ),
        (
            {"docs/_data/es/help-lines.yml": WORDS.replace(", seen_on: 2026-11-27", "")},
            "'seen_by' is there without 'seen_on' [help-lines-no-source]",
        ),
        (
            {"docs/sea/reef.md": FILES["docs/sea/reef.md"].replace("review_by", "translates: 2026-11-20\nreview_by")},
            "docs/sea/reef.md:5:13: the page is in the first language, and translates no other [",
        ),
        (
            {"docs/es/sea/reef.md": FRONT_MATTER.replace("review_by", "translates: 2027-11-20\nreview_by")},
            "docs/es/sea/reef.md:5:13: 'translates' is after 'sources_checked' [page-dates]",
        ),
        (
            {"docs/es/nowhere.md": FRONT_MATTER},
            "docs/es/nowhere.md:1:1: there is no page 'nowhere' in the language 'en' [page-no-original]",
        ),
        (
            {"docs/_data/es/references.yml": "[]\n"},
            "docs/_data/es/references.yml:1:1: nothing reads the file 'es/references.yml' [data-unread]",
        ),
        (
            {"docs/es/sea/reef.md": FRONT_MATTER + "``` quiz\nid: tides\n```\n"},
            "docs/es/sea/reef.md:9:5: there is no quiz 'tides' [quiz-unknown]",
        ),
    ],
)
def test_a_mistake_in_another_language_is_said_where_it_stands(
    build_site: Callable[..., Site], files: dict[str, str], said: str
):
    warnings = build_site(FILES | files).warnings

    assert len(warnings) == 1
    assert said in warnings[0]
