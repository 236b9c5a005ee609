"""Load the content, and hand Markdown the extension that renders it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import get_files
from primer.core.clock import today
from primer.site.build import Site


class Run:
    """How MkDocs was started: the one thing that stays the same from build to build under ``mkdocs serve``."""

    preview = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview."""
    Run.preview = command == "serve"


@event_priority(100)  # before other hooks, which ask for the site
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load everything anew and register the extension."""
    if not config.theme.custom_dir or not config.config_file_path:
        raise PluginError("mkdocs.yml needs 'theme: {custom_dir: overrides}', where our templates are")
    config.extra["primer"] = site = Site.load(
        Path(config.docs_dir),
        os.path.relpath(config.docs_dir, Path(config.config_file_path).parent),
        frozenset(file.src_uri for file in get_files(config).documentation_pages()),
        Path(config.theme.custom_dir) / "fragments",
        Path(config.theme.dirs[1]),  # after our own comes the one that it is laid over
        language=config.theme.get("language") or "en",
        today=today(),
        site_url=config.site_url or None,
        preview=Run.preview,
    )
    config.markdown_extensions.append(site.extension)  # type: ignore[arg-type]  # Markdown takes instances too
    return config
