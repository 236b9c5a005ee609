"""Print what is wrong, in the order of the files: at the end, or when something stopped the build."""

from primer_mkdocs.problems import on_build_error, on_config, on_post_build

__all__ = ["on_build_error", "on_config", "on_post_build"]
