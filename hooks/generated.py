"""Settle which files the site has."""

from primer_mkdocs.generated import on_files

__all__ = ["on_files"]
