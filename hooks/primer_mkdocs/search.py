"""Write what the search reads, in place of the search of Material."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from primer.site.build import Site

from primer_mkdocs.output import output_of


@event_priority(100)  # before Material's search makes its index
def on_config(config: MkDocsConfig) -> None:
    """Switch off the search of Material, which MkDocs adds to a site that names no plugins: nothing reads its index."""
    if (search := config.plugins.get("material/search")) is not None:
        search.config["enabled"] = False


@event_priority(-50)  # after all that changes the text of a page
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep what is searched of a page."""
    site: Site = config.extra["primer"]
    site.add_searched(page.file.src_uri, page.content or "", str(page.meta.get("title", page.title)))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index of the search, once all pages are known."""
    site: Site = config.extra["primer"]
    for path, content in site.search_files():
        output_of(config).put(path, content)
