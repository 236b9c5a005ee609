"""Follow links to passages: MkDocs' check knows what we placed, and ours knows what is on the pages."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from primer.site.build import Site


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs' link check about the anchors inside what we placed."""
    site: Site = config.extra["primer"]
    page.present_anchor_ids = (page.present_anchor_ids or set()) | site.page(page.file.src_uri).anchors
    return html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Check the links of data files to passages of pages, now that every page is rendered."""
    site: Site = config.extra["primer"]
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    site.check_anchors({page.file.src_uri: page.present_anchor_ids or set() for page in pages})
    return env
