"""Print what is wrong, in the order of the files: at the end, or when something stopped the build."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from primer.core.stopping import locals_of, stopped
from primer.site.build import Site

log = logging.getLogger("mkdocs.hooks.primer")


def on_config(config: MkDocsConfig) -> None:
    """With ``--strict``, let MkDocs print and count its own warnings even where ``--quiet`` keeps it from that."""
    mkdocs = logging.getLogger("mkdocs")
    if config.strict and mkdocs.level > logging.WARNING:
        mkdocs.setLevel(logging.WARNING)


@event_priority(-100)  # after whatever could still find something
def on_post_build(config: MkDocsConfig) -> None:
    """Print every problem as a warning, and the rest as information; with ``--strict``, any problem is a failure."""
    site: Site = config.extra["primer"]
    problems = _print_new(site)
    for note in site.notes():
        log.info(note)
    if problems and config.strict:  # by ourselves: MkDocs counts only what is logged
        raise Abort(f"Aborted in strict mode. Problems: {problems}")


def on_build_error(error: Exception) -> None:
    """Print what was found before the build stopped, and where it stopped."""
    config = next(locals_of(error, "config"), None)
    site = config.extra.get("primer") if isinstance(config, MkDocsConfig) else None
    if isinstance(site, Site):
        _print_new(site)
        if not isinstance(error, Abort):
            log.error(stopped(error, site.docs))


def _print_new(site: Site) -> int:
    problems = site.unprinted()
    for problem in problems:
        log.warning(problem)
    return len(problems)
