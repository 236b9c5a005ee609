"""A site of somebody else needs ``theme: material``, the hooks and a page: what it forgets is set by the hooks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort

from tests.building import ROOT, Site, build_in_place, read_settings
from tests.rendering import FRONT_MATTER

GLOSSARY = "- {id: helm, term: Helm, forms: [helm], definition: It steers.}\n"
ICON = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def built(project: Path, files: Mapping[str, str | bytes], **settings: object) -> Site:
    """A site with no settings but a name, a theme and the hooks; ``settings`` are laid over these."""
    hooks = [str(ROOT / path) for path in read_settings()["hooks"]]
    default: dict[str, object] = {"site_name": "Tides", "theme": "material", "hooks": hooks}
    for path, text in {"mkdocs.yml": yaml.safe_dump(default | settings), **files}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return build_in_place(project)


def test_one_page_and_the_theme_are_enough(tmp_path: Path):
    site = built(tmp_path, {"docs/index.md": f"{FRONT_MATTER}Hello.\n"})

    assert site.warnings == []
    assert "Hello." in site.html("/")
    assert site.file("/404.html").is_file()


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
