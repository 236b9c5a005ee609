"""Questions that sort items into named groups."""
