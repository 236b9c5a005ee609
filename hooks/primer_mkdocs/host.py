"""Know which program runs the events: MkDocs, or ProperDocs in its place.

ProperDocs answers every import of ``mkdocs`` with a module of its own, so the other adapters need not know.
What it calls in another way is here.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

HOST = MkDocsConfig.__module__.partition(".")[0]
"""The package that runs the events, after which its loggers are called: ``mkdocs`` or ``properdocs``."""

host_log = logging.getLogger(HOST)
"""What ``--quiet`` silences and what ``--strict`` counts."""


def settings_file(config: MkDocsConfig) -> str:
    """Return what messages call the file of settings."""
    return Path(config.config_file_path or "mkdocs.yml").name
