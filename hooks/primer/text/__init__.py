"""Sentences in, HTML and problems out: inline Markdown, citations, claims with numbers, terms."""
