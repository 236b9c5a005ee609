"""Follow links of pages and of data files, now that it is known what is on the pages."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from primer.site.build import Site


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the anchors inside what we placed to those that MkDocs has found."""
    site: Site = config.extra["primer"]
    page.present_anchor_ids = (page.present_anchor_ids or set()) | site.page(page.file.src_uri).anchors
    return html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Check where links lead, now that every page is rendered."""
    site: Site = config.extra["primer"]
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    anchors = {page.file.src_uri: page.present_anchor_ids or set() for page in pages}
    site.check_anchors(anchors)
    published = {file.src_uri for file in files if file.inclusion != InclusionLevel.EXCLUDED}
    site.check_links(anchors, published - anchors.keys())
    return env
