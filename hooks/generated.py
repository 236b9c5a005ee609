"""Settle which files the site has."""

from primer_mkdocs.generated import on_files, on_post_build

__all__ = ["on_files", "on_post_build"]
