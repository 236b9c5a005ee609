"""Write what the search reads, in place of the search of Material."""

from primer_mkdocs.search import on_config, on_page_context, on_post_build

__all__ = ["on_config", "on_page_context", "on_post_build"]
