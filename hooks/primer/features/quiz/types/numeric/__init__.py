"""Questions that ask for a number."""
