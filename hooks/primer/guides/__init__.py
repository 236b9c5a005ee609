"""Guides: what authors write, where pages place it and how it is shown."""
