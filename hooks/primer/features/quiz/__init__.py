"""Quizzes: questions of many types, answered and marked in the page."""
