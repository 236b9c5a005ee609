"""Write quizzes as files for learning platforms, for paper, for programs."""

from primer_mkdocs.exports import on_env, on_page_context, on_post_build

__all__ = ["on_env", "on_page_context", "on_post_build"]
