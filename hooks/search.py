"""Move the search corpus into its own lazily loaded file."""

from primer_mkdocs.search import on_page_context, on_post_build

__all__ = ["on_page_context", "on_post_build"]
