"""Quizzes on paper: a worksheet to fill in, with the key to it."""
