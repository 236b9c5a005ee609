"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from primer.core.cache import Cache
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.site_exports import SiteExports
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log
from primer_mkdocs.output import docs_of, engine_of, output_of

log = host_log.getChild("hooks.primer")

CACHE = "exports-3.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""
KEY = "primer_exports"


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Tell pages what there will be; a preview leaves exports out unless ``OUTPUTS=1`` asks for them."""
    site: Site = config.extra["primer"]
    config.extra[KEY] = None
    if site.is_preview and os.environ.get("OUTPUTS") != "1":
        log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
        return env
    kept = Cache(cache_folder(config) / CACHE)
    exports = SiteExports(site, FORMATS, kept, [docs_of(config), engine_of(config)])
    if exports.quiz_pages and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    try:
        exports.announce()
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    config.extra[KEY] = exports
    return env


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep the page of a quiz for those to whom it goes as a whole."""
    exports: SiteExports | None = config.extra[KEY]
    if exports is not None:
        exports.keep(context["page_view"], page.file.src_uri)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes and words are elsewhere."""
    exports: SiteExports | None = config.extra[KEY]
    if exports is None:
        return
    try:
        exports.write(output_of(config), Path(config.site_dir))
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
