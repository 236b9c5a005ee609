"""Questions that ask for a word or a few."""
