"""Escape text in our own templates."""

from primer_mkdocs.templates import on_env

__all__ = ["on_env"]
