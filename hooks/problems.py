"""Print what is wrong, at the end and in the order of the files."""

from primer_mkdocs.problems import on_post_build

__all__ = ["on_post_build"]
