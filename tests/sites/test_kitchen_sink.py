"""Every feature of the authors' formats, used once in a site of its own."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from lxml.html import HtmlElement
from primer.core.urls import page_id

from tests.building import ROOT, Site, build_in_place, write_project
from tests.rendering import problems_in

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
        (under("in-a-list") + "/self::ol/li[2]//li/div", "div[@class='catalogue']"),
        (under("in-an-admonition") + "[contains(@class, 'admonition')]/div", "section[@id='quiz-winds']"),
        (under("in-tabs") + "//div[@class='tabbed-block'][1]/div", "div[@class='help']"),
        (under("in-tabs") + "//div[@class='tabbed-block'][2]/div", "dl[@class='publisher']"),
        (under("in-a-block-quote") + "/self::blockquote/div", "section[@id='quiz-ropes']"),
    ],
    ids=["paragraph", "list", "inner list", "admonition", "tab", "other tab", "block quote"],
)
def test_a_part_stands_whole_where_its_fence_stood(site: Site, place: str, fragment: str):
    assert len(site.tree("/placements/").xpath(f"{place}/{fragment}")) == 1


@pytest.mark.parametrize(
    ("place", "fragment"),
    [
        (under("in-an-admonition") + "[contains(@class, 'admonition')]/div", "section[@id='guide-boats']"),
        (under("in-a-list") + "/self::ol/li[1]/div", "section[@id='guide-knots']"),
        (under("in-a-tab") + "//div[@class='tabbed-block'][1]/div", "course-planner/section[@id='planner']"),
    ],
    ids=["admonition", "list", "tab"],
)
def test_a_guide_stands_whole_where_its_fence_stood(site: Site, place: str, fragment: str):
    assert len(site.tree("/choosing/").xpath(f"{place}/{fragment}")) == 1


def test_a_page_ends_with_the_questions_that_it_answers_as_links_to_the_answers(site: Site):
    [link] = site.tree("/choosing/").xpath("//*[@id='other-ways']/../following-sibling::ul/li/a")

    assert (link.get("href"), text(link)) == ("#in-a-list", "Which <b>boat</b> & when?")
    assert site.tree("/choosing/").xpath("//h2[@id='in-a-list']")


@pytest.mark.parametrize("address", ["/guides/boats/", "/guides/knots/", "/choosing/"])
def test_without_scripts_each_option_of_a_guide_is_a_link_to_a_heading_on_the_page(site: Site, address: str):
    page = site.tree(address)
    headings = set(page.xpath("//h2/@id | //h3/@id | //h4/@id | //h5/@id"))
    leads = [href[1:] for href in page.xpath("//li[@class='guide__option']/a/@href")]

    assert leads
    assert set(leads) <= headings
    assert page.xpath("//course-guide//input | //course-guide//textarea") == []


def test_the_planner_shows_each_problem_said_in_each_way(site: Site):
    assert texts(site, "/choosing/", "//blockquote[@class='guide__script']") == [
        "Ahoy. Water comes in at [place]. Can you bail? Thank you.",
        "Look, [name]. Water comes in at [place]. Can you bail? Over.",
        "Ahoy. I see nothing. Can you hear? Thank you.",
        "Look, [name]. I see nothing. Can you hear? Over.",
    ]


def test_a_guide_shows_its_level_its_topics_and_its_sources(site: Site):
    endings = {text(one.xpath("./h2")[0]): one for one in site.tree("/guides/boats/").xpath("//section[@data-level]")}
    assert "Level 3 of 3: get safe" in text(endings["Stay in harbour"])
    assert endings["Sail"].xpath(".//ul[@class='guide__topics']//a/@href") == [
        "#guide-boats-watches",
        "#guide-boats-mending",
    ]
    assert site.tree("/guides/boats/").xpath("//li[starts-with(@id, 'source-')]/@id") == ["source-society-2002"]


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
    ("address", "glossary"),
    [
        ("/options/routes-by-country/", "../../glossary/#rudder"),
        ("/embed/pages/routes-by-country/", "../../../glossary/#rudder"),
    ],
)
def test_a_term_in_the_texts_of_routes_is_linked_once(site: Site, address: str, glossary: str):
    [link] = site.tree(address).xpath("//a[@class='glossary-term']")

    assert (text(link.getparent()), link.get("href")) == ("A note on routes and rudders.", glossary)


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
    assert "Used on: Figures; Routes; Tides & <moons>; Where citations can stand; Where parts can be placed" in nobody
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


def test_an_embed_of_an_old_id_leads_on_inside_the_frame(site: Site):
    page = site.tree("/embed/pages/haven/")

    assert page.xpath("//main//a/@href") == ["../harbour/"]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../harbour/"]


def test_every_id_in_the_ledger_has_an_embed(site: Site):
    addresses = yaml.safe_load((SINK / "docs/_data/permalinks.yml").read_text("utf-8"))["addresses"]
    short = {address.split("/")[2] for address in addresses if address.startswith("/go/")}
    embedded = [address.split("/")[3] for address in site.addresses if address.startswith("/embed/")]

    assert sorted({*addresses.values(), *short}) == sorted(set(embedded))


EMBEDDED = ["citing/", "sea/harbour/", "skips-a-term/", "glossary/", "quizzes/tides/"]


@pytest.mark.parametrize("address", EMBEDDED)
def test_links_of_an_embed_lead_where_those_of_the_page_lead_and_out_of_the_frame(site: Site, address: str):
    embed = f"/embed/{address}" if address.startswith("quizzes/") else f"/embed/pages/{page_id(f'{address[:-1]}.md')}/"
    here, there = (
        site.tree(embed).xpath("//main//*[@href]"),
        site.tree(f"/{address}").xpath(
            "//article//*[@href][not(ancestor::details[@id='use-in-class'] or ancestor::*[@class='tools'])]"
        ),
    )

    assert [lead(embed, link) for link in here] == [lead(f"/{address}", link) for link in there] != []
    assert {link.get("target") for link in here if not lead(embed, link).startswith("#")} == {"_top"}
    assert {link.get("target") for link in here if lead(embed, link).startswith("#")} <= {None}


def lead(address: str, link: HtmlElement) -> str:
    """Where a link leads, or its fragment when it stays on the page."""
    href = link.get("href")
    return href if href.startswith("#") else urljoin(address, href)


def test_quizzes_can_be_set_by_hand_without_scripts(site: Site):
    page = site.tree("/assignments/")

    assert {"../quizzes/tides/", "../quizzes/winds/"} <= set(page.xpath("//details[@open]//a/@href"))
    assert "causes: Say what causes tides." in texts(site, "/assignments/", "//details//li/ul/li")
    assert [row.partition("=")[0] for row in texts(site, "/assignments/", "//details//td/code")] == [
        "objective",
        "question",
        "draw",
        "shuffle",
        "seed",
        "exam",
    ]


def test_a_site_that_does_not_know_its_address_says_draft_and_has_no_codes(site: Site):
    assert [text.startswith("Draft:") for text in texts(site, "/assignments/", "//*[contains(@class, 'draft')]")] == [
        True,
        True,
    ]
    assert not [path for path in site.files if path.endswith("qr.svg")]


def test_an_embed_is_the_page_without_the_site(site: Site):
    page = site.tree("/embed/pages/citing/")

    assert texts(site, "/embed/pages/citing/", "//h1") == texts(site, "/citing/", "//h1")
    assert page.xpath("//header | //site-search | //nav[@id='site-menu']") == []
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//a[.='Get help now']/@href") == ["../help-now/"]
    assert "No clinician has reviewed this page yet." in text(page)


@pytest.mark.parametrize(
    ("address", "original"),
    [("/embed/quizzes/winds/", "/quizzes/winds/"), ("/embed/pages/placements/", "/placements/")],
)
def test_a_sensitive_page_is_not_shown_in_a_frame(site: Site, address: str, original: str):
    main = site.tree(address).xpath("//main")[0]

    assert main.xpath(".//form | .//h2") == []
    assert [urljoin(address, href) for href in main.xpath(".//a/@href")] == [original]
    assert site.tree(address).xpath("//leave-site") == []


def test_search_engines_and_the_search_do_not_find_embeds(site: Site):
    for path in ("sitemap.xml", "search/index.json"):
        assert "embed/" not in (site.folder / path).read_text("utf-8")


def test_a_page_loads_only_what_it_shows(site: Site):
    def assets(address: str) -> set[str]:
        loaded = site.tree(address).xpath("//script/@src | //link[@rel='stylesheet']/@href")
        names = {re.sub(r".*/([\w-]+)\.(?:.*\.)?(\w+)$", r"\1.\2", path) for path in loaded}
        parts = (
            "quiz.",
            "quiz-",
            "guide.",
            "planner.",
            "glossary.",
            "glossary-",
            "inner-",
            "places.",
            "figure.",
            "assignment.",
        )
        return {name for name in names if name.startswith(parts)}

    glossary, quiz = {"glossary.js"}, {"quiz.css", "quiz-types.js", "quiz.js"}
    guide = {"guide.css", "guide.js"}
    assert assets("/") == set()
    assert assets("/references/") == set()
    assert assets("/quizzes/") == set()
    assert assets("/glossary/") == {"glossary.css", "glossary-list.js"}
    assert assets("/skips-a-term/") == glossary
    assert assets("/quizzes/tides/") == quiz
    assert assets("/quizzes/moons/") == quiz
    assert assets("/terms/") == glossary | quiz
    assert assets("/figures/") == {"figure.css"}
    assert assets("/guides/") == set()
    assert assets("/guides/knots/") == guide
    assert assets("/choosing/") == guide | quiz | {"planner.css", "planner.js"}
    assert assets("/help-now/") == {"places.css", "places.js"}
    assert assets("/options/routes-by-country/") == glossary | {"places.css", "places.js"}
    assert assets("/assignments/") == {"assignment.css", "assignment.js"}


def test_a_page_loads_its_types_of_question_and_no_others_as_one_script_beside_that_of_quizzes(site: Site):
    def types(address: str) -> set[str]:
        names = [path.split("/")[-1] for path in site.tree(address).xpath("//script/@src")]
        pack, core = (name for name in names if name.startswith("quiz"))
        assert core.startswith("quiz.")
        text = (site.folder / "assets" / pack).read_text("utf-8")
        assert re.findall(r'(?:from|import) ?"\./(.*?)"', text) == [core]
        return set(re.findall(r'registerType\("([a-z-]+)"', text))

    both = types("/quizzes/tides/")
    assert "order" not in both
    assert both == types("/embed/quizzes/tides/") == {"choice", "true-false"}
    assert types("/choosing/") == types("/quizzes/moons/")


def test_no_script_is_fetched_only_once_another_is_here(site: Site):
    for address in site.addresses:
        fetched = {path.split("/")[-1] for path in site.tree(address).xpath("//script/@src")}
        for name in fetched:
            file = site.folder / "assets" / name
            needed = re.findall(r'(?:from|\bimport) ?"\./(.*?)"', file.read_text("utf-8")) if file.is_file() else []
            assert {*needed} <= fetched, address


def test_the_routes_of_each_place_stand_in_the_order_of_the_help_lines_and_lead_to_them(site: Site):
    [first, *_] = site.tree("/options/routes-by-country/").xpath("//site-places")
    shown = [" ".join(heading.text_content().split()) for heading in first.xpath(".//h2 | .//h3")]
    assert shown == ["One country", "Titles", "Complaints", "Another country", "Titles", "Complaints"]
    links = site.tree("/options/routes-by-country/").xpath("//a[contains(@href, 'help-now')]/@href")
    assert [link for link in links if "#" in link] == ["../../help-now/#one-country", "../../help-now/#other-country"]
    back = site.tree("/help-now/").xpath("//details[@data-place]/p/a/@href")
    assert back == ["../options/routes-by-country/#one-country", "../options/routes-by-country/#other-country"]


def test_a_route_says_what_was_seen_where_and_when_and_nothing_that_was_not(site: Site):
    page = "/options/routes-by-country/"
    [board] = texts(site, page, "//li[@id='one-board']")
    assert board.startswith("A board. It hears you. Time limit: Within a year. Website: example.org ")
    assert board.endswith(" Where we saw this Published by A publisher. Seen on 21 November 2026.")
    [title] = texts(site, page, "//li[@id='other-title']")
    assert title.startswith("A title. It is protected (Nobody and others, 2001), see the harbour. ")
    assert title.endswith(" Where we saw this Seen on 21 November 2026.")
    [recalled] = texts(site, page, "//li[@id='other-board']")
    assert recalled.startswith("A board. We couldn't confirm the details")


def test_routes_of_one_kind_are_part_of_a_passage_and_share_no_id_with_others(site: Site):
    page = site.tree("/options/routes-by-country/")
    [_, complaints, alone] = page.xpath("//site-places")
    assert complaints.xpath(".//h2 | .//h3/@id") == ["one-country-2", "other-country-2"]
    assert complaints.xpath(".//li[@class='routes__row']/@id") == ["one-board-2", "other-board-2"]
    assert (alone.xpath(".//h3/@id"), alone.xpath(".//nav")) == (["other-country-3"], [])


def test_what_routes_cite_is_among_the_sources_of_their_page(site: Site):
    assert site.tree("/options/routes-by-country/").xpath("//li[starts-with(@id, 'source-')]/@id") == [
        "source-nobody-2001"
    ]


def test_an_emergency_number_is_called_with_one_press_and_named_by_its_place(site: Site):
    [number] = site.tree("/help-now/").xpath("//ul[@class='emergency']//a")
    assert (number.get("href"), " ".join(number.text_content().split())) == ("tel:999", "999 One country")


def test_a_short_list_of_help_lines_stands_above_the_whole_one_and_leads_into_it(site: Site):
    [short] = site.tree("/help-now/").xpath("//ul[contains(@class, 'emergency--lines')]")
    assert short.xpath(".//a/@href") == ["tel:+441234567890", "sms:18004357", "./#one-listening"]
    assert site.tree("/help-now/").xpath("count(//*[@id='one-listening'])") == 1


def test_a_day_on_which_everything_is_too_old_is_no_mistake():
    docs = SINK / "docs"
    long_after = datetime.date(2126, 1, 1)

    assert problems_in(docs, today=long_after) == problems_in(docs) == []


def test_a_drawing_stands_in_the_page_with_its_name_its_caption_and_the_same_in_words(site: Site):
    [figure] = site.tree("/figures/").xpath("//div[@id='figure-moored']")
    [drawing] = figure.xpath("figure/svg[@role='img']")
    assert drawing.get("aria-label") == "A boat & its <mooring>"
    assert text(drawing) == "Fore & aft <here>"
    assert [one.tag for one in drawing] == ["path", "text"]
    assert text(figure.xpath("figure/figcaption")[0]) == (
        "A boat & its <mooring> It lies at anchor (Nobody and others, 2001)."
    )
    assert [text(one) for one in figure.xpath("details/p")] == ["A boat.", "A rope to the harbour."]
    assert figure.xpath("details/p/a/@href") == ["../sea/harbour/"]


def test_a_chart_has_its_numbers_in_a_table_too(site: Site):
    rows = site.tree("/figures/").xpath("//div[@id='figure-links']//tbody/tr")
    assert [[text(cell) for cell in row] for row in rows] == [
        ["With a range (Nobody and others, 2001)", "40", "40 to 50"],
        ["Without one (Nobody and others, 2001)", "50", "Not seen"],
    ]
    [share] = site.tree("/figures/").xpath("//div[@id='figure-share']//tbody/tr")
    assert text(share) == "Counted (Nobody and others, 2001)40%"


def test_what_figures_cite_is_among_the_sources_of_their_page(site: Site):
    assert site.tree("/figures/").xpath("//li[starts-with(@id, 'source-')]/@id") == ["source-nobody-2001"]


def test_a_page_is_sensitive_when_it_or_something_on_it_is(site: Site):
    marked = [address for address in site.addresses if site.tree(address).xpath("//*[@class='content-note__leave']")]
    assert marked == ["/choosing/", "/guides/boats/", "/placements/", "/quizzes/winds/", "/terms/"]


def test_a_sensitive_quiz_keeps_every_other_quiz_on_its_page_from_remembering(site: Site):
    """Those above it too."""
    quizzes = site.tree("/placements/").xpath("//course-quiz")
    assert [quiz.get("data-quiz") for quiz in quizzes] == ["tides", "moons", "winds", "ropes"]
    assert all(quiz.get("data-sensitive") is not None for quiz in quizzes)
    assert site.tree("/placements/").xpath("//*[@data-action='remember']") == []
    assert site.tree("/quizzes/moons/").xpath("//*[@data-action='remember']")


def test_a_sensitive_guide_keeps_the_quizzes_on_its_page_from_remembering(site: Site):
    assert site.tree("/choosing/").xpath("//course-quiz/@data-quiz") == ["ropes"]
    assert site.tree("/choosing/").xpath("//course-quiz/@data-sensitive") == [""]
    assert site.tree("/quizzes/ropes/").xpath("//*[@data-action='remember']")


def test_a_sensitive_guide_says_what_is_in_it_on_its_own_page_and_on_others(site: Site):
    note = "This guide names storms & <waves>."
    [line] = texts(site, "/guides/boats/", "//p[@class='content-note']")
    assert line.startswith(f"{note} “Leave this site”")
    assert texts(site, "/choosing/", "//p[@class='guide__note']") == [f"Before you read. {note}"]


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
