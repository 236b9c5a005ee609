"""A page of the preview is made from files as they are now, before the whole site is, and comes out the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from primer_mkdocs.fresh_pages import FreshPages, WholeBuild
from primer_mkdocs.preview import FILES as KEPT

from tests.building import write_project
from tests.rendering import FRONT_MATTER
from tests.sites.test_broken import QUIZ

TERMS = "- {id: moon, term: moon, definition: It pulls., forms: [moon]}\n"
FILES = {
    "docs/index.md": FRONT_MATTER + "The first.\n",
    "docs/page.md": FRONT_MATTER + "The moon.\n\n## Here\n\n``` quiz\nid: tides\n```\n\n[there](/other.md#there)\n",
    "docs/other.md": FRONT_MATTER.replace("A page\n", "Another\n") + "## There\n\nThe moon.\n",
    "docs/glossary.md": FRONT_MATTER + "``` glossary\n```\n",
    "docs/_data/glossary.yml": TERMS,
    "docs/_data/quizzes/tides.yml": QUIZ,
}


def whole(project: Path) -> WholeBuild:
    config = load_config(str(project / "mkdocs.yml"), dev_addr="127.0.0.1:0")
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    build(config, serve_url=config.site_url)
    return WholeBuild(config, *config.extra[KEPT])


@pytest.fixture
def before(tmp_path: Path) -> Iterator[WholeBuild]:
    """A preview of these files."""
    write_project(tmp_path, FILES)
    found = whole(tmp_path)
    yield found
    found.config.plugins.on_startup(command="build", dirty=False)


def html(build: WholeBuild, address: str) -> str:
    return Path(build.config.site_dir, address, "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "address"),
    [
        ("page.md", "The moon.", "The bright sun.", "page/"),
        ("page.md", "A page\n", "A page of the sea\n", "page/"),
        ("_data/quizzes/tides.yml", "The moon pulls.", "The sun pulls as well.", "page/"),
        ("_data/quizzes/tides.yml", "The moon pulls.", "The sun pulls as well.", "quizzes/tides/"),
        ("_data/glossary.yml", "It pulls.", "It shines.", "page/"),
        ("_data/glossary.yml", "It pulls.", "It shines.", "glossary/"),
        ("index.md", "The first.", "The last.", ""),
    ],
)
def test_an_edit_is_on_each_page_that_shows_it(before: WholeBuild, file: str, old: str, new: str, address: str):
    edited = Path(before.config.docs_dir, file)
    edited.write_text(edited.read_text().replace(old, new))
    words = new.strip()
    assert words not in html(before, address)

    fresh = FreshPages.load(before, Path(before.config.site_dir))
    assert words not in html(before, address)
    assert fresh.make(address)
    assert words in html(before, address)
    assert not fresh.make(address)
    assert fresh.problems() == []


def test_every_page_is_what_a_whole_build_makes_of_it(before: WholeBuild, tmp_path: Path):
    page = tmp_path / "docs/page.md"
    page.write_text(page.read_text().replace("The moon.", "The bright moon.\n\n- [ ] A task"))
    fresh = FreshPages.load(before, Path(before.config.site_dir))
    addresses = ["", "page/", "other/", "glossary/", "quizzes/tides/"]
    made = {address: (fresh.make(address), html(before, address)) for address in addresses}

    after = whole(tmp_path)
    assert {address: (True, html(after, address)) for address in addresses} == made


def test_a_mistake_is_known_once_its_page_is_made_and_gone_once_it_is_mended(before: WholeBuild, tmp_path: Path):
    page, right = tmp_path / "docs/page.md", FILES["docs/page.md"]
    page.write_text(right.replace("#there", "#nowhere"))
    fresh = FreshPages.load(before, Path(before.config.site_dir))
    fresh.make("other/")
    assert fresh.problems() == []
    fresh.make("page/")
    [problem] = fresh.problems()
    assert str(problem).startswith("docs/page.md:16:9: /other.md has no passage '#nowhere' [link-unknown-anchor]")

    page.write_text(right)
    fresh = FreshPages.load(whole(tmp_path), Path(before.config.site_dir))
    fresh.make("page/")
    assert fresh.problems() == []


def test_each_edited_page_is_made_where_all_problems_are_asked_for(before: WholeBuild, tmp_path: Path):
    fresh = FreshPages.load(before, Path(before.config.site_dir))
    assert not fresh.make_edited()

    for name, words in (("page.md", "[gone](/gone.md)"), ("other.md", "[lost](/lost.md)")):
        (tmp_path / "docs" / name).write_text(FRONT_MATTER + words)
    fresh = FreshPages.load(before, Path(before.config.site_dir))
    assert fresh.make_edited()
    assert {problem.location.path for problem in fresh.problems()} == {"docs/page.md", "docs/other.md"}


def test_what_is_no_page_is_left_alone(before: WholeBuild):
    fresh = FreshPages.load(before, Path(before.config.site_dir))

    assert [fresh.make(address) for address in ("all-pages/", "no/such/", "embed/pages/page/", "404.html")] == [
        False
    ] * 4
