"""A site of somebody else needs ``theme: material``, the hooks and a page: what it forgets is set by the hooks."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort
from primer.publish.material import RELIED_ON
from primer.site.assets import THEME

from tests.building import MATERIAL, ROOT, Site, build_in_place, read_settings
from tests.rendering import FRONT_MATTER
from tests.searched import published, searched_lines

GLOSSARY = "- {id: helm, term: Helm, forms: [helm], definition: It steers.}\n"
HOOKS = [str(ROOT / path) for path in read_settings()["hooks"]]
ICON = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def built(project: Path, files: Mapping[str, str | bytes], **settings: object) -> Site:
    """A site with no settings but a name, a theme and the hooks; ``settings`` are laid over these."""
    default: dict[str, object] = {"site_name": "Tides", "theme": "material", "hooks": HOOKS}
    for path, text in {"mkdocs.yml": yaml.safe_dump(default | settings), **files}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return build_in_place(project)


def test_one_page_and_the_theme_are_enough(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": f"{FRONT_MATTER}Hello.\n"})

    assert site.warnings == []
    assert "Hello." in site.html("/")
    assert site.file("/404.html").is_file()


UNDATED = "---\ntitle: The tide\ndescription: It turns.\n---\n\nHello.\n"


def test_dates_of_a_check_are_for_sites_whose_pages_are_reviewed(tmp_path: Path):
    files: dict[str, str | bytes] = {"docs/index.md": UNDATED, "docs/plain.md": "Hello.\n"}
    free = built(tmp_path / "free", files)
    reviewing = built(tmp_path / "reviewing", files | {"docs/_data/site.yml": "review: {}\n"})
    hint = "\n    hint: begin the file with '---', 'title: …', 'description: …'"
    bare = "docs/plain.md:1:1: the page has no front matter [page-no-front-matter]" + hint

    assert free.warnings == [f"{bare} and '---'"]
    assert free.tree("/").xpath("//dt | //meta[@name='citation_online_date']") == []
    assert reviewing.warnings == [
        *(
            f"docs/index.md:2:1: the front matter has no '{field}' [page-missing-field]\n    hint: add '{field}: …'"
            for field in ("review_by", "sources_checked")
        ),
        f"{bare}, the dates and '---'",
    ]


def test_one_date_of_a_check_asks_for_the_other(tmp_path: Path):
    page = UNDATED.replace("description", "review_by: 2027-11-22\ndescription")
    site = built(tmp_path, {"docs/index.md": page})

    assert [said.splitlines()[0] for said in site.warnings] == [
        "docs/index.md:3:12: 'review_by' is there without 'sources_checked' [page-dates]"
    ]


def test_data_files_are_not_published_though_nobody_excludes_them(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": FRONT_MATTER, "docs/_data/notes.md": "Notes.\n"})

    assert site.warnings == []
    assert [path for path in site.files if path.startswith("_data/")] == []


def test_what_a_site_excludes_itself_stays_excluded(tmp_path: Path):
    files = {"docs/index.md": FRONT_MATTER, "docs/drafts/late.md": "Late.\n"}
    site = built(tmp_path, files, exclude_docs="drafts/\n")

    assert site.warnings == []
    assert [path for path in site.files if path.startswith(("_data/", "drafts/"))] == []


def test_links_that_begin_at_the_docs_folder_are_found(tmp_path: Path):
    pages = {
        "docs/index.md": f"{FRONT_MATTER}The helm. [Terms](/glossary.md)\n",
        "docs/glossary.md": FRONT_MATTER.replace("A page", "Glossary") + "``` glossary\n```\n",
        "docs/_data/glossary.yml": GLOSSARY,
    }
    site = built(tmp_path, pages)

    assert site.warnings == []
    assert {"glossary/#helm", "glossary/"} <= set(site.tree("/").xpath("//article//a/@href"))


@pytest.mark.parametrize(
    ("favicon", "file", "links"),
    [
        (None, None, ["assets/images/favicon.png"]),  # that of Material
        ("pictures/icon.png", "docs/pictures/icon.png", ["pictures/icon.png"]),
        ("pictures/icon.svg", "docs/pictures/icon.svg", ["pictures/icon.svg"]),
        (False, None, []),
    ],
)
def test_the_icon_is_that_of_the_site_or_of_material(
    favicon: object, file: str | None, links: list[str], tmp_path: Path
):
    theme = {"name": "material", **({"favicon": favicon} if favicon is not None else {})}
    icon: dict[str, str | bytes] = {file: ICON} if file else {}
    site = built(tmp_path, icon | {"docs/index.md": FRONT_MATTER}, theme=theme)

    assert site.tree("/").xpath("//link[@rel='icon']/@href") == links
    assert all(site.file(f"/{link}").is_file() for link in links)


def test_without_a_picture_of_its_own_a_site_names_none(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": FRONT_MATTER}, site_url="https://tides.test/")

    assert site.tree("/").xpath("//meta[@property='og:image']") == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"nav": [{"A": [{"B": "https://[oops"}]}, "index.md"]}, "the address 'https://[oops' in 'nav' cannot be read"),
        ({"nav": ["//[oops"]}, "the address '//[oops' in 'nav' cannot be read"),
        ({"extra_css": ["https://e.org:port/a.css"]}, "the address 'https://e.org:port/a.css' in 'extra_css'"),
        ({"extra_javascript": [{"path": "https://[oops"}]}, "the address 'https://[oops' in 'extra_javascript'"),
        ({"repo_url": "https://e.org/", "edit_uri": "https://[oops"}, "the address 'https://[oops/' in 'edit_uri'"),
        ({"plugins": ["offline"]}, "the plugin 'offline' is not for this site, whose pages need addresses; remove it"),
        ({"use_directory_urls": False}, "'use_directory_urls: false' is not for this site"),
        (
            {"extra_javascript": ["https://unpkg.com/mathjax@3/tex-mml-chtml.js"]},
            "'https://unpkg.com/mathjax@3/tex-mml",
        ),
        ({"extra_css": ["//example.org/a.css"]}, "'//example.org/a.css' in 'extra_css' is on another site"),
        (
            {"theme": {"name": "material", "logo": "https://example.org/a.svg"}},
            "'https://example.org/a.svg' in 'theme: logo' is on another site",
        ),
        *(
            ({"hooks": [hook for hook in HOOKS if hook != left_out]}, f"'hooks' needs {Path(left_out).name} as well")
            for left_out in HOOKS
        ),
        ({"theme": {"name": "material", "language": "xx"}}, "the theme has no language 'xx'"),
        ({"theme": {"name": "material", "language": 5}}, "the theme has no language '5'"),
        ({"theme": {"name": "material", "language": ["en"]}}, "the theme has no language '['en']'"),
        ({"theme": {"name": "material", "language": "../en"}}, "the theme has no language '../en'"),
    ],
)
def test_a_setting_that_would_stop_mkdocs_is_refused_in_words(
    settings: dict[str, object], message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    with pytest.raises(Abort):
        built(tmp_path, {"docs/index.md": FRONT_MATTER}, **settings)

    [said] = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said.startswith(f"mkdocs.yml: {message}")


def test_a_file_that_settings_name_and_that_is_not_there_is_said_once(tmp_path: Path):
    files: dict[str, str | bytes] = {"docs/index.md": f"{FRONT_MATTER}Hello.\n", "docs/two words.css": "p { top: 0 }"}
    site = built(
        tmp_path,
        files,
        extra_css=["two%20words.css?v=2", "lost.css"],
        extra_javascript=[{"path": "lost.js", "defer": True}],
        theme={"name": "material", "logo": "lost.svg", "favicon": "lost.png"},
    )

    assert site.warnings == [
        f"mkdocs.yml: the site has no file '{file}', which '{setting}' names"
        for file, setting in (
            ("lost.css", "extra_css"),
            ("lost.js", "extra_javascript"),
            ("lost.svg", "theme: logo"),
            ("lost.png", "theme: favicon"),
        )
    ]


def test_a_build_of_some_pages_only_is_refused_in_one_line(tmp_path: Path):
    settings = {"site_name": "Tides", "theme": "material", "hooks": HOOKS}
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(FRONT_MATTER)
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run.returncode != 0
    said = run.stderr.strip().splitlines()[-1]
    assert said.endswith("'--dirty' reads some pages only, and links and the search need all; leave it out")


def test_a_readme_beside_an_index_is_warned_of_once(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": FRONT_MATTER, "docs/README.md": FRONT_MATTER})

    assert [message for message in site.warnings if "README.md" in message] == [
        "Excluding 'README.md' from the site because it conflicts with 'index.md'."
    ]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_that_our_templates_do_not_lie_over_is_refused_in_words(
    theme: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    with pytest.raises(Abort):
        built(tmp_path, {"docs/index.md": FRONT_MATTER}, theme=theme)

    assert "mkdocs.yml needs 'theme: {name: material}'" in caplog.text


def test_columns_are_aligned_without_a_style(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": f"{FRONT_MATTER}| a | b |\n|---|--:|\n| 1 | 2 |\n"})

    assert site.tree("/").xpath("//td/@align") == ["right"]
    assert site.tree("/").xpath("//@style") == []


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ({}, []),
        ({"logo": "pictures/icon.svg"}, ["img"]),
        ({"icon": {"logo": "material/waves"}}, ["span"]),
    ],
)
def test_the_logo_is_that_of_the_site_or_there_is_none(theme: dict[str, object], shown: list[str], tmp_path: Path):
    files: dict[str, str | bytes] = {"docs/pictures/icon.svg": ICON, "docs/index.md": FRONT_MATTER}
    site = built(tmp_path, files, theme={"name": "material", **theme})

    assert [logo.tag for logo in site.tree("/").xpath("//*[@class='site-header__logo']")] == shown
    assert len(site.tree("/").xpath("//header//a[contains(@class, 'site-header__name')]/*")) == len(shown) + 1


def test_a_logo_and_an_icon_may_lie_among_the_templates(tmp_path: Path):
    files: dict[str, str | bytes] = {"ov/assets/wave.svg": ICON, "docs/index.md": FRONT_MATTER}
    theme = {"name": "material", "custom_dir": "ov", "logo": "assets/wave.svg", "favicon": "assets/wave.svg"}
    site = built(tmp_path, files, theme=theme)
    shown = site.tree("/").xpath("//img[@class='site-header__logo']/@src | //link[@rel='icon']/@href")

    assert site.warnings == []
    assert len(shown) == 2
    assert all(site.file(f"/{link}").is_file() for link in shown)


def test_a_file_for_machines_may_be_written_by_hand(tmp_path: Path):
    files: dict[str, str | bytes] = {
        "docs/index.md": FRONT_MATTER,
        "docs/robots.txt": "User-agent: *\nDisallow: /drafts/\n",
        "docs/humans.txt": "Two sailors.\n",
    }
    site = built(tmp_path, files)

    assert site.warnings == []
    assert "/drafts/" in site.file("/robots.txt").read_text("utf-8")
    assert site.file("/humans.txt").read_text("utf-8") == "Two sailors.\n"


def test_a_site_of_nobody_names_nobody_and_offers_no_help(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": f"{FRONT_MATTER}Hello.\n"})
    page = site.tree("/")

    assert (
        page.xpath(
            "//nav[contains(@class, 'help-bar__inner')] | //footer[@class='site-footer']//*[self::a or self::strong]"
        )
        == []
    )
    assert "publish" not in page.xpath("string(//footer[@class='site-footer'])").lower()
    assert "humans.txt" not in site.files
    assert site.tree("/404.html").xpath("//main//li//text()") == ["Home page"]
    assert site.tree("/embed/pages/home/").xpath("//nav") == []


def test_the_page_to_leave_to_may_stand_where_it_stood_before(tmp_path: Path):
    sensitive = FRONT_MATTER.replace("---\n\n", "sensitive: true\ncontent_note: A storm.\n---\n\n")
    files: dict[str, str | bytes] = {
        "docs/index.md": sensitive,
        "docs/_data/publisher.yml": "name: null\nleave_to: https://example.org/before\n",
    }
    before = built(tmp_path / "before", files)
    now = built(tmp_path / "now", files | {"docs/_data/site.yml": "leave_to: https://example.org/now\n"})

    assert before.warnings == now.warnings == []
    for site, page in ((before, "https://example.org/before"), (now, "https://example.org/now")):
        assert site.tree("/").xpath("//a[@class='leave__button']/@href") == [page]


def test_what_lies_among_the_templates_and_is_none_stops_nothing(tmp_path: Path):
    files: dict[str, str | bytes] = {
        "ov/quiz/quiz.html/notes.txt": "A folder.",
        "ov/assets/old.css/notes.txt": "A folder.",
        "ov/notes.html": b"\xff\xfe",
    }
    page = {"docs/index.md": f"{FRONT_MATTER}Hello.\n"}
    site = built(tmp_path, files | page, theme={"name": "material", "custom_dir": "ov"})

    assert site.warnings == []
    assert "Hello." in site.html("/")


def test_our_templates_take_nothing_from_material_but_what_is_looked_for():
    shown = "".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
    taken = set(re.findall(r"""{% (?:include|import|extends) ["']([^"']+\.html)["']""", shown))
    ours = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}

    assert taken == taken & ours
    assert re.findall(r"""["']assets/(?:javascripts|stylesheets)/""", shown) == []


@pytest.mark.parametrize("pattern", RELIED_ON)
def test_a_file_of_material_that_is_missing_stops_the_build_in_one_line(
    pattern: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    folder = tmp_path / "material"
    for relied_on in RELIED_ON:
        [source] = MATERIAL.glob(relied_on)
        target = folder / source.relative_to(MATERIAL)
        target.parent.mkdir(parents=True, exist_ok=True)
        if relied_on != pattern:
            target.symlink_to(source)
    with pytest.raises(Abort):
        built(tmp_path, {"docs/index.md": FRONT_MATTER}, theme={"name": None, "custom_dir": "material"})

    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said == [f"the theme in {folder} needs one file '{pattern}'; install mkdocs-material again"]


def test_a_site_without_material_is_refused_in_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    with pytest.raises(Abort):
        built(tmp_path, {"docs/index.md": FRONT_MATTER}, theme="mkdocs")

    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said == ["mkdocs.yml needs 'theme: {name: material}', over which our templates are laid"]


@pytest.mark.parametrize("plugins", [{}, {"plugins": []}, {"plugins": ["search"]}], ids=str)
def test_the_search_needs_no_plugin_and_takes_the_place_of_that_of_material(plugins: dict[str, object], tmp_path: Path):
    pages = {
        "docs/index.md": FRONT_MATTER + "Hello.\n\n## More {#more}\n\nAgain.\n",
        "docs/secret.md": FRONT_MATTER.replace("---\n\n", "search: {exclude: true}\n---\n\n") + "Nothing.\n",
    }
    site = built(tmp_path, pages, markdown_extensions=["attr_list"], **plugins)
    found = searched_lines(published(site.folder))

    assert site.warnings == []
    assert not [path for path in site.files if path.startswith("search/search_index")]
    assert {address: lines[-1] for address, lines in found.items()} == {"/": {"hello"}, "/#more": {"again"}}
    assert len(site.tree("/").xpath("//site-search")) == 1
