"""Write beside each page the same text for a frame on another site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from primer.outputs.frames import frame_html
from primer.site.build import Site


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Write the embed now: nothing of a page is kept once it is on its way to its file."""
    site: Site = config.extra["primer"]
    of_language = site.context.of(page.file.src_uri)
    content, templates = of_language.content, of_language.templates
    icon = str(config.theme.get("favicon") or "")
    html = frame_html(
        context["page_view"],
        page.file.src_uri,
        content,
        templates,
        policy=site.frame_policy,
        site_name=of_language.site_name,
        icon=site.published.address(icon) if icon in site.published.assets else icon or None,
        address_of=site.asset,
    )
    write_file(html.encode(), str(Path(config.site_dir, content.embed_of(page.file.src_uri), "index.html")))
    return context
