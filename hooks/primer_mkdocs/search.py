"""Take the texts to search out of the index that every page fetches."""

from __future__ import annotations

from pathlib import Path

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from primer.publish.search_index import TEXTS, searched_texts
from primer.site.build import Site


@event_priority(50)  # before Material's search, which writes what is left: how to search, and no texts
def on_post_build(config: MkDocsConfig) -> None:
    """Write the texts in a file of their own."""
    site: Site = config.extra["primer"]
    plugin = config.plugins.get("material/search")
    if isinstance(plugin, SearchPlugin) and plugin.config.enabled:
        path = Path(config.site_dir, TEXTS)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            file.writelines(searched_texts(plugin.search_index.entries, site.descriptions))
        plugin.search_index.entries = []
