"""Move the search corpus into its own lazily loaded file, as text that cannot become markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from primer.publish.search_index import TEXTS, escape_titles, searched_texts
from primer.site.build import Site


@event_priority(-50)  # after Material's search, which has put the page into its index
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Escape the page's title, which the index takes as it is."""
    if plugin := _search(config):
        escape_titles(plugin.search_index.entries, page.url, str(page.meta.get("title", page.title)))
    return context


@event_priority(50)  # before Material's search, which writes what is left: how to search, and no texts
def on_post_build(config: MkDocsConfig) -> None:
    """Write the texts in a file of their own."""
    site: Site = config.extra["primer"]
    if plugin := _search(config):
        path = Path(config.site_dir, TEXTS)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            file.writelines(searched_texts(plugin.search_index.entries, site.descriptions))
        plugin.search_index.entries = []


def _search(config: MkDocsConfig) -> SearchPlugin | None:
    plugin = config.plugins.get("material/search")
    return plugin if isinstance(plugin, SearchPlugin) and plugin.config.enabled else None
