"""Write beside each page the same text for a frame on another site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from primer.site.build import Site


@event_priority(50)  # after pages.py, which makes ``here``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Write the embed now: nothing of a page is kept once it is on its way to its file."""
    site: Site = config.extra["primer"]
    address, html = site.embed(page.file.src_uri, context["here"], config.site_name)
    write_file(html.encode(), str(Path(config.site_dir, address, "index.html")))
    return context
