"""A build writes what quizzes are elsewhere, all of it or nothing."""

from __future__ import annotations

import json
import re
import sqlite3
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from primer.core.cache import Cache
from primer.outputs.exports.archives import unpacked
from primer.outputs.exports.formats import Files, Writing
from primer.outputs.exports.keeping import Listed, kept_files
from primer.outputs.exports.moodle import MOODLE
from primer.outputs.exports.publishing import Publishing
from primer.outputs.exports.registry import FORMATS
from primer.text.carried import picture_name
from primer_mkdocs import exports as adapter

from tests.building import MINIMAL, Site, write_project
from tests.exports.quizzes import exported
from tests.exports.readers import moodle, sheet
from tests.exports.test_reading_back import quiz_of
from tests.question_types import every_type

Build = Callable[..., Site]

QUIZ = yaml.safe_dump(every_type(), allow_unicode=True)
HOME = f"{(MINIMAL / 'docs/index.md').read_text('utf-8')}\n\n## Limits {{#limits}}\n"
PAGES = {"docs/_data/quizzes/moon.yml": QUIZ, "docs/index.md": HOME}


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a build know these formats."""
    return lambda *those: monkeypatch.setattr(adapter, "FORMATS", those)


def test_a_build_writes_each_quiz_in_each_format(build_site: Build):
    site = build_site(PAGES, strict=True)

    wanted = {f"exports/moon/{name}" for format in FORMATS for name in format.files}
    found = {path for path in site.files if path.startswith("exports/")}
    together = {f"exports/all/{name}" for name in ("moodle.xml", "cartridge.imscc", "anki.apkg", "everything.zip")}
    assert found == wanted | together | {"exports/moon/README.txt"}
    assert {*moodle.read(site.file("/exports/moon/moodle.xml").read_bytes())} == {
        f"moon.{question['id']}" for question in every_type()["questions"]
    }


def test_every_download_is_listed_with_its_size_and_digest(build_site: Build):
    site = build_site(PAGES)
    listed = {
        one["path"]: one for one in json.loads(site.file("/api/v1/downloads.json").read_text("utf-8"))["downloads"]
    }

    assert {*listed} == {path for path in site.files if path.startswith("exports/")}
    for path, one in listed.items():
        content = (site.folder / path).read_bytes()
        assert (one["size"], one["sha256"]) == (len(content), sha256(content).hexdigest())
        assert (one["quiz"], one["version"]) == (("moon", one["version"]) if "/moon/" in path else (None, None))


def test_what_holds_everything_holds_every_file(build_site: Build):
    site = build_site(PAGES)
    files = unpacked(site.file("/exports/all/everything.zip").read_bytes())

    assert {f"exports/{path}" for path in files} == {
        path for path in site.files if "/moon/" in path and "exports" in path
    }
    assert all((site.folder / "exports" / path).read_bytes() == content for path, content in files.items())


def test_a_site_without_quizzes_has_no_exports(build_site: Build):
    site = build_site({})

    assert [path for path in site.files if path.startswith(("exports/", "api/"))] == []


def test_without_an_address_the_files_are_drafts(build_site: Build):
    site = build_site(PAGES)

    assert "A draft:" in site.file("/exports/moon/README.txt").read_text("utf-8")
    assert json.loads(site.file("/exports/moon/quiz.json").read_text("utf-8"))["draft"] is True


def broken(writing: Writing) -> Files:
    """Fail at every question that is put in order."""
    if any(answered.question.type == "order" for answered in writing.questions):
        raise RuntimeError("a bug of ours")
    return {"moodle.xml": b""}


def test_a_format_that_fails_names_the_question_and_nothing_is_published(
    tmp_path: Path, formats: Callable[..., None], caplog: pytest.LogCaptureFixture
):
    formats(replace(MOODLE, id="odd", export=broken))
    write_project(tmp_path, PAGES)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)

    said = "nothing was exported: odd of the question 'moon.put-in-order': RuntimeError: a bug of ours"
    with pytest.raises(Abort):
        build(config)

    assert said in caplog.messages
    assert not (Path(config.site_dir) / "exports").exists()
    assert not (Path(config.site_dir) / "api").exists()


def test_packages_that_are_missing_are_named_in_one_line(build_site: Build, formats: Callable[..., None]):
    formats(MOODLE, replace(MOODLE, id="odd", files=("odd.pdf",), libraries=("no-such-package", "no-other")))

    site = build_site(PAGES)

    said = "some downloads need packages; type: python -m pip install no-other no-such-package"
    assert [warning for warning in site.warnings if "packages" in warning] == [said]
    assert "exports/moon/moodle.xml" in site.files
    assert "exports/moon/odd.pdf" not in site.files


@pytest.mark.parametrize("is_asked_for", [True, False])
def test_a_preview_has_exports_only_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_asked_for: bool
):
    monkeypatch.setenv("OUTPUTS", "1" if is_asked_for else "")
    write_project(tmp_path, PAGES)
    config = load_config(str(tmp_path / "mkdocs.yml"), dev_addr="127.0.0.1:0")
    config.plugins.on_startup(command="serve", dirty=False)

    build(config)

    assert (Path(config.site_dir) / "exports/moon/moodle.xml").exists() == is_asked_for
    page = (Path(config.site_dir) / "quizzes/moon/index.html").read_text("utf-8")
    assert ("made without downloads" in page) is not is_asked_for
    assert ('href="../../exports/moon/moodle.xml"' in page) is is_asked_for


def test_what_has_not_changed_is_not_written_again(tmp_path: Path):
    quiz, written = exported(quiz_of(every_type())), []

    def counted(writing: Writing) -> Files:
        written.append(writing.quiz.id)
        return MOODLE.export(writing)

    format = replace(MOODLE, export=counted)
    builds = []
    for one in (quiz, quiz, replace(quiz, title="Another title"), quiz):
        kept = Cache(tmp_path / "exports.sqlite")
        builds.append(Publishing([one], [format], kept).files())
        kept.save()

    assert written == ["moon", "moon"]
    assert builds[0] == builds[1] == builds[3] != builds[2]


def test_what_is_kept_of_files_and_broken_is_made_again_and_listed_as_it_is(tmp_path: Path):
    path, made = tmp_path / "exports.sqlite", iter([b"first", b"another"])
    for _ in range(2):
        kept = Cache(path)
        files = kept_files(kept, lambda: {"file": next(made)}, "what it is made of")
        assert files.listed == {"file": Listed(5, sha256(b"first").hexdigest())}
        assert files.read()[0] == {"file": b"first"}
        kept.save()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE kept SET value = ? WHERE value = ?", (b"forged", b"first"))
    database.close()

    again = kept_files(Cache(path), lambda: {"file": next(made)}, "what it is made of")

    assert again.read() == ({"file": b"another"}, {"file": Listed(7, sha256(b"another").hexdigest())})


@pytest.mark.parametrize("id", ["all", "glossary"])
def test_no_quiz_is_called_like_a_folder_of_exports(build_site: Build, id: str):
    site = build_site({f"docs/_data/quizzes/{id}.yml": QUIZ, "docs/index.md": HOME})

    said = f"docs/_data/quizzes/{id}.yml:1:1: the id '{id}' is kept for what holds every quiz [quiz-kept-id]"
    assert said in "\n".join(site.warnings)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>High water</title></svg>'
PICTURED = {
    "title": "A quiz",
    "summary": "Short.",
    "level": "introductory",
    "minutes": 1,
    "questions": [
        {
            "id": "one",
            "type": "true-false",
            "prompt": "Is this high water? ![High water](/sea/moon.svg)",
            "answer": True,
            "feedback": {"right": "Yes ![Low](/sea/low.svg)", "wrong": "No."},
            "explanation": "So.",
        }
    ],
}


def test_pictures_travel_inside(build_site: Build):
    site = build_site(
        {
            "docs/_data/quizzes/moon.yml": yaml.safe_dump(PICTURED),
            "docs/index.md": HOME,
            "docs/sea/moon.svg": SVG,
            "docs/sea/low.svg": SVG,
        }
    )
    names = [picture_name(f"sea/{name}.svg") for name in ("moon", "low")]

    text = site.file("/exports/moon/moodle.xml").read_text("utf-8")
    assert [text.count(f'src="@@PLUGINFILE@@/{name}"') for name in names] == [1, 1]
    files = re.findall(r'<file name="([^"]*)" path="/" encoding="base64">([^<]*)</file>', text)
    assert [(name, b64decode(content).decode()) for name, content in files] == [(name, SVG) for name in names]

    package = unpacked(site.file("/exports/moon/canvas.zip").read_bytes())
    assert [package[f"media/{name}"].decode() for name in names] == [SVG, SVG]
    for name in names:
        assert f"$IMS-CC-FILEBASE$/media/{name}" in package["quiz-moon/quiz-moon.xml"].decode()
        assert f'href="media/{name}"' in package["imsmanifest.xml"].decode()

    [prompt] = [row for row in sheet.rows(site.file("/exports/moon/quiz.csv").read_bytes()) if row["row"] == "prompt"]
    assert prompt["text"] == "Is this high water? High water"
    quiz = json.loads(site.file("/exports/moon/quiz.json").read_text("utf-8"))
    assert {*quiz["pictures"]} == {f"media/{name}" for name in names}
    assert "Pictures are left out" in site.file("/exports/moon/README.txt").read_text("utf-8")
