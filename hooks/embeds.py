"""Write beside each page the same text for a frame on another site."""

from primer_mkdocs.embeds import on_env, on_page_context

__all__ = ["on_env", "on_page_context"]
