"""Take the texts to search out of the index that every page fetches."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from primer.searching import INDEX, split_index
from primer.site import Site


@event_priority(-50)  # after Material's search, which writes the index
def on_post_build(config: MkDocsConfig) -> None:
    """Write the index and the texts in two files."""
    site: Site = config.extra["primer"]
    folder = Path(config.site_dir)
    if (folder / INDEX).exists():
        for path, text in split_index((folder / INDEX).read_text("utf-8"), site.descriptions).items():
            (folder / path).write_text(text, "utf-8")
