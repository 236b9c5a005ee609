"""Of a site in which nothing has changed, no download is made again, and of any other all that it has to be."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from primer.outputs.exports import site_exports
from primer.outputs.exports.content import quizzes_of
from primer.outputs.exports.programs import JSON
from primer.outputs.exports.scorm.formats import SCORM
from primer_mkdocs import exports as adapter

from tests.building import Site, build_in_place, write_project
from tests.exports.test_publishing import HOME, PICTURED, SVG

FILES = {
    "docs/_data/quizzes/moon.yml": yaml.safe_dump(PICTURED),
    "docs/_data/strings/en.yml": "exports: {readme_draft: A draft.}\n",
    "docs/index.md": f"{HOME}\n\n``` downloads\n```\n",
    "docs/sea/moon.svg": SVG,
    "docs/sea/low.svg": SVG,
}
Change = dict[str, str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(adapter, "FORMATS", (JSON, SCORM))
    monkeypatch.setenv("PRIMER_CACHE", str(tmp_path / "cache"))
    write_project(tmp_path / "project", FILES)
    return tmp_path / "project"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each build notes here that it made the items of quizzes."""
    notes: list[str] = []

    def noting(*args: Any) -> object:
        notes.append("quizzes")
        return quizzes_of(*args)

    monkeypatch.setattr(site_exports, "quizzes_of", noting)
    return notes


def contents(site: Site) -> dict[str, bytes]:
    return {path: (site.folder / path).read_bytes() for path in site.files}


def test_what_has_not_changed_is_not_even_looked_at(project: Path, made: list[str]):
    first = contents(build_in_place(project))
    again = contents(build_in_place(project))
    shutil.rmtree(project / "site")
    elsewhere = contents(build_in_place(project))

    assert made == ["quizzes"]
    assert first == again == elsewhere
    assert "exports/moon/scorm12.zip" in first


def test_a_download_that_somebody_changed_is_put_right(project: Path, made: list[str]):
    first = contents(build_in_place(project))
    (project / "site/exports/moon/quiz.json").write_text("{}")
    (project / "site/exports/old.txt").write_text("of no site")

    assert contents(build_in_place(project)) == first
    assert made == ["quizzes"]


def test_what_the_cache_has_lost_is_made_again(project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch):
    first = contents(build_in_place(project))
    shutil.rmtree(project / "site")
    monkeypatch.setattr(site_exports, "kept_contents", lambda *_: {})

    assert contents(build_in_place(project)) == first
    assert made == ["quizzes", "quizzes"]


@pytest.mark.parametrize(
    "change",
    [
        {"docs/_data/quizzes/moon.yml": yaml.safe_dump({**PICTURED, "title": "Another title"})},
        {"docs/_data/strings/en.yml": "exports: {readme_draft: Only a draft.}\n"},
        {"docs/_data/site.yml": "licences: {text: {name: CC0, url: https://example.org/cc0}}\n"},
        {"docs/sea/low.svg": SVG.replace("water", "tide")},
        {"overrides/assets/quiz.css": ".quiz { margin: 0 }\n"},
    ],
    ids=["a quiz", "a string", "a setting", "a picture", "a style sheet"],
)
def test_a_change_changes_what_a_build_without_a_cache_would(
    change: Change, project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    shutil.copytree(settings["theme"]["custom_dir"], project / "overrides")
    settings["theme"]["custom_dir"] = "overrides"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    first = contents(build_in_place(project))
    write_project(project, {**FILES, **change, "mkdocs.yml": yaml.safe_dump(settings)})
    second = contents(build_in_place(project))
    shutil.rmtree(project / "site")
    monkeypatch.setenv("PRIMER_CACHE", str(tmp_path / "another"))

    assert second != first
    assert second == contents(build_in_place(project))
    assert made == ["quizzes"] * 3


def test_what_changes_while_a_site_is_built_is_not_taken_for_what_it_was(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
):
    quiz = project / "docs/_data/quizzes/moon.yml"
    before = quiz.read_text("utf-8")

    def saved_meanwhile(exports: site_exports.SiteExports) -> None:
        quiz.write_text(before.replace("Short.", "Shorter."), "utf-8")
        original(exports)

    first = contents(build_in_place(project))
    quiz.write_text(before.replace("Short.", "Other."), "utf-8")
    with monkeypatch.context() as patch:
        original = site_exports.SiteExports.announce
        patch.setattr(site_exports.SiteExports, "announce", saved_meanwhile)
        build_in_place(project)
    made.clear()
    quiz.write_text(before.replace("Short.", "Shorter."), "utf-8")

    assert b"Shorter." in contents(build_in_place(project))["exports/moon/quiz.json"]
    assert b"Short." in first["exports/moon/quiz.json"]
    assert made == ["quizzes"]
