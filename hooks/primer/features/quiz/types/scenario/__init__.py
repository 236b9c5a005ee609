"""Questions that lead through a story that branches."""
