"""Render pages as the hooks do, without the rest of MkDocs: in milliseconds, and with what was found along the way."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from lxml import html as lxml_html
from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from primer.core.cache import Cache
from primer.core.diagnostics import Report
from primer.features import FEATURES
from primer.features.chart.model import FIGURE_DRAWINGS, FIGURES, Figure
from primer.features.directory.help_lines import HELP_LINES, Place
from primer.features.directory.routes import ROUTES, PlaceRoutes
from primer.features.glossary.model import TERMS, Term
from primer.features.guide.model import GUIDES, Guide
from primer.features.home.model import HOME
from primer.features.planner.model import PLANNER, Planner
from primer.features.quiz.model import QUIZZES, Quiz
from primer.features.references.model import REFERENCES, Reference
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.drawing import DRAWINGS
from primer.kit.extension import PrimerExtension
from primer.kit.feature import Feature
from primer.kit.lead import parts
from primer.kit.loading import assemble, load_strings
from primer.kit.page import CurrentPage
from primer.kit.registry import load_features
from primer.kit.settings import SETTINGS, Settings
from primer.kit.sources import DataFolder, Key, Loaded, Single
from primer.kit.strings import StringTable
from primer.kit.templates import Templates
from primer.outputs.registry import OUTPUTS
from primer.site.build import Site
from primer.site.feature import LEDGER, PUBLISHER
from primer.site.models import Ledger, Publisher
from primer.site.page_view import PageView
from primer.site.place import Output, with_basics
from primer.site.place import Place as SitePlace
from primer.site.published import Published
from primer.site.reading import decoded
from primer.text.author_markdown import AuthorMarkdown
from primer.text.formulas import READER

from tests.building import KEPT, MATERIAL, ROOT

TODAY = datetime.date(2026, 11, 22)

#: Where the pages are that features link to.
SETTINGS_OF_TESTS = Settings(
    help="/help-now.md", leave_to="https://example.org/", pages={"routes": "/options/routes-by-country.md"}
)

#: The templates that this process has compiled.
COMPILED = Cache()

#: The scripts and style sheets that this process has joined, by the kinds of features and outputs that they are of.
PUBLISHED: dict[tuple[type, ...], Published] = {}
LOAD_PUBLISHED = Published.load

#: What a page is given where a test is not about it.
FRONT_MATTER = """\
---
title: A page
description: A page of a test.
sources_checked: 2026-11-22
review_by: 2027-11-22
---

"""


@cache
def features() -> tuple[Feature, ...]:
    """The features of our own site."""
    return with_basics(load_features(FEATURES))


@cache
def strings() -> StringTable:
    """The strings that come with the engine, in English."""
    return load_strings([*features(), *OUTPUTS], DataFolder(Path("no-such-folder"), "docs/_data", Report()), "en")


def markdown_with(extension: Extension | None, *, formulas: bool = False) -> Markdown:
    """Markdown as mkdocs.yml sets it up, with one more extension; with formulas, where a site has some."""
    extensions, configs = _extensions()
    more: list[Any] = [*([READER] if formulas else []), AuthorMarkdown(), *([extension] if extension else [])]
    return Markdown(extensions=[*extensions, *more], extension_configs=configs)


@cache
def _extensions() -> tuple[list[str], dict[str, Any]]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


def broken(quiz: str) -> Content:
    """Content with a quiz that has mistakes."""
    return content_of(quizzes=Loaded(broken=frozenset({quiz})))


def content_of(
    *,
    terms: Iterable[Term] = (),
    references: Iterable[Reference] = (),
    quizzes: Mapping[str, Quiz] | Loaded[Quiz] | None = None,
    guides: Mapping[str, Guide] | None = None,
    planner: Planner | None = None,
    figures: Mapping[str, Figure] | None = None,
    places: Iterable[Place] = (),
    routes: Iterable[PlaceRoutes] = (),
    publisher: Publisher | None = None,
    settings: Settings | None = None,
    ledger: Ledger | None = None,
    pages: Iterable[str] = ("index.md", "page.md", "glossary.md", "references.md"),
    language: str = "en-GB",
    locale: str = "en_GB",
    table: StringTable | None = None,
) -> Content:
    """Content as it is once loaded, from models."""
    loaded: dict[Key[Any], Any] = {
        TERMS: Loaded({term.id: term for term in terms}),
        REFERENCES: Loaded({reference.id: reference for reference in references}),
        QUIZZES: quizzes if isinstance(quizzes, Loaded) else Loaded(quizzes or {}),
        GUIDES: Loaded(guides or {}),
        HOME: Single(),
        PLANNER: Single(planner),
        DRAWINGS: {},
        FIGURES: Loaded(figures or {}),
        FIGURE_DRAWINGS: {},
        HELP_LINES: Loaded({place.id: place for place in places}),
        ROUTES: Loaded({place.id: place for place in routes}),
        PUBLISHER: Single(publisher or Publisher()),
        SETTINGS: Single(settings or SETTINGS_OF_TESTS),
        LEDGER: Single(ledger),
    }
    folder = DataFolder(Path("no-such-folder/_data"), "docs/_data", Report())
    return assemble(features(), loaded, folder, frozenset(pages), table or strings(), language=language, locale=locale)


def context_of(
    content: Content,
    *,
    overrides: Iterable[Path] = (),
    site_url: str | None = None,
    today: datetime.date = TODAY,
) -> Context:
    """What features get to know of a build with this content."""
    return Context(content, Templates(content.strings, overrides, COMPILED), today, site_url, site_name="A site")


@dataclass
class Rendered:
    """A page, and what was found in it."""

    html: str
    page: CurrentPage
    problems: list[str] = field(default_factory=list)

    @property
    def tree(self) -> lxml_html.HtmlElement:
        """The page as elements."""
        return lxml_html.fragment_fromstring(self.html, create_parent="main")


def render(
    markdown: str,
    content: Content,
    *,
    overrides: Iterable[Path] = (),
    src_uri: str = "page.md",
    today: datetime.date = TODAY,
) -> Rendered:
    """Render Markdown that has no front matter."""
    report = Report()
    extension = PrimerExtension(features(), context_of(content, overrides=overrides, today=today))
    page = CurrentPage(src_uri, f"docs/{src_uri}", markdown, report, "A page")
    extension.now_on(page)
    html = markdown_with(extension).convert(markdown)
    whole, _ = page.filled(html)
    return Rendered("".join(parts(page, whole)), page, [str(diagnostic) for diagnostic in report])


def load_site(
    docs: Path,
    *,
    overrides: Path | None = None,
    language: str = "en",
    site_url: str | None = None,
    today: datetime.date = TODAY,
    formulas: bool = False,
) -> Site:
    """The site in a folder, as on_config loads it."""
    files = frozenset(
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*")
        if path.is_file() and docs / "_data" not in path.parents
    )
    pages = frozenset(path for path in files if path.endswith(".md"))
    place = SitePlace(
        docs, "docs", pages, overrides or ROOT / "overrides", MATERIAL, files - pages, KEPT / "renders.sqlite"
    )
    chosen = load_features(FEATURES)
    with nullcontext() if overrides else patch("primer.site.build.Published.load", _published):
        site = Site.load(
            place,
            chosen,
            OUTPUTS,
            language=language,
            today=today,
            site_url=site_url,
            preview=False,
            formulas=formulas,
            site_name="A site",
        )
    site.context.cache.save()
    return site


def _published(
    place: SitePlace, features: Sequence[Feature], outputs: Sequence[Output], report: Report, cache: Cache
) -> Published:
    """Return our own scripts and style sheets, which take longer to join than a small site to load, without packs."""
    chosen = tuple(type(one) for one in (*features, *outputs))
    if chosen not in PUBLISHED:
        PUBLISHED[chosen] = LOAD_PUBLISHED(place, features, outputs, report, cache)
    return replace(PUBLISHED[chosen], _packed={})


def render_site(site: Site, docs: Path) -> dict[str, PageView]:
    """Take each page of a site through the steps of the hooks; return what its template gets, by the page's path."""
    html = {src_uri: _text(site, docs, src_uri) for src_uri in sorted(site.context.content.pages)}
    anchors = {src_uri: site.page(src_uri).anchors | _ids(text) for src_uri, text in html.items()}
    site.check_anchors(anchors)
    site.check_links(anchors, _files(docs))
    views = {src_uri: site.view(src_uri, text, []) for src_uri, text in html.items()}
    for src_uri, view in views.items():
        site.add_searched(src_uri, view.searched_html, view.title)
    list(site.search_files())
    site.context.cache.save()
    return views


def render_page(site: Site, docs: Path, src_uri: str) -> PageView:
    """Take one page of a site through the steps of the hooks."""
    return site.view(src_uri, _text(site, docs, src_uri), [])


def _files(docs: Path) -> set[str]:
    """The other files of a docs folder."""
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"}


def _text(site: Site, docs: Path, src_uri: str) -> str:
    generated = site.generated_pages.get(src_uri)
    raw = (docs / src_uri).read_bytes() if generated is None else generated.encode()
    text = decoded(raw, site.path(src_uri), site.report)
    formulas = site.context.content.text.has_formulas
    return markdown_with(site.extension, formulas=formulas).convert(site.begin_page(src_uri, text, get_data(text)[0]))


def problems_in(docs: Path, *, language: str = "en", today: datetime.date = TODAY, formulas: bool = False) -> list[str]:
    """Everything that is wrong in a docs folder, in the order in which it is printed.

    A folder ``overrides`` beside it holds what its site has of its own look.
    """
    own = docs.parent / "overrides"
    overrides = own if own.is_dir() else None
    site = load_site(docs, overrides=overrides, language=language, today=today, formulas=formulas)
    render_site(site, docs)
    return list(site.problems())


def _ids(html: str) -> set[str]:
    return set(lxml_html.fragment_fromstring(html, create_parent="main").xpath("//@id"))
