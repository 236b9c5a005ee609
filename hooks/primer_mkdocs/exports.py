"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from primer.core.cache import Cache
from primer.outputs.exports.content import origin_of, quizzes_of
from primer.outputs.exports.downloads.feature import Downloads
from primer.outputs.exports.downloads.view import Published
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import Publishing, glossary, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.scorm.collecting import QuizPages
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")

CACHE = "exports-2.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""
KEY = "primer_exports"


@dataclass(frozen=True)
class Exporting:
    """What is exported in a build."""

    pages: QuizPages
    publishing: Publishing
    kept: Cache


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Tell pages what there will be; a preview leaves exports out unless ``OUTPUTS=1`` asks for them."""
    site: Site = config.extra["primer"]
    config.extra[KEY] = None
    if site.is_preview and os.environ.get("OUTPUTS") != "1":
        log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
        return env
    content, site_url = site.context.content, site.context.site_url
    quizzes = quizzes_of(site.features, content, site_url, config.site_name)
    kept = Cache(cache_folder(config) / CACHE, large=True)
    terms = glossary(site.features, content, origin_of(content, site_url, config.site_name), kept)
    if quizzes and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    exporting = Exporting(QuizPages(quizzes), Publishing(quizzes, FORMATS, kept, terms), kept)
    try:
        sizes = exporting.publishing.announced()
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for feature in site.features:
        if isinstance(feature, Downloads):
            feature.published = Published(quizzes, FORMATS, sizes)
    config.extra[KEY] = exporting
    return env


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep the page of a quiz for those to whom it goes as a whole."""
    exporting: Exporting | None = config.extra[KEY]
    if exporting is not None:
        exporting.pages.keep(context["page_view"], page.file.src_uri, config.extra["primer"])
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes and words are elsewhere."""
    exporting: Exporting | None = config.extra[KEY]
    if exporting is None:
        return
    quizzes = exporting.pages.quizzes(Path(config.site_dir), config.extra["primer"].packed_assets)
    try:
        files = exporting.publishing.files(quizzes)
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, path)))
    exporting.kept.save()
