"""Quizzes as files for learning platforms, for paper, for programs."""
