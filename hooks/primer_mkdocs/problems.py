"""Print what is wrong, at the end and in the order of the files."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from primer.site.build import Site

log = logging.getLogger("mkdocs.hooks.primer")


@event_priority(-100)  # after whatever could still find something
def on_post_build(config: MkDocsConfig) -> None:
    """Print every problem as a warning, which ``--strict`` turns into a failure, and the rest as information."""
    site: Site = config.extra["primer"]
    for problem in site.problems():
        log.warning(problem)
    for note in site.notes():
        log.info(note)
