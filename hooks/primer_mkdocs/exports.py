"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from primer.core.cache import Cache
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.content import origin_of, quizzes_of
from primer.outputs.exports.downloads.feature import Downloads
from primer.outputs.exports.downloads.view import Published
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import announced, exports, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.terms import files_of_terms
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")

CACHE = "exports-1.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""
KEY = "primer_exports"


@dataclass(frozen=True)
class Exporting:
    """What is exported in a build."""

    quizzes: tuple[ExportedQuiz, ...]
    others: dict[str, bytes]
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
    terms = files_of_terms(site.features, content, origin_of(content, site_url, config.site_name))
    if quizzes and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    exporting = Exporting(quizzes, terms, Cache(cache_folder(config) / CACHE))
    try:
        sizes = announced(quizzes, FORMATS, exporting.kept, terms)
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for feature in site.features:
        if isinstance(feature, Downloads):
            feature.published = Published(quizzes, FORMATS, sizes)
    config.extra[KEY] = exporting
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write what quizzes and words are elsewhere."""
    exporting: Exporting | None = config.extra[KEY]
    if exporting is None:
        return
    try:
        files = exports(exporting.quizzes, FORMATS, exporting.kept, exporting.others)
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, path)))
    exporting.kept.save()
