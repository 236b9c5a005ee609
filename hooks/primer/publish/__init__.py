"""Bytes on their way to a server: assets, headers, policy, search index; knows no content."""
