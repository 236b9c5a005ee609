"""Packages for learning platforms, made without a build."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.content import quizzes_of
from primer.outputs.exports.scorm.formats import SCORM
from primer.outputs.exports.scorm.package import FILE, with_page
from primer.outputs.exports.scorm.page import packaged_page
from primer.outputs.exports.scorm.published import Published
from primer.site.assets import THEME
from primer.site.build import Site

from tests.browser.questions_site import questions_files
from tests.building import ROOT, write_project
from tests.rendering import load_site, render_page

OUR_DOCS = ROOT / "docs"


@cache
def questions_docs() -> Path:
    """The docs folder of the site of every type of question."""
    project = Path(mkdtemp(prefix="questions-"))
    write_project(project, questions_files())
    return project / "docs"


@cache
def site_in(docs: Path, site_url: str | None) -> Site:
    """A site, loaded."""
    return load_site(docs, site_url=site_url)


@cache
def quizzes_in(docs: Path, site_url: str | None) -> dict[str, ExportedQuiz]:
    """The quizzes of a site, by id."""
    site = site_in(docs, site_url)
    return {quiz.id: quiz for quiz in quizzes_of(site.features, site.context.content, site_url, "A site")}


@cache
def package(docs: Path, quiz: str, site_url: str | None = "https://example.org/base/") -> bytes:
    """The package of a quiz."""
    site, made = site_in(docs, site_url), quizzes_in(docs, site_url)[quiz]
    page = packaged_page(render_page(site, docs, made.src_uri), made.src_uri, made, site.context, site.asset)
    published = {asset.address: asset.content for asset in site.published.assets.values()} | dict(site.packed_assets)
    fonts = {f"assets/fonts/{path.name}": path for path in (THEME / "assets/fonts").glob("*.woff2")}
    files = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.*") if path.suffix in (".svg", ".png")}

    def content_of(path: str) -> bytes:
        return published[path] if path in published else {**fonts, **files}[path].read_bytes()

    whole = with_page(made, page, Published([*published, *fonts, *files], content_of))
    return SCORM.export(SCORM.writing(whole))[FILE]


def files_in(archive: bytes) -> dict[str, bytes]:
    """What is in an archive, by path."""
    with ZipFile(BytesIO(archive)) as reader:
        return {name: reader.read(name) for name in reader.namelist()}
