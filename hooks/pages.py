"""Follow each page from its file to its template."""

from primer_mkdocs.pages import on_page_context, on_page_markdown, on_page_read_source, on_post_page, on_pre_page

__all__ = ["on_page_context", "on_page_markdown", "on_page_read_source", "on_post_page", "on_pre_page"]
