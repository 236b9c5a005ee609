"""Write quizzes as files for learning platforms, for paper, for programs."""

from primer_mkdocs.exports import on_env

__all__ = ["on_env"]
