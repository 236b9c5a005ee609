"""Guides: questions that lead to next steps, and are no verdict."""
