"""Settle which files the site has."""

from primer_mkdocs.generated import on_env, on_files, on_post_build, on_pre_build

__all__ = ["on_env", "on_files", "on_post_build", "on_pre_build"]
