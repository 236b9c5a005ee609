"""Write what the search reads, in place of the search of Material."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from primer.publish.search_index import TEXTS, searched_texts, texts_file
from primer.site.build import Site


@event_priority(100)  # before Material's search makes its index
def on_config(config: MkDocsConfig) -> None:
    """Switch off the search of Material, which MkDocs adds to a site that names no plugins: nothing reads its index."""
    if (search := config.plugins.get("material/search")) is not None:
        search.config["enabled"] = False


@event_priority(-50)  # after all that changes the text of a page
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep what is searched of a page, unless its front matter excludes it."""
    site: Site = config.extra["primer"]
    choice = page.meta.get("search") or {}
    if not choice.get("exclude"):
        path, title = page.file.src_uri, str(page.meta.get("title", page.title))
        boost, described, asked = choice.get("boost", 1), site.description_of(path), site.asked(path)
        site.searched.extend(searched_texts(page.content or "", page.url, title, described, boost, asked))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the texts of all pages in a file of their own."""
    site: Site = config.extra["primer"]
    path = Path(config.site_dir, TEXTS)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(texts_file(site.searched))
