"""Set what a site may forget in mkdocs.yml, and would suffer from without a word."""

from __future__ import annotations

from mkdocs.config.config_options import PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import _AbsoluteLinksValidationValue as AbsoluteLinks  # it has no public name

DATA = PathSpec().run_validation("/_data/")


def set_forgotten(config: MkDocsConfig) -> None:
    """Keep data files, with the answers in them, out of the site, and let links begin at the docs folder."""
    config.exclude_docs = config.exclude_docs + DATA if config.exclude_docs else DATA
    config.validation.links.absolute_links = AbsoluteLinks.RELATIVE_TO_DOCS
