"""Quizzes, a glossary and citations for Markdown, without any knowledge of MkDocs."""
