"""Follow each page from its file to its template."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from primer.pages.reading import decoded
from primer.site import Site


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """Read a page as UTF-8, or say where it is not."""
    site: Site = config.extra["primer"]
    return decoded(page.file.content_bytes, site.path(page.file.src_uri), site.report)


@event_priority(100)  # first, so that our line numbers are the author's
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension which page its next run renders."""
    site: Site = config.extra["primer"]
    text = decoded(page.file.content_bytes, site.path(page.file.src_uri), site.report)
    return site.begin_page(page.file.src_uri, text, markdown)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs' link check about the anchors inside what we placed."""
    site: Site = config.extra["primer"]
    page.present_anchor_ids = (page.present_anchor_ids or set()) | site.page(page.file.src_uri).use.anchors
    return html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Fill in what had to wait for all pages, and check the links of data files to passages of pages."""
    site: Site = config.extra["primer"]
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    for page in pages:
        page.content = site.finished(page.file.src_uri, page.content or "")
    site.check_anchors({page.file.src_uri: page.present_anchor_ids or set() for page in pages})
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give templates ``here``: what they show around the text."""
    site: Site = config.extra["primer"]
    context["here"] = site.view(page.file.src_uri)
    return context
