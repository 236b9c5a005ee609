"""Every feature of the authors' formats, used once in a site of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.building import ROOT, Site, build_in_place, write_project

SINK = ROOT / "tests/sites/kitchen-sink"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    project = tmp_path_factory.mktemp("kitchen-sink")
    write_project(project, {path.relative_to(SINK).as_posix(): path.read_text("utf-8") for path in _files()})
    return build_in_place(project, strict=True)


def _files() -> list[Path]:
    return [path for path in SINK.rglob("*") if path.is_file()]


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def texts(site: Site, address: str, xpath: str) -> list[str]:
    return [text(element) for element in site.tree(address).xpath(xpath)]


def under(heading: str) -> str:
    """Whatever stands between a heading and the next."""
    return f"//*[preceding-sibling::h2[1][@id='{heading}']]"


def test_it_builds_without_a_warning(site: Site):
    assert list(site.warnings) == []


@pytest.mark.parametrize(
    ("place", "fragment"),
    [
        ("//h1/following-sibling::div[@class='placement'][1]", "section[@id='quiz-tides']"),
        (under("in-a-list") + "/self::ol/li[1]/div", "section[@id='quiz-moons']"),
        (under("in-a-list") + "/self::ol/li[2]//li/div", "div[@class='quizzes']"),
        (under("in-an-admonition") + "[contains(@class, 'admonition')]/div", "section[@id='quiz-winds']"),
        (under("in-tabs") + "//div[@class='tabbed-block'][1]/div", "div[@class='help']"),
        (under("in-tabs") + "//div[@class='tabbed-block'][2]/div", "dl[@class='publisher']"),
        (under("in-a-block-quote") + "/self::blockquote/div", "section[@id='quiz-ropes']"),
    ],
    ids=["paragraph", "list", "inner list", "admonition", "tab", "other tab", "block quote"],
)
def test_a_part_stands_whole_where_its_fence_stood(site: Site, place: str, fragment: str):
    assert len(site.tree("/placements/").xpath(f"{place}/{fragment}")) == 1


def test_a_fence_inside_a_longer_fence_is_shown(site: Site):
    shown = site.tree("/placements/").xpath(under("shown-not-placed") + "//code")
    assert [element.text_content() for element in shown] == [
        "``` quiz\nid: shown-in-a-longer-fence\n```\n",
        "~~~ quiz\nid: shown-in-tildes\n~~~\n",
        "id: shown-as-yaml\n",
    ]


def test_no_two_elements_of_a_page_have_the_same_id(site: Site):
    for address in site.addresses:
        ids = site.tree(address).xpath("//@id")
        assert sorted(set(ids)) == sorted(ids), address


def test_links_inside_a_page_lead_to_something_on_it(site: Site):
    for address in site.addresses:
        ids = {"", "top", *site.tree(address).xpath("//@id")}
        assert {href[1:] for href in site.tree(address).xpath("//a/@href") if href.startswith("#")} <= ids, address


def test_citations_are_numbered_in_the_order_of_the_page_wherever_they_stand(site: Site):
    numbers = texts(site, "/citing/", "//sup[@class='citation']")
    assert numbers == [
        "[1]",
        "[1]",
        "[1] [2]",
        "[2]",
        "[1]",
        "[1]",
        "[3]",
        "[3]",
        "[3]",
        "[1]",
        "[1]",
        "[2]",
        "[1]",
        "[1]",
    ]


def test_citations_in_code_and_in_html_of_its_own_are_left_as_they_are(site: Site):
    assert texts(site, "/citing/", "//code") == ["[@not-a-reference]", "[@not-a-reference-either]"]
    assert "HTML of its own shows [@nor-this] as it is." in texts(site, "/citing/", "//p")


def test_the_sources_of_a_page_stand_at_its_end_with_a_way_back_to_each_mark(site: Site):
    sources = site.tree("/citing/").xpath("//li[starts-with(@id, 'source-')]")
    assert [(item.get("id"), item.get("value")) for item in sources] == [
        ("source-nobody-2001", "1"),
        ("source-society-2002", "2"),
        ("source-third-2003", "3"),
    ]
    back = [href for item in sources for href in item.xpath(".//a/@href") if href.startswith("#cite-")]
    assert sorted(back) == sorted(f"#{id}" for id in site.tree("/citing/").xpath("//sup[@class='citation']/a/@id"))


def test_what_only_a_quiz_cites_is_among_the_sources_of_its_page(site: Site):
    assert site.tree("/placements/").xpath("//li[starts-with(@id, 'source-')]/@id") == [
        "source-third-2003",
        "source-nobody-2001",
    ]


def test_nothing_that_is_only_for_authors_is_published(site: Site):
    for path in site.files:
        if path.endswith((".html", ".json", ".xml", ".txt")):
            assert "never-published" not in (site.folder / path).read_text("utf-8"), path


def test_each_term_is_linked_once_where_it_may_be(site: Site):
    links = site.tree("/terms/").xpath("//a[@class='glossary-term']")
    assert [(text(link), link.getparent().tag, link.get("href")) for link in links] == [
        ("rudder", "td", "../glossary/#rudder"),
        ("Helm", "p", "../glossary/#helm"),
        ("port side", "em", "../glossary/#port"),
        ("starboard", "p", "../glossary/#starboard"),
        ("CAT", "p", "../glossary/#cat-boat"),
        ("sea anchor", "p", "../glossary/#sea-anchor"),
    ]


@pytest.mark.parametrize(
    ("address", "linked"),
    [("/skips-a-term/", ["rudder"]), ("/skips-all-terms/", []), ("/sea/harbour/", ["helm"]), ("/glossary/", [])],
)
def test_a_page_can_leave_out_terms(site: Site, address: str, linked: list[str]):
    assert texts(site, address, "//a[@class='glossary-term']") == linked


def test_the_glossary_says_on_which_pages_each_term_is_used(site: Site):
    entries = site.tree("/glossary/").xpath("//*[@id='helm' or @id='port' or @id='unused']/ancestor::div[.//h3][1]/..")
    shown = [text(entry) for entry in entries]
    assert ["Used on: The harbour; Where the helm is explained" in entry for entry in shown] == [True, False, False]
    assert ["Used on: Where the helm is explained" in entry for entry in shown] == [False, True, False]


def test_the_references_say_on_which_pages_each_is_cited(site: Site):
    [nobody] = texts(site, "/references/", "//li[@id='nobody-2001']")
    assert "Used on: Tides & <moons>; Where citations can stand; Where parts can be placed" in nobody
    assert "Not confirmed: web address or DOI, volume, issue or pages." in nobody


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/old/harbour/", "../../sea/harbour/"),
        ("/go/harbour/", "../../sea/harbour/"),
        ("/go/home/", "../../"),
        ("/go/tides/", "../../quizzes/tides/"),
    ],
)
def test_old_and_short_addresses_lead_to_the_page(site: Site, address: str, target: str):
    assert site.tree(address).xpath("//main//a/@href") == [target]
    assert site.tree(address).xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]


def test_a_page_loads_only_what_it_shows(site: Site):
    def assets(address: str) -> set[str]:
        loaded = site.tree(address).xpath("//script/@src | //link[@rel='stylesheet']/@href")
        names = {re.sub(r".*/(\w+)\.(?:.*\.)?(\w+)$", r"\1.\2", path) for path in loaded}
        return {name for name in names if name.startswith(("quiz.", "glossary."))}

    glossary, quiz = {"glossary.js"}, {"quiz.css", "quiz.js"}
    assert assets("/") == set()
    assert assets("/references/") == set()
    assert assets("/quizzes/") == set()
    assert assets("/glossary/") == glossary
    assert assets("/skips-a-term/") == glossary
    assert assets("/quizzes/tides/") == quiz
    assert assets("/terms/") == glossary | quiz


def test_a_page_is_sensitive_when_it_or_a_quiz_on_it_is(site: Site):
    marked = [address for address in site.addresses if site.tree(address).xpath("//*[@class='content-note__leave']")]
    assert marked == ["/placements/", "/quizzes/winds/", "/terms/"]


def test_a_review_that_is_overdue_says_so_and_one_by_a_clinician_names_them(site: Site):
    assert "This review is overdue" in text(site.tree("/quizzes/tides/").xpath("//footer[@class='extras']")[0])
    harbour = text(site.tree("/sea/harbour/").xpath("//footer[@class='extras']")[0])
    assert "A made-up reviewer, on 20 November 2026" in harbour
    assert "overdue" not in harbour


def test_a_title_that_looks_like_markup_is_text_on_its_own_page(site: Site):
    title = 'Terms that are not <linked> & "why"'
    page = site.tree("/skips-a-term/")

    assert texts(site, "/skips-a-term/", "//h1") == [title]
    assert page.xpath("//title/text()")[0].startswith(f"{title} ")
    assert page.xpath("//meta[@name='description']/@content") == [
        'A page that leaves out <one> term & "keeps" the others.'
    ]
    assert texts(site, "/go/skips-a-term/", "//h1") == [title]


def test_a_title_that_looks_like_markup_is_text_on_every_other_page(site: Site):
    for address in site.addresses:
        assert site.tree(address).xpath("//linked | //one | //moons") == [], address
