"""Follow each page from its file to its template."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from primer.site.build import Site
from primer.site.reading import decoded, without_unreadable


def on_pre_page(page: Page, **_: Any) -> Page:
    """Let a page be read with what has read the page before it."""
    page.render = partial(_render, page)  # type: ignore[method-assign]  # there is no event in place of it
    return page


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """Read a page as UTF-8, or say where it is not; keep from MkDocs what would stop it."""
    site: Site = config.extra["primer"]
    return without_unreadable(decoded(page.file.content_bytes, site.path(page.file.src_uri), site.report))


@event_priority(100)  # first, so that our line numbers are the author's
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Tell the extension which page its next run renders, and leave in ``page.meta`` only what is right."""
    site: Site = config.extra["primer"]
    text = decoded(page.file.content_bytes, site.path(page.file.src_uri), site.report)
    markdown = site.begin_page(page.file.src_uri, text, markdown)
    page.meta = site.meta(page.file.src_uri, text, dict(page.meta))
    return markdown


@event_priority(100)  # before the search, which reads what a page says
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Finish the page's text, and give templates ``page_view``: what they show around it."""
    site: Site = config.extra["primer"]
    context["page_view"] = view = site.view(page.file.src_uri, page.content or "", _above(page))
    page.content = view.searched_html
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page's text, of which the quizzes are the larger part, as soon as it is on its way to its file."""
    page.content = None
    return output


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render a page as MkDocs does, for which ``Markdown`` is extended by one extension in place of all."""
    del page.render
    site: Site = config.extra["primer"]
    with site.reused_markdown.lent(config.markdown_extensions, config.mdx_configs, site.extension) as extensions:
        with_one = copy(config)
        with_one.markdown_extensions = list(extensions)  # type: ignore[arg-type]  # Markdown takes instances too
        page.render(with_one, files)


def _above(page: Page) -> list[str]:
    """Return the paths of the home page and of the index page of each section around a page."""
    firsts = [above.children[0] for above in page.ancestors if isinstance(above, Section) and above.children]
    pages = [first for first in reversed(firsts) if isinstance(first, Page) and first.is_index and first is not page]
    return [] if page.is_homepage else ["index.md", *(first.file.src_uri for first in pages)]
