"""Render pages as the hooks do, without the rest of MkDocs: in milliseconds, and with what was found along the way."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from primer.kit.content import Content, PageTitles, made_titles
from primer.kit.page import CurrentPage
from primer.core.diagnostics import Report
from primer.kit.extension import PrimerExtension
from primer.kit.templates import Fragments
from primer.features.glossary.model import Term
from primer.features.guide.model import Guide
from primer.kit.lead import parts
from primer.site.models import Publisher
from primer.site.reading import decoded
from primer.site.page_view import PageView
from primer.features.planner.model import Planner
from primer.features.quiz.model import Quiz
from primer.features.references.model import Reference
from primer.site.build import Site
from primer.core.validation import validate
from primer.core.yaml import load
from primer.kit.strings import Strings

from tests.building import MATERIAL, ROOT

FRAGMENTS = ROOT / "overrides/fragments"
TODAY = datetime.date(2026, 11, 22)

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
def strings() -> Strings:
    """The site's own words."""
    report = Report()
    document = load((ROOT / "docs/_data/strings/en.yml").read_bytes(), "strings/en.yml", report)
    words = validate(Strings, document, "strings", report) if document else None
    assert words, list(report)
    return words


def markdown_with(extension: Extension | None) -> Markdown:
    """Markdown as mkdocs.yml sets it up, with one more extension."""
    extensions, configs = _extensions()
    more: list[Any] = [extension] if extension else []
    return Markdown(extensions=[*extensions, *more], extension_configs=configs)


@cache
def _extensions() -> tuple[list[str], dict[str, Any]]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


def content_of(
    *,
    terms: Iterable[Term] = (),
    references: Iterable[Reference] = (),
    quizzes: Mapping[str, Quiz] | None = None,
    guides: Mapping[str, Guide] | None = None,
    planner: Planner | None = None,
    pages: Iterable[str] = ("index.md", "page.md", "glossary.md", "references.md"),
) -> Content:
    """Content as it is once loaded, from models."""
    quizzes, guides = quizzes or {}, guides or {}
    titles = made_titles(quizzes, guides)
    return Content(
        strings=strings(),
        publisher=Publisher(leave_to="https://example.org/"),
        ledger=None,
        terms={term.id: term for term in terms},
        references={reference.id: reference for reference in references},
        quizzes=quizzes,
        guides=guides,
        planner=planner,
        help_lines=(),
        broken_terms=frozenset(),
        broken_references=frozenset(),
        broken_quizzes=frozenset(),
        broken_guides=frozenset(),
        broken_planner=False,
        pages=frozenset(pages) | set(titles),
        titles=PageTitles(Path("no-such-folder"), titles),
    )


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


def render(markdown: str, content: Content, *, fragments: Path = FRAGMENTS, src_uri: str = "page.md") -> Rendered:
    """Render Markdown that has no front matter."""
    report = Report()
    extension = PrimerExtension(content, Fragments(fragments, content.strings))
    page = CurrentPage(src_uri, f"docs/{src_uri}", markdown, report, "A page")
    extension.now_on(page)
    html = markdown_with(extension).convert(markdown)
    whole, _ = page.filled(html)
    return Rendered("".join(parts(page, whole)), page, [str(diagnostic) for diagnostic in report])


def load_site(docs: Path, *, fragments: Path = FRAGMENTS, language: str = "en") -> Site:
    """The site in a folder, as on_config loads it."""
    pages = frozenset(
        path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if docs / "_data" not in path.parents
    )
    return Site.load(
        docs, "docs", pages, fragments, MATERIAL, language=language, today=TODAY, site_url=None, preview=False
    )


def render_site(site: Site, docs: Path) -> dict[str, PageView]:
    """Take each page of a site through the steps of the hooks; return what its template gets, by the page's path."""
    html = {src_uri: _text(site, docs, src_uri) for src_uri in sorted(site.extension.content.pages)}
    site.check_anchors({src_uri: site.page(src_uri).use.anchors | _ids(text) for src_uri, text in html.items()})
    return {src_uri: site.view(src_uri, text, []) for src_uri, text in html.items()}


def render_page(site: Site, docs: Path, src_uri: str) -> PageView:
    """Take one page of a site through the steps of the hooks."""
    return site.view(src_uri, _text(site, docs, src_uri), [])


def _text(site: Site, docs: Path, src_uri: str) -> str:
    generated = site.generated_pages.get(src_uri)
    raw = (docs / src_uri).read_bytes() if generated is None else generated.encode()
    text = decoded(raw, site.path(src_uri), site.report)
    return markdown_with(site.extension).convert(site.begin_page(src_uri, text, get_data(text)[0]))


def problems_in(docs: Path, *, language: str = "en") -> list[str]:
    """Everything that is wrong in a docs folder, in the order in which it is printed."""
    site = load_site(docs, language=language)
    render_site(site, docs)
    return list(site.problems())


def _ids(html: str) -> set[str]:
    return set(lxml_html.fragment_fromstring(html, create_parent="main").xpath("//@id"))
