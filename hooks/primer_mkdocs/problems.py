"""Print what is wrong, in the order of the files: at the end, or when something stopped the build."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from primer.core.diagnostics import Report
from primer.core.stopping import locals_of, stopped
from primer.site.build import Site

from primer_mkdocs.host import host_log, settings_file
from primer_mkdocs.output import give_up
from primer_mkdocs.settings import missing_files

log = host_log.getChild("hooks.primer")


def on_config(config: MkDocsConfig) -> None:
    """With ``--strict``, let MkDocs print and count its own warnings even where ``--quiet`` keeps it from that.

    Raises PluginError where nothing has loaded the site.
    """
    if "primer" not in config.extra:
        raise PluginError(f"{settings_file(config)}: 'hooks' needs content.py as well, from the folder of the others")
    if config.strict and host_log.level > logging.WARNING:
        host_log.setLevel(logging.WARNING)


@event_priority(-100)  # after whatever could still find something
def on_post_build(config: MkDocsConfig) -> None:
    """Print every problem as a warning, and the rest as information; with ``--strict``, any problem is a failure."""
    site: Site = config.extra["primer"]
    problems = _print_new(site.report)
    for missing in missing_files(config, site.published.assets):
        log.warning(missing)
        problems += 1
    for note in site.notes():
        log.info(note)
    if problems and config.strict:  # by ourselves: MkDocs counts only what is logged
        raise Abort(f"Aborted in strict mode. Problems: {problems}")


def on_build_error(error: Exception) -> None:
    """Print what was found before the build stopped, and where it stopped."""
    config = next(locals_of(error, "config"), None)
    if not isinstance(config, MkDocsConfig):
        return
    give_up(config)
    site = config.extra.get("primer")
    report = site.report if isinstance(site, Site) else next(locals_of(error, "report"), None)
    if isinstance(report, Report):  # a site that could not be loaded has one all the same
        _print_new(report)
    if not isinstance(error, (Abort, PluginError)):  # these say themselves what is wrong
        log.error(stopped(error, site.docs if isinstance(site, Site) else "docs"))


def _print_new(report: Report) -> int:
    problems = [str(problem) for problem in report.take_new()]
    for problem in problems:
        log.warning(problem)
    return len(problems)
