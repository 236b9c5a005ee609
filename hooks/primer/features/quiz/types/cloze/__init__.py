"""Questions that ask to fill the gaps in a text."""
