"""Another subject on the same engine: the site in examples/tides, and parts of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Playwright
from primer.features import FEATURES

from tests.browser.accessibility import violations
from tests.building import ROOT, Site, build_in_place, made_once
from tests.pages.test_html import CHECKER, describe, let_through
from tests.serving import served
from tools.system import ensure

TIDES = ROOT / "examples/tides"
IN_EACH_LANGUAGE = ("/", "/heights/", "/glossary/", "/quizzes/moon-and-water/", "/quizzes/reading-a-table/")
PAGES = (*IN_EACH_LANGUAGE, "/404.html")
LANGUAGES = ("es", "ar")
IN_OTHERS = tuple(f"/{language}{address}" for language in LANGUAGES for address in IN_EACH_LANGUAGE)

#: What only a site on our own subject says.
OURS = re.compile(
    r"therap|clinic|medical|patient|counsel|psych|crisis|suicid|abuse"
    r"|help[-_ ]now|not_a_service|emergency service|bbc\.co\.uk|/about/|/trust/|/options/|/warning-signs/",
    re.IGNORECASE,
)
TEXTS = {".html", ".js", ".css", ".json", ".xml", ".txt", ".svg", ""}


def build(folder: Path) -> None:
    """Build the example with the command that its authors use; anything that it says is a failure."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=TIDES,
        env={**os.environ, "SITE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in run.stderr.splitlines() if not line.startswith("INFO")]
    if run.returncode or said:
        raise AssertionError(run.stderr)


@pytest.fixture(scope="session")
def tides(shared_folder: Path) -> Site:
    return Site(made_once(shared_folder / "tides", build))


def test_it_needs_its_settings_and_its_pages_and_nothing_else():
    top = sorted(path.name for path in TIDES.iterdir() if path.name != ".cache")  # what builds keep

    assert top == ["docs", "mkdocs.yml"]
    for folder in ("docs", *(f"docs/{language}" for language in LANGUAGES)):
        assert len(list(TIDES.glob(f"{folder}/*.md"))) == 3


def test_it_builds_without_a_word(tides: Site):
    assert {*PAGES, *IN_OTHERS} <= set(tides.addresses)


# ---- nothing of our own subject


def of_our_subject(site: Site) -> dict[str, list[str]]:
    """What each file of a site says of our own subject, in what is read and in what is not."""
    found = {}
    for path in site.files:
        if Path(path).suffix in TEXTS:
            text = (site.folder / path).read_text("utf-8")
            if said := OURS.findall(text):
                found[path] = said
    return found


def test_no_file_says_anything_of_our_own_subject(tides: Site):
    assert of_our_subject(tides) == {}


def test_our_own_site_says_all_of_it(built_site: Site):
    found = of_our_subject(built_site)
    said = {word.lower() for words in found.values() for word in words}

    assert {"therap", "clinic", "medical", "patient", "help-now", "bbc.co.uk", "/about/", "/warning-signs/"} <= said
    assert {"index.html", "404.html", "search/index.json", "embed/pages/power/index.html"} <= found.keys()


def test_a_page_is_a_page_to_search_engines(tides: Site):
    items = [json.loads(text) for text in tides.tree("/heights/").xpath("//script[@type='application/ld+json']/text()")]

    assert items[0]["@type"] == "WebPage"
    assert "audience" not in items[0]
    assert items[0]["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_no_link_leads_nowhere(tides: Site):
    for address in tides.addresses:
        for href in tides.tree(address).xpath("//a/@href | //img/@src | //link[@rel!='canonical']/@href"):
            target = str(href).partition("#")[0]
            if target and "//" not in target and not target.startswith(("mailto:", "data:")):
                base = tides.file(address).parent if not target.startswith("/") else tides.folder
                path = (base / target.lstrip("/")).resolve()
                assert (path / "index.html").is_file() or path.is_file(), f"{address} leads to {href}"


# ---- what a quiz can show


LEGEND, BELOW_LEGEND = "//*[self::legend or @class='quiz__scene']", "//fieldset/div[@class='quiz__material']"
LABEL, BELOW_LABEL = "//div[@class='quiz__option']/label", "//div[@class='quiz__option']/div[@class='quiz__material']"
EXPLANATION = "//div[@class='quiz__explanation']"


@pytest.mark.parametrize(
    ("part", "what"),
    [
        *((LEGEND, what) for what in ("code", "math")),
        *((BELOW_LEGEND, what) for what in ("img", "table")),
        *((LABEL, what) for what in ("img", "code", "math")),
        *((BELOW_LABEL, what) for what in ("table", "pre/code")),
        *((EXPLANATION, what) for what in ("img", "pre/code", "table", "math")),
    ],
)
def test_pictures_code_tables_and_formulas_stand_in_every_part_of_a_question(part: str, what: str, tides: Site):
    quizzes = [tides.tree(address) for address in PAGES if address.startswith("/quizzes/")]

    assert [element for quiz in quizzes for element in quiz.xpath(f"{part}//{what}")]


@pytest.mark.parametrize("what", ["img", "pre//code", "table", "math[@display='block']", "p//math"])
def test_the_same_works_on_pages(what: str, tides: Site):
    assert tides.tree("/heights/").xpath(f"//article//{what}")


def test_what_stands_below_a_label_belongs_to_its_control(tides: Site):
    quiz = tides.tree("/quizzes/reading-a-table/")
    options = quiz.xpath("//div[@class='quiz__option'][div[@class='quiz__material']]")

    assert len(options) == 4
    for option in options:
        assert option.xpath("label/input/@aria-describedby")[0].split()[-1:] == option.xpath("div/@id")
    [asked] = quiz.xpath("//fieldset[div[@class='quiz__material']]")
    assert asked.xpath("div[@class='quiz__material']/@id")[0] in asked.get("aria-describedby").split()


def test_only_pages_with_formulas_ask_for_their_style_sheet(tides: Site):
    with_sheet = {a for a in tides.addresses if tides.tree(a).xpath("//link[contains(@href, 'formulas.')]")}
    with_formulas = {a for a in tides.addresses if tides.tree(a).xpath("//math")}

    assert with_sheet == with_formulas != set()
    assert "/404.html" not in with_sheet


# ---- in three languages


@pytest.mark.parametrize(
    ("root", "language", "way"), [("", "en-GB", "ltr"), ("/es", "es", "ltr"), ("/ar", "ar", "rtl")]
)
def test_each_language_says_which_it_is_and_which_way_it_reads(root: str, language: str, way: str, tides: Site):
    for address in IN_EACH_LANGUAGE:
        page = tides.tree(root + address)
        assert (page.get("lang"), page.get("dir")) == (language, way)
        assert bool(page.xpath("//link[contains(@href, 'rtl.')]")) == (way == "rtl")


@pytest.mark.parametrize("address", IN_EACH_LANGUAGE)
def test_each_page_leads_to_the_same_in_both_other_languages(address: str, tides: Site):
    names = {"": "English", "/es": "Español", "/ar": "العربية"}
    for root in names:
        base = tides.file(root + address).parent
        links = tides.tree(root + address).xpath("//footer//a[@hreflang]")
        found = {link.text: (base / link.get("href") / "index.html").resolve() for link in links}
        expected = {name: tides.file(other + address).resolve() for other, name in names.items() if other != root}
        assert found == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_word_is_the_same_in_each_language(language: str, tides: Site):
    """The formulas, the programs and the figures of the table agree with the English ones."""
    for address in ("/", "/heights/"):
        one, other = (tides.tree(at).xpath("//article")[0] for at in (address, f"/{language}{address}"))
        for what in (".//math[@display='block']", "./div[@class='language-python highlight']//code"):
            assert [part.text_content() for part in other.xpath(what)] == [
                part.text_content() for part in one.xpath(what)
            ]
    figures = [
        re.findall(
            r"[0-9/]+", " ".join(tides.tree(at).xpath("//article/table//td/text() | //article/div/table//td/text()"))
        )
        for at in ("/heights/", f"/{language}/heights/")
    ]
    assert figures[0] == figures[1] != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_are_the_same_in_each_language(language: str, tides: Site):
    ids = [tides.tree(at).xpath("//article//*[@id]/@id") for at in ("/glossary/", f"/{language}/glossary/")]
    terms = yaml.safe_load((TIDES / "docs/_data/glossary.yml").read_text("utf-8"))

    for term in terms:
        assert all(term["id"] in found for found in ids)


# ---- what others say of it


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    browser = playwright.chromium.launch(executable_path=ensure("browser"), args=args)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def home(tides: Site) -> Iterator[str]:
    with served(tides.folder, "/") as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """A page that complains of nothing, breaks no policy and asks no other site."""
    problems: list[str] = []
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda asked: problems.append(asked.url) if not asked.url.startswith((home, "data:")) else None)
    yield page
    context.close()
    assert problems == []


@pytest.mark.parametrize("address", [*PAGES, *IN_OTHERS])
def test_axe_finds_nothing_by_day_and_by_night(address: str, page: Page, home: str):
    page.goto(home + address)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(page) == []


def test_programs_are_read_from_left_to_right_in_every_language(page: Page, home: str):
    page.goto(f"{home}/ar/heights/")
    direction = "code => getComputedStyle(code).direction"

    assert page.locator("article p code").first.evaluate(direction) == "ltr"
    assert page.locator("article pre").first.evaluate(direction) == "ltr"
    assert page.locator("article p").first.evaluate(direction) == "rtl"


@pytest.mark.parametrize(
    ("language", "button", "right"), [("es", "Comprobar mi respuesta", "Bien"), ("ar", "تحقق من جوابي", "صحيح")]
)
def test_a_quiz_speaks_the_language_of_its_page(language: str, button: str, right: str, page: Page, home: str):
    page.goto(f"{home}/{language}/quizzes/moon-and-water/?view=all")
    question = page.locator("[data-question=bulges]")
    question.locator("input").first.check()
    question.get_by_role("button", name=button).click()

    assert question.get_attribute("data-state") == "right"
    assert question.locator(".quiz__mark").first.inner_text().strip() == right


def test_the_answer_to_a_formula_is_checked_and_explained(page: Page, home: str):
    page.goto(f"{home}/quizzes/moon-and-water/?view=all")
    question = page.locator("[data-question=cube]")
    question.locator("input").first.check()
    question.get_by_role("button", name="Check my answer").click()

    assert question.locator(".quiz__verdict math").first.is_visible()
    assert question.get_attribute("data-state") == "right"


def test_the_checker_of_the_w3c_finds_nothing(tides: Site):
    command = [ensure("java"), "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(tides.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [one for one in json.loads(run.stderr)["messages"] if not let_through(one["message"])]

    assert sorted({describe(message, tides) for message in messages}) == []


# ---- parts of it


def without(text: str, fence: str) -> str:
    return re.sub(rf"``` {fence}\n(.*\n)?```\n", "", text)


def part_of_tides(project: Path, features: list[str]) -> Site:
    """The example with a few features on, and without the pages and fences of others."""
    others = [name for language in LANGUAGES for name in (language, f"{language}.yml")]
    shutil.copytree(TIDES, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*others))
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("../../hooks", str(ROOT / "hooks")), "utf-8")
    (project / "docs/_data/site.yml").write_text(json.dumps({"features": features}), "utf-8")
    for path in project.glob("docs/*.md"):
        text = path.read_text("utf-8")
        for feature in {"quiz", "glossary"} - set(features):
            text = without(text, feature)
        path.write_text(text, "utf-8")
    return build_in_place(project, strict=True)


def test_a_glossary_works_alone(tmp_path: Path):
    site = part_of_tides(tmp_path, ["glossary"])

    assert site.warnings == []
    assert site.tree("/").xpath("//a[@class='glossary-term']")
    assert not [path for path in site.files if "quiz" in path]
    assert "quiz" not in site.html("/")


def test_quizzes_work_alone(tmp_path: Path):
    site = part_of_tides(tmp_path, ["quiz"])

    assert site.warnings == []
    assert site.tree("/").xpath("//course-quiz")
    assert "/quizzes/moon-and-water/" in site.addresses
    assert not [path for path in site.files if "assets/glossary" in path or "assets/guide" in path]
    assert site.tree("/").xpath("//a[@class='glossary-term']") == []


def test_each_feature_that_the_guide_names_can_be_listed(tmp_path: Path):
    guide = (ROOT / "docs/about/authoring-guide.md").read_text("utf-8")
    [row] = re.findall(r"^\| `features` \| (.*?) \|", guide, re.MULTILINE)
    names = re.findall(r"`(.+?)`", row)

    assert names == [name.replace("_", "-") for name in FEATURES]
    assert part_of_tides(tmp_path, names).warnings == []
    assert "data-quiz" in Site(tmp_path / "site").html("/")


@pytest.mark.parametrize("text", ["", "# licences: {}\n\n  # and so on\n"])
def test_a_file_of_settings_with_nothing_in_it_is_as_good_as_none(text: str, tmp_path: Path):
    part_of_tides(tmp_path, ["quiz", "glossary"])
    (tmp_path / "docs/_data/site.yml").write_text(text, "utf-8")
    site = build_in_place(tmp_path, strict=True)

    assert site.warnings == []
    assert "license" not in site.html("/")
