"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import write_file
from primer.core.cache import Cache
from primer.outputs.exports.content import quizzes_of
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import exports, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")

CACHE = "exports-1.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes are elsewhere; a preview leaves it out unless ``OUTPUTS=1`` asks for it."""
    site: Site = config.extra["primer"]
    if site.is_preview and os.environ.get("OUTPUTS") != "1":
        log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
        return
    quizzes = quizzes_of(site.features, site.context.content, site.context.site_url, config.site_name)
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
