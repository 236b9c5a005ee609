"""Follow links to passages."""

from primer_mkdocs.anchors import on_env, on_page_content

__all__ = ["on_env", "on_page_content"]
