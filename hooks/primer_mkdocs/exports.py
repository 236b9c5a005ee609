"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from primer.core.cache import Cache
from primer.outputs.exports.content import quizzes_of
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import exports, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.scorm.collecting import QuizPages
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")
CACHE = "exports-1.sqlite"  # the number changes with what it holds


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep the page of a quiz for those to whom it goes as a whole."""
    if pages := _pages(config):
        pages.keep(context["page_view"], page.file.src_uri, config.extra["primer"])
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes are elsewhere; a preview leaves it out unless ``OUTPUTS=1`` asks for it."""
    if (pages := _pages(config)) is None:
        return log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
    quizzes = pages.quizzes(Path(config.site_dir), config.extra["primer"].packed_assets)
    if quizzes and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    kept = Cache(cache_folder(config) / CACHE)
    try:
        files = exports(quizzes, FORMATS, kept)
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, path)))
    return kept.save()


def _pages(config: MkDocsConfig) -> QuizPages | None:
    """Return what keeps the pages of quizzes in this build; None where nothing is exported."""
    site: Site = config.extra["primer"]
    if "primer_quizzes" not in config.extra and (not site.is_preview or os.environ.get("OUTPUTS") == "1"):
        quizzes = quizzes_of(site.features, site.context.content, site.context.site_url, config.site_name)
        config.extra["primer_quizzes"] = QuizPages(quizzes)
    pages: QuizPages | None = config.extra.get("primer_quizzes")
    return pages
