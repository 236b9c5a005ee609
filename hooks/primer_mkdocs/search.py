"""Write what the search reads, in place of the search of Material."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from primer.site.build import Site
from primer.site.search import search_key

from primer_mkdocs.output import made_by, output_of


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
    """Write the index of the search, once all pages are known, unless it is there already."""
    site: Site = config.extra["primer"]
    folder, cache = output_of(config), site.context.cache
    key = search_key(site.searched, site.context.content, made_by(config))
    mark, known = key.hex(), json.loads(cache.get(key) or "[]")
    if known and all(folder.has(path, mark) for path in known):
        return
    problems, paths = len([*site.report]), []
    for path, content in site.search_files():
        folder.put(path, content, mark)
        paths.append(path)
    if len([*site.report]) == problems:  # else each build has to find them
        cache.put(key, json.dumps(paths).encode())
