"""How the menu shows pages and sections, beside pages of every depth."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from primer_mkdocs.menus import Entry, Menus

from tests.rendering import content_of

PAGES = (
    "index.md",
    "alone/only.md",
    "trust/a.md",
    "trust/b.md",
    "trust/a/below.md",
    "trust/a/below/deep.md",
    "signs/index.md",
    "signs/one.md",
    "signs/two/index.md",
    "signs/two/three.md",
)
NAV = [
    "index.md",
    {"Alone": ["alone/only.md"]},
    {"Trust": ["trust/a.md", "trust/b.md", "trust/a/below.md", "trust/a/below/deep.md"]},
    {"Signs": ["signs/index.md", "signs/one.md", {"Two": ["signs/two/index.md", "signs/two/three.md"]}]},
    {"Elsewhere": "https://example.org/"},
    {"Root": "/all/"},
]


@pytest.fixture
def built(tmp_path: Path) -> tuple[MkDocsConfig, Files, Navigation]:
    for page in PAGES:
        (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / page).write_text(f"# {page}")
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "S", "docs_dir": str(tmp_path / "docs"), "nav": NAV, "plugins": []})
    config.validate()
    files = get_files(config)
    return config, files, get_navigation(files, config)


def beside(page: Page | None, nav: Navigation, menus: Menus) -> tuple[Entry, ...]:
    context = Environment(autoescape=True).from_string("").new_context({"page": page, "base_url": "/base"})
    return menus.entries(context, nav.items)


def flat(entries: tuple[Entry, ...]) -> list[Entry]:
    return [one for entry in entries for one in (entry, *flat(entry.inside))]


@pytest.fixture
def menus() -> Menus:
    return Menus(content_of())


def test_each_way_is_the_one_that_mkdocs_tells(built: tuple[MkDocsConfig, Files, Navigation], menus: Menus):
    _, _, nav = built
    addresses = {page.url for page in nav.pages} | {"https://example.org/", "/all/"}
    for page in (*nav.pages, *reversed(nav.pages)):  # what was kept for one page is right for the others
        page.active = True
        ways = {entry.url for entry in flat(beside(page, nav, menus)) if entry.url is not None}
        page.active = False

        assert ways <= {normalize_url(address, page) for address in addresses}
        assert normalize_url(page.url, page) in ways


def test_a_section_is_open_beside_its_pages_alone(built: tuple[MkDocsConfig, Files, Navigation], menus: Menus):
    _, files, nav = built
    page = files.src_uris["signs/two/three.md"].page
    assert page is not None
    page.active = True
    [_, alone, trust, signs, *_] = beside(page, nav, menus)

    assert (alone.url, alone.inside) == ("../../../alone/only/", ())
    assert (trust.url, trust.inside) == ("../../../trust/a/", ())
    assert (signs.title, signs.url, signs.is_current) == ("Signs", "../../", False)
    [one, two] = signs.inside
    assert (one.url, two.title, two.url) == ("../../one/", "Two", "../")
    assert [(entry.url, entry.is_current) for entry in two.inside] == [("./", True)]


def test_an_open_section_without_a_page_of_its_own_is_no_link(
    built: tuple[MkDocsConfig, Files, Navigation], menus: Menus
):
    _, files, nav = built
    page = files.src_uris["trust/b.md"].page
    assert page is not None
    page.active = True
    [_, _, trust, *_] = beside(page, nav, menus)

    assert (trust.title, trust.url) == ("Trust", None)
    assert [(entry.url, entry.is_current) for entry in trust.inside] == [
        ("../a/", False),
        ("./", True),
        ("../a/below/", False),
        ("../a/below/deep/", False),
    ]


def test_a_macro_is_asked_once_for_what_says_the_same_beside_many_pages(
    built: tuple[MkDocsConfig, Files, Navigation], menus: Menus
):
    _, files, nav = built
    source = "{% macro one(entry) %}{{ asked(entry.title) }}{% endmacro %}{{ entries | each_made_by(one) }}"
    env, asked = Environment(autoescape=True), Counter[str]()

    def ask(title: str) -> str:
        asked[title] += 1
        return f"<{title}>"

    env.filters["each_made_by"] = menus.each_made_by
    shown = []
    for path in ("trust/a.md", "trust/b.md"):
        page = files.src_uris[path].page
        assert page is not None
        page.active = True
        shown.append(env.from_string(source).render(entries=beside(page, nav, menus), asked=ask))
        page.active = False

    assert shown[0] == shown[1]
    assert "&lt;Signs&gt;&lt;Elsewhere&gt;" in shown[0]
    assert (asked["Trust"], asked["Signs"]) == (2, 1)


def test_beside_no_page_ways_lead_from_the_root(built: tuple[MkDocsConfig, Files, Navigation], menus: Menus):
    _, _, nav = built

    assert [entry.url for entry in beside(None, nav, menus)][1:3] == ["/base/alone/only/", "/base/trust/a/"]
