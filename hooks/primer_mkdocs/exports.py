"""Write the exports of a site, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from primer.core.cache import Cache
from primer.outputs.exports.content import origin_of, quizzes_of
from primer.outputs.exports.downloads.feature import Downloads
from primer.outputs.exports.downloads.view import Published
from primer.outputs.exports.exporting import ExportFailed
from primer.outputs.exports.publishing import exports, missing_packages
from primer.outputs.exports.registry import FORMATS
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.terms import GLOSSARY, files_of_terms, terms_of
from primer.site.build import Site

from primer_mkdocs.content import cache_folder
from primer_mkdocs.host import host_log

log = host_log.getChild("hooks.primer")

CACHE = "exports-1.sqlite"
"""The file of what earlier builds exported; the number changes with what it holds."""


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Write what quizzes are elsewhere, before pages say what there is.

    A preview leaves it out unless ``OUTPUTS=1`` asks for it.
    """
    _export(config)
    return env


def _export(config: MkDocsConfig) -> None:
    site: Site = config.extra["primer"]
    if site.is_preview and os.environ.get("OUTPUTS") != "1":
        log.info("Downloads are left out of the preview; with them: OUTPUTS=1 mkdocs serve")
        return
    content = site.context.content
    quizzes = quizzes_of(site.features, content, site.context.site_url, config.site_name)
    origin = origin_of(content, site.context.site_url, config.site_name)
    terms = files_of_terms(
        terms_of(site.features, content, origin), origin, content.language, content.strings[ExportStrings]
    )
    if quizzes and (missing := missing_packages(FORMATS)):
        log.warning("some downloads need packages; type: python -m pip install %s", " ".join(missing))
    kept = Cache(cache_folder(config) / CACHE)
    try:
        files = exports(quizzes, FORMATS, kept, {f"{GLOSSARY}/{name}": made for name, made in terms.items()})
    except ExportFailed as error:
        raise PluginError(f"nothing was exported: {error}") from error
    for path, made in files.items():
        write_file(made, str(Path(config.site_dir, path)))
    kept.save()
    sizes = {path: len(made) for path, made in files.items()}
    for feature in site.features:
        if isinstance(feature, Downloads):
            feature.published = Published(quizzes, FORMATS, sizes)
