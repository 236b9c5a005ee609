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
from primer.core.files import files_below
from primer.outputs.exports.content import quizzes_of
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import exports, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.scorm.collecting import QuizPages
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")

CACHE = "exports-1.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""


PAGES = "primer_quiz_pages"
"""Under what name the pages of quizzes wait among the settings of a build."""


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Keep the page of a quiz for those to whom it goes as a whole."""
    site: Site = config.extra["primer"]
    if _is_wanted(site):
        _pages(config).keep(context["page_view"], page.file.src_uri, site.context, site.asset)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes are elsewhere; a preview leaves it out unless ``OUTPUTS=1`` asks for it."""
    site: Site = config.extra["primer"]
    if not _is_wanted(site):
        log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
        return
    folder, packed = Path(config.site_dir), site.packed_assets
    published = [path.relative_to(folder).as_posix() for path in files_below(folder) if path.suffix != ".html"]
    quizzes = _pages(config).quizzes(
        [*published, *packed], lambda path: packed[path] if path in packed else (folder / path).read_bytes()
    )
    if quizzes and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    kept = Cache(cache_folder(config) / CACHE)
    try:
        files = exports(quizzes, FORMATS, kept)
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, path)))
    kept.save()


def _is_wanted(site: Site) -> bool:
    return not site.is_preview or os.environ.get("OUTPUTS") == "1"


def _pages(config: MkDocsConfig) -> QuizPages:
    """Return what keeps the pages of quizzes in this build."""
    site: Site = config.extra["primer"]
    if PAGES not in config.extra:
        content, site_url = site.context.content, site.context.site_url
        config.extra[PAGES] = QuizPages(quizzes_of(site.features, content, site_url, config.site_name))
    pages: QuizPages = config.extra[PAGES]
    return pages
